import { wholePercent } from '../../core/monitoring/whole-percent.ts';
import { regionTexts, regionSummaryTexts as texts } from '../../texts/region.ts';
import type { Block, Cell } from '../report-document.ts';
import { countOf } from './main-blocks.ts';
import type { GroupFigures, RegionFigures } from './region-figures.ts';
import type { SchoolFigures } from './school-figures.ts';
import { numeric, shareCells } from './share-cells.ts';

const shown = ['submitted', 'uses', 'paperless'] as const;

export const nameOfGroup = ({ municipality }: GroupFigures): string => municipality?.shortName ?? regionTexts.regional;

/** RG5: every municipality on a line of its own, and all of them; of one alone there is nothing to compare. */
export function municipalityBlocks({ all, groups }: RegionFigures): Block[] {
  if (groups.length < 2) return [];
  const cellsOf = (figures: SchoolFigures): Cell[] => shown.flatMap((name) => shareCells(countOf(figures, name)));
  const heads = [texts.sentHead, texts.usesHead, texts.paperlessHead];
  return [
    { kind: 'heading', text: texts.municipalities },
    ...(all.submitted === 0
      ? []
      : [shareDiagram(groups, 'uses', texts.usesDiagram), shareDiagram(groups, 'paperless', texts.paperlessDiagram)]),
    {
      kind: 'table',
      running: texts.municipalities,
      columns: [
        { title: texts.municipality },
        ...heads.flatMap((title) => [numeric(title), numeric(texts.percentHead)]),
      ],
      rows: groups.map((group) => [nameOfGroup(group), ...cellsOf(group.figures)]),
      total: [texts.all, ...cellsOf(all)],
    },
  ];
}

/** RG12: a share of every municipality's schools as a bar. */
function shareDiagram(groups: readonly GroupFigures[], name: 'uses' | 'paperless', title: string): Block {
  const rows = groups.map((group) => {
    const { n, of } = group.figures[name];
    const percent = wholePercent(n, of);
    return { name: nameOfGroup(group), value: percent, words: regionTexts.share(n, of, percent) };
  });
  return {
    kind: 'diagram',
    diagram: {
      kind: 'bars',
      title,
      alt: rows.map(({ name, words }) => `${name}: ${words}`).join('; '),
      unit: '%',
      max: 100,
      rows,
    },
  };
}

import { regionSummaryTexts as texts } from '../../texts/region.ts';
import type { Block, Cell } from '../report-document.ts';
import type { RegionFigures } from './region-figures.ts';
import type { SchoolFigures } from './school-figures.ts';
import { numeric, shareCells } from './share-cells.ts';

const names = ['submitted', 'uses', 'paperless', 'planned', 'sites'] as const;
type Name = (typeof names)[number];

/** One of the main figures as n and N. */
export const countOf = (figures: SchoolFigures, name: Name): { n: number; of: number } =>
  name === 'submitted' ? { n: figures.submitted, of: figures.expected } : figures[name];

/** RG5: the main figures; where there are schools directly under the region, they stand apart, and both counts are printed. */
export function mainBlocks({ all, municipal, regional }: RegionFigures): Block[] {
  const parts = regional
    ? [
        { title: texts.municipal, figures: municipal },
        { title: texts.regional, figures: regional },
        { title: texts.all, figures: all },
      ]
    : [{ title: texts.schoolsHead, figures: all }];
  const empty = names.flatMap((name): Block[] => {
    const count = name === 'submitted' ? 0 : all[name].empty;
    return count === 0 ? [] : [{ kind: 'paragraph', text: texts.emptyFigure(texts.figures[name], count) }];
  });
  return [
    { kind: 'heading', text: texts.main },
    {
      kind: 'table',
      columns: [{ title: texts.figure }, ...parts.flatMap(({ title }) => [numeric(title), numeric(texts.percentHead)])],
      rows: names.map((name): Cell[] => [
        texts.figures[name],
        ...parts.flatMap(({ figures }) => shareCells(countOf(figures, name))),
      ]),
    },
    ...(regional
      ? [{ kind: 'paragraph' as const, text: texts.both(municipal.submitted, regional.submitted, all.submitted) }]
      : []),
    { kind: 'paragraph', text: texts.base(all.submitted) },
    ...empty,
  ];
}

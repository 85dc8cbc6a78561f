import type { ColumnForm } from '../../core/form/column-form.ts';
import { wholePercents } from '../../core/monitoring/whole-percent.ts';
import { systemNameIn } from '../../core/systems/form-with-systems.ts';
import { regionTexts, regionSummaryTexts as texts } from '../../texts/region.ts';
import type { Block } from '../report-document.ts';
import { wholeFigure } from './monitoring-cells.ts';
import type { RegionFigures } from './region-figures.ts';
import type { SchoolFigures, SystemCount } from './school-figures.ts';
import { numeric, percentCell } from './share-cells.ts';

/** RG2: the schools that use a system, by it: a diagram, and the same figures in a table. */
export function systemBlocks(form: ColumnForm, { bySystem, uses }: SchoolFigures): Block[] {
  if (uses.n === 0) return [];
  return [
    { kind: 'heading', text: texts.systems },
    ...distribution(form, texts.systems, bySystem, uses.n),
    { kind: 'paragraph', text: texts.systemsBase(uses.n) },
  ];
}

/** RG2, RG6: the project's sites by system, and what became of last year's. */
export function networkBlocks(form: ColumnForm, { all, movement }: RegionFigures): Block[] {
  const { sites, sitesBySystem } = all;
  const moved: Block[] = movement ? [{ kind: 'paragraph', text: texts.movement(movement) }] : [];
  const shown: Block[] =
    sites.n === 0
      ? [{ kind: 'paragraph', text: texts.noSites }]
      : [
          ...distribution(form, texts.network, sitesBySystem, sites.n),
          { kind: 'paragraph', text: texts.networkBase(sites.n) },
        ];
  return [{ kind: 'heading', text: texts.network }, ...shown, ...moved];
}

function distribution(form: ColumnForm, title: string, counts: readonly SystemCount[], of: number): Block[] {
  const percents = wholePercents(counts.map(({ schools }) => schools));
  const rows = counts.map(({ system, schools }, at) => ({
    name: system === null ? texts.noSystem : systemNameIn(form, system),
    schools,
    percent: percents[at] ?? 0,
  }));
  const wordsOf = (row: (typeof rows)[number]): string => regionTexts.share(row.schools, of, row.percent);
  return [
    {
      kind: 'diagram',
      diagram: {
        kind: 'bars',
        title,
        alt: rows.map((row) => `${row.name}: ${wordsOf(row)}`).join('; '),
        max: of,
        rows: rows.map((row) => ({ name: row.name, value: row.schools, words: wordsOf(row) })),
      },
    },
    {
      kind: 'table',
      running: title,
      columns: [{ title: texts.system }, numeric(texts.schoolsHead), numeric(texts.percentHead)],
      rows: rows.map(({ name, schools, percent }) => [name, wholeFigure(schools), percentCell(percent)]),
      total: [texts.all, wholeFigure(of), percentCell(100)],
    },
  ];
}

import type { ColumnForm } from '../../core/form/column-form.ts';
import { wholePercents } from '../../core/monitoring/whole-percent.ts';
import { systemNameIn } from '../../core/systems/form-with-systems.ts';
import { regionTexts, regionSummaryTexts as texts } from '../../texts/region.ts';
import type { Block } from '../report-document.ts';
import { wholeFigure } from './monitoring-cells.ts';
import { nameOfGroup } from './municipality-blocks.ts';
import type { RegionFigures, SystemGroup } from './region-figures.ts';
import type { SchoolFigures, SystemCount } from './school-figures.ts';
import { numeric, percentCell, shareCells } from './share-cells.ts';

/** RG2, RG12: the schools that use a system, by it: a diagram, the same figures in a table, and what they come to there and by municipality. */
export function systemBlocks(form: ColumnForm, { all, systems, groups }: RegionFigures): Block[] {
  const { bySystem, uses } = all;
  if (uses.n === 0) return [];
  return [
    { kind: 'heading', text: texts.systems },
    ...distribution(form, texts.systems, bySystem, uses.n),
    { kind: 'paragraph', text: texts.systemsBase(uses.n) },
    systemsTable(form, systems),
    { kind: 'paragraph', text: texts.bySystemHint },
    ...systemsByPlace(form, { all, groups }),
  ];
}

const systemTitle = (form: ColumnForm, system: string | null): string =>
  system === null ? texts.noSystem : systemNameIn(form, system);

/** RG12: what the schools of every system come to. */
function systemsTable(form: ColumnForm, systems: readonly SystemGroup[]): Block {
  const [first = '', ...heads] = texts.bySystemHead;
  return {
    kind: 'table',
    running: texts.bySystem,
    columns: [{ title: first }, ...heads.map(numeric)],
    rows: systems.map(({ system, figures: { paperless, coverage } }) => [
      systemTitle(form, system),
      ...[paperless, coverageOf(coverage, '13'), coverageOf(coverage, '16')].flatMap(shareCells),
    ]),
  };
}

/** Neighbours differ most: dark, light, grey, white. */
const shades = [3, 1, 2, 0] as const;

/** RG12: of every municipality how many schools use which system, as a diagram and a table; of one alone: nothing. */
function systemsByPlace(form: ColumnForm, { all, groups }: Pick<RegionFigures, 'all' | 'groups'>): Block[] {
  if (groups.length < 2) return [];
  const systems = all.bySystem.map(({ system }) => system);
  const rows = groups.map((group) => {
    const inSystem = (system: string | null): number =>
      group.figures.bySystem.find((one) => one.system === system)?.schools ?? 0;
    return { name: nameOfGroup(group), users: group.figures.uses.n, counts: systems.map(inSystem) };
  });
  // of more systems than there are shades the rarest are one
  const shaded = systems.length > shades.length ? shades.length - 1 : shades.length;
  const partsOf = (counts: readonly number[]) =>
    [...counts.slice(0, shaded), sumOf(counts.slice(shaded))].flatMap((value, at) => {
      const title = at < shaded ? systemTitle(form, systems[at] ?? null) : texts.otherSystems;
      return value === 0 ? [] : [{ words: title, value, shade: shades[at] ?? 0 }];
    });
  const drawn = rows.filter(({ users }) => users > 0).map(({ name, counts }) => ({ name, parts: partsOf(counts) }));
  return [
    {
      kind: 'diagram',
      diagram: {
        kind: 'stacked',
        title: texts.systemsByPlaceDiagram,
        alt: drawn
          .map(({ name, parts }) => `${name}: ${parts.map(({ words, value }) => `${words} ${value}`).join(', ')}`)
          .join('; '),
        rows: drawn,
      },
    },
    {
      kind: 'table',
      running: texts.systemsByPlace,
      columns: [
        { title: texts.municipality },
        ...systems.map((system) => ({ ...numeric(systemTitle(form, system)), turned: true })),
        { ...numeric(texts.users), turned: true },
      ],
      rows: rows.map(({ name, users, counts }) => [name, ...counts.map(wholeFigure), wholeFigure(users)]),
      total: [texts.all, ...all.bySystem.map(({ schools }) => wholeFigure(schools)), wholeFigure(all.uses.n)],
    },
  ];
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);
const coverageOf = (coverage: SchoolFigures['coverage'], part: string): { n: number; of: number } =>
  coverage.find((one) => one.part === part) ?? { n: 0, of: 0 };

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
    name: systemTitle(form, system),
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

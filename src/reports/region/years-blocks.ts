import type { Collected } from '../../core/monitoring/plan-collection.ts';
import { wholePercent } from '../../core/monitoring/whole-percent.ts';
import { regionSummaryTexts as texts } from '../../texts/region.ts';
import { reportTexts } from '../../texts/reports.ts';
import type { Block, Cell } from '../report-document.ts';
import { countOf } from './main-blocks.ts';
import type { RegionFigures } from './region-figures.ts';
import type { SchoolFigures } from './school-figures.ts';
import { numeric, shareCells } from './share-cells.ts';

const compared = ['submitted', 'uses', 'paperless', 'planned', 'sites'] as const;

/** RG6, RG11: this year beside the one before, each figure on its own base, and the change; without one it says so. */
export function yearsBlocks(
  { all, municipal, regional, previous }: RegionFigures,
  { campaign }: Collected,
  before: Collected | null,
): Block[] {
  const heading: Block = { kind: 'heading', text: texts.years };
  if (!previous || !before) return [heading, { kind: 'paragraph', text: texts.noYears }];
  const parts: { title: string; years: readonly [SchoolFigures, SchoolFigures] }[] = [
    ...(regional ? [{ title: texts.municipal, years: [previous.municipal, municipal] as const }] : []),
    { title: texts.all, years: [previous.all, all] },
  ];
  const rows: Cell[][] = [];
  const apart: Record<number, 'across'> = {};
  for (const { title, years } of parts) {
    if (parts.length > 1) {
      apart[rows.length] = 'across';
      rows.push([title]);
    }
    rows.push(...rowsOf(years));
  }
  return [
    heading,
    {
      kind: 'table',
      running: texts.years,
      columns: [
        { title: texts.figure },
        ...[before.campaign, campaign].flatMap(({ asOf }) => [numeric(texts.onDay(asOf)), numeric(texts.percentHead)]),
        numeric(texts.changeHead),
      ],
      rows,
      apart,
    },
    { kind: 'paragraph', text: `${baseWords(previous.all, all)} ${texts.changeHint}` },
  ];
}

/** RG11: whether both years stand on the same number of schools. */
export const baseWords = (before: SchoolFigures, now: SchoolFigures): string =>
  before.submitted === now.submitted ? texts.sameBase(now.submitted) : texts.otherBase(before.submitted, now.submitted);

/** RG11: the change as the two whole percents beside it give it; null: one of them is of nothing. */
export function changeOf(before: Count, now: Count): number | null {
  const [then, today] = [wholePercent(before.n, before.of), wholePercent(now.n, now.of)];
  return then === null || today === null ? null : today - then;
}

export const changeWords = (change: number | null): string =>
  change === null ? reportTexts.nothing : texts.change(change);

type Count = { n: number; of: number };

/** A figure of f.6 in some schools: its words, and how to read it as n and N. */
type ComparedFigure = { name: string; title: string; of: (figures: SchoolFigures) => Count };

/** The main figures, then the ratios of sums. */
export const comparedFigures: readonly ComparedFigure[] = [
  ...compared.map((name) => ({
    name,
    title: texts.figures[name],
    of: (figures: SchoolFigures) => countOf(figures, name),
  })),
  ...Object.entries(texts.coverageNames).map(([part, title]) => ({
    name: part,
    title,
    of: ({ coverage }: SchoolFigures): Count => coverage.find((one) => one.part === part) ?? { n: 0, of: 0 },
  })),
];

const rowsOf = ([before, now]: readonly [SchoolFigures, SchoolFigures]): Cell[][] =>
  comparedFigures.map(({ title, of }): Cell[] => [
    title,
    ...shareCells(of(before)),
    ...shareCells(of(now)),
    changeWords(changeOf(of(before), of(now))),
  ]);

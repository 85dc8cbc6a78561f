import type { Collected } from '../../core/monitoring/plan-collection.ts';
import { regionSummaryTexts as texts } from '../../texts/region.ts';
import type { Block, Cell } from '../report-document.ts';
import { countOf } from './main-blocks.ts';
import type { RegionFigures } from './region-figures.ts';
import type { SchoolFigures } from './school-figures.ts';
import { numeric, shareCells } from './share-cells.ts';

const compared = ['submitted', 'uses', 'paperless', 'planned', 'sites'] as const;

/** RG6: this year beside the one before, each figure on its own base; without one it says so. */
export function yearsBlocks(
  { all, municipal, regional, previous }: RegionFigures,
  { campaign }: Collected,
  before: Collected | null,
): Block[] {
  const heading: Block = { kind: 'heading', text: texts.years };
  if (!previous || !before) return [heading, { kind: 'paragraph', text: texts.noYears }];
  const parts = regional
    ? [
        { title: texts.municipal, years: [previous.municipal, municipal] },
        { title: texts.all, years: [previous.all, all] },
      ]
    : [{ title: texts.all, years: [previous.all, all] }];
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
      ],
      rows,
      apart,
    },
  ];
}

/** The main figures and the ratios of both years, each with its percent. */
const rowsOf = (years: readonly SchoolFigures[]): Cell[][] => [
  ...compared.map((name): Cell[] => [
    texts.figures[name],
    ...years.flatMap((figures) => shareCells(countOf(figures, name))),
  ]),
  ...Object.entries(texts.coverageNames).map(([part, name]): Cell[] => [
    name,
    ...years.flatMap(({ coverage }) => shareCells(coverage.find((one) => one.part === part) ?? { n: 0, of: 0 })),
  ]),
];

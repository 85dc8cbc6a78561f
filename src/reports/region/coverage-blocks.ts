import { wholePercent } from '../../core/monitoring/whole-percent.ts';
import { regionTexts, regionSummaryTexts as texts } from '../../texts/region.ts';
import type { Block } from '../report-document.ts';
import { wholeFigure } from './monitoring-cells.ts';
import type { Ratio, SchoolFigures } from './school-figures.ts';
import { numeric, percentCell } from './share-cells.ts';

const nameOf = ({ part }: Ratio): string => texts.coverageNames[part] ?? part;

/** RG5: ratios of sums as a diagram and as a table, and the sums that are no part of anything. */
export function coverageBlocks({ coverage, sums, submitted }: SchoolFigures): Block[] {
  const wordsOf = ({ n, of }: Ratio): string => regionTexts.share(n, of, wholePercent(n, of));
  const [what = '', part = '', whole = '', percent = '', schools = ''] = texts.coverageHead;
  const [sumOf = '', sum = '', sumSchools = ''] = texts.sumsHead;
  return [
    { kind: 'heading', text: texts.coverage },
    {
      kind: 'diagram',
      diagram: {
        kind: 'bars',
        title: texts.coverage,
        alt: coverage.map((one) => `${nameOf(one)}: ${wordsOf(one)}`).join('; '),
        unit: '%',
        max: 100,
        rows: coverage.map((one) => ({
          name: nameOf(one),
          value: one.of === 0 ? null : (100 * one.n) / one.of,
          words: wordsOf(one),
        })),
      },
    },
    {
      kind: 'table',
      running: texts.coverage,
      columns: [{ title: what }, numeric(part), numeric(whole), numeric(percent), numeric(schools)],
      rows: coverage.map((one) => [
        nameOf(one),
        wholeFigure(one.n),
        wholeFigure(one.of),
        percentCell(wholePercent(one.n, one.of)),
        regionTexts.outOf(one.schools, submitted),
      ]),
    },
    { kind: 'paragraph', text: texts.coverageHint },
    {
      kind: 'table',
      columns: [{ title: sumOf }, numeric(sum), numeric(sumSchools)],
      rows: sums.map((one) => [
        texts.sumNames[one.column] ?? one.column,
        wholeFigure(one.sum),
        regionTexts.outOf(one.schools, submitted),
      ]),
    },
  ];
}

import { wholePercent } from '../../core/monitoring/whole-percent.ts';
import { regionTexts } from '../../texts/region.ts';
import { reportTexts } from '../../texts/reports.ts';
import type { Cell, Column } from '../report-document.ts';

/** A whole percent as a real number; of nothing a dash. */
export const percentCell = (percent: number | null): Cell =>
  percent === null ? reportTexts.nothing : { number: percent, digits: 0, unit: '%' };

/** RG5: n из N and, beside it, the percent. */
export const shareCells = ({ n, of }: { n: number; of: number }): [Cell, Cell] => [
  regionTexts.outOf(n, of),
  percentCell(wholePercent(n, of)),
];

export const numeric = (title: string): Column => ({ title, align: 'end', keep: true });

import type { Deadlines } from '../submission/campaigns.ts';

/** Whether an indicator is about the year's end, and not about acts. */
const isOfYearEnd = (indicatorId: string): boolean => indicatorId.startsWith('K4');

/**
 * RP1: `{deadline}` is the day the campaign set (`deadlines`); else the first 31 August (year-end items, criterion K4) or
 * 1 September (acts) after the report date. Dates YYYY-MM-DD. A day set before the report date is the campaign's fault and is
 * told where campaigns and reports are made.
 */
export function deadlineOf(indicatorId: string, reportDate: string, deadlines: Deadlines = {}): string {
  const set = isOfYearEnd(indicatorId) ? deadlines.yearEnd : deadlines.acts;
  if (set !== undefined) return set;
  const day = isOfYearEnd(indicatorId) ? '08-31' : '09-01';
  const year = Number(reportDate.slice(0, 4));
  return reportDate < `${year}-${day}` ? `${year}-${day}` : `${year + 1}-${day}`;
}

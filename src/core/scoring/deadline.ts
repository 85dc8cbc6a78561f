/**
 * RP1: `{deadline}` is the first 31 August (year-end items, criterion K4) or 1 September (acts) after the report date.
 * Dates YYYY-MM-DD.
 */
export function deadlineOf(indicatorId: string, reportDate: string): string {
  const day = indicatorId.startsWith('K4') ? '08-31' : '09-01';
  const year = Number(reportDate.slice(0, 4));
  return reportDate < `${year}-${day}` ? `${year}-${day}` : `${year + 1}-${day}`;
}

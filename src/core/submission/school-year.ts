/** CA1: without a campaign it is the school year of the device's date, the new one from 1 August, as of that day. */
export function campaignOfDay(isoDate: string): { id: string; schoolYear: string; asOf: string } {
  const year = Number(isoDate.slice(0, 4));
  const first = isoDate.slice(5, 7) >= '08' ? year : year - 1;
  return {
    id: `${first}-${String((first + 1) % 100).padStart(2, '0')}`,
    schoolYear: `${first}/${first + 1}`,
    asOf: isoDate,
  };
}

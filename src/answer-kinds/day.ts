/** Days since 1970-01-01 of a real calendar date written YYYY-MM-DD; null: not such a date. Pure arithmetic, no clock. */
export function dayNumberOf(isoDate: string): number | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(isoDate);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const time = Date.UTC(year, month - 1, day);
  const lastDay = Date.UTC(year, month, 0);
  return month >= 1 && month <= 12 && day >= 1 && time <= lastDay && year >= 1900 ? time / 86_400_000 : null;
}

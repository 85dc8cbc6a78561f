type ExamKey = { exam: string; subject: string; date: string };

/** The register of one exam row: a row is unique by exam, subject and date. */
export const examRegisterOf = ({ exam, subject, date }: ExamKey): string => `GIA:${exam}.${subject}.${date}`;

type ReadDates = {
  /** ISO dates in the order typed, each once */
  dates: readonly string[];
  refused: readonly { typed: string; code: 'not-a-date' | 'outside-year' }[];
};

/** Several dates typed in one field, `16.06, 23.06`: the year supplies itself from the school year. */
export function readExamDates(text: string, schoolYear: string): ReadDates {
  const dates: string[] = [];
  const refused: { typed: string; code: 'not-a-date' | 'outside-year' }[] = [];
  for (const typed of text.split(/[\s,;]+/).filter((part) => part !== '')) {
    const date = readExamDate(typed, schoolYear);
    if (date === null) refused.push({ typed, code: 'not-a-date' });
    else if (!isInSchoolYear(date, schoolYear)) refused.push({ typed, code: 'outside-year' });
    else if (!dates.includes(date)) dates.push(date);
  }
  return { dates, refused };
}

/** The year a month of the school year falls in: September to December the first, January to August the second. */
function yearOfMonth(month: number, schoolYear: string): number {
  const [first, second] = schoolYear.split('/').map(Number);
  return (month >= 9 ? first : second) ?? 0;
}

/** One date as typed: `16.06`, `16.06.26`, `16.06.2026` or ISO; null: there is no such day. */
function readExamDate(typed: string, schoolYear: string): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed);
  if (iso) return isoDateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d\d))?\.?$/.exec(typed);
  if (!parts) return null;
  const [day, month] = [Number(parts[1]), Number(parts[2])];
  const year = parts[3] === undefined ? yearOfMonth(month, schoolYear) : Number(parts[3]);
  return isoDateOf(year < 100 ? 2000 + year : year, month, day);
}

/** Whether a day lies in a school year, 1 September to 31 August. */
export function isInSchoolYear(date: string, schoolYear: string): boolean {
  const [first = '', second = ''] = schoolYear.split('/');
  return date >= `${first}-09-01` && date <= `${second}-08-31`;
}

const daysBefore = (year: number, month: number): number => Date.UTC(year, month, 1) / 86_400_000;

function isoDateOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null;
  if (day > daysBefore(year, month) - daysBefore(year, month - 1)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

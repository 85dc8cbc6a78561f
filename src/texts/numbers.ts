/** SC6 as printed: two decimals, decimal comma, no-break space before the sign: «76,20 %». */
export const percent = (value: number): string => `${value.toFixed(2).replace('.', ',')}\u00a0%`;

/** A number as people write it, with a decimal comma and no needless zeros: 0.6316 → «0,6316». */
export const decimal = (value: number, digits = 4): string => String(Number(value.toFixed(digits))).replace('.', ',');

/** A document as people name it: «№ 41», and «акт № 3» as it was typed. */
export const documentName = (typed: string): string => (/^\d/.test(typed) ? `№ ${typed}` : typed);

/** 2026-07-06 → 06.07.2026; anything else comes back unchanged. */
export function dateText(isoDate: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(isoDate);
  return parts ? `${parts[3]}.${parts[2]}.${parts[1]}` : isoDate;
}

const monthNames = 'январь,февраль,март,апрель,май,июнь,июль,август,сентябрь,октябрь,ноябрь,декабрь'.split(',');

/** 2016-09 → «сентябрь 2016». */
export const monthText = (month: string): string =>
  `${monthNames[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;

/** What else a month is called in spreadsheets, in lower case: by its name alone (the school year decides), «сен.16», «09.2016». */
export function monthNicknames(month: string): string[] {
  const [year = '', number = ''] = month.split('-');
  const name = monthNames[Number(number) - 1] ?? '';
  const short = name.slice(0, 3);
  const shorts = [short, `${short}.`, `${short}.${year.slice(2)}`, `${short} ${year.slice(2)}`, `${short}.${year}`];
  return [name, `${name} ${year} г.`, ...shorts, `${number}.${year}`, month, `01.${number}.${year}`];
}

/** К3-01 as people see it: with a Cyrillic К (and С for site checks). */
export const shownId = (id: string): string => id.replace(/^K(?=\d)/, 'К').replace(/^S(?=-\d)/, 'С');

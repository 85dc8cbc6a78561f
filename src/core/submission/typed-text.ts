import { dayNumberOf } from '../../answer-kinds/day.ts';
import type { Json } from '../json.ts';

/** What a field makes of typed text: a value to store; text it cannot read is stored as typed (SC2), never dropped. */
export type ReadText = (text: string) => Json;

/** A whole number from 0; spaces between digits are ignored; empty clears. */
export const readCount: ReadText = (text) => {
  const digits = text.replace(/[\s\u00a0]/g, '');
  if (digits === '') return null;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : { typed: text.trim() };
};

/** A number with a decimal comma or point, a per cent sign allowed. */
export const readDecimal: ReadText = (text) => {
  const digits = text.replace(/[\s\u00a0%]/g, '').replace(',', '.');
  if (digits === '') return null;
  return /^\d{1,6}(\.\d{1,6})?$/.test(digits) ? Number(digits) : { typed: text.trim() };
};

/** A number of any sign, with a decimal comma or point. */
export const readFigure: ReadText = (text) => {
  const digits = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('\u2212', '-');
  if (digits === '') return null;
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(digits) ? Number(digits) + 0 : { typed: text.trim() };
};

/** A day as people type it, 15.05.2017, 15.5.17, 15 05 2017 or 2017-05-15, stored as YYYY-MM-DD. */
export const readDay: ReadText = (text) => {
  const typed = text.trim();
  if (typed === '') return null;
  const iso = /^\d{4}-\d\d-\d\d$/.test(typed) ? typed : fromParts(typed);
  return iso !== null && dayNumberOf(iso) !== null ? iso : { typed };
};

function fromParts(typed: string): string | null {
  const parts = /^(\d{1,2})[.\s/-]+(\d{1,2})[.\s/-]+(\d{4}|\d\d)\.?$/.exec(typed);
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Free text; empty clears. */
export const readPlain: ReadText = (text) => (text.trim() === '' ? null : text.trim());

import type { Indicator } from '../form/form.ts';
import { ownOf } from '../own-of.ts';
import { plainWord } from './sheet-rows.ts';

/** What a row of the sheet of questions is. */
export type QuestionType =
  | { what: 'question'; type: string; list: string | null; orOther: boolean }
  | { what: 'begin' | 'end' | 'begin-repeat' | 'end-repeat' | 'note' | 'calculate' }
  /** of the standard, and not taken over here */
  | { what: 'skipped' }
  | { what: 'unknown' };

/** Words people also use for the types. */
const words: Readonly<Record<string, string>> = {
  один_из: 'select_one',
  выбор: 'select_one',
  несколько_из: 'select_multiple',
  да_нет: 'select_one yes_no',
  да_частично_нет: 'select_one yes_partial_no',
  целое: 'integer',
  целое_число: 'integer',
  число: 'decimal',
  дробное: 'decimal',
  дата: 'date',
  текст: 'text',
  пояснение: 'note',
  расчёт: 'calculate',
  расчет: 'calculate',
  раздел: 'begin_group',
  конец_раздела: 'end_group',
  string: 'text',
  int: 'integer',
  select1: 'select_one',
  select: 'select_multiple',
  add_select_one_prompt_using: 'select_one',
  select_one_from: 'select_one',
  select_all_that_apply_from: 'select_multiple',
};

const frames: Readonly<Record<string, QuestionType>> = {
  begin_group: { what: 'begin' },
  end_group: { what: 'end' },
  begin_repeat: { what: 'begin-repeat' },
  end_repeat: { what: 'end-repeat' },
  note: { what: 'note' },
  calculate: { what: 'calculate' },
};

/** Asked here as well; `range` and `time` as the nearest there is. */
const asked = ['integer', 'decimal', 'range', 'date', 'text', 'time', 'datetime', 'barcode', 'acknowledge', 'trigger'];

const skipped: ReadonlySet<string> = new Set([
  'geopoint',
  'geotrace',
  'geoshape',
  'image',
  'photo',
  'audio',
  'background_audio',
  'video',
  'file',
  'rank',
  'csv_external',
  'xml_external',
  'hidden',
  'start',
  'end',
  'today',
  'deviceid',
  'device_id',
  'username',
  'phonenumber',
  'phone_number',
  'email',
  'simserial',
  'subscriberid',
  'audit',
  'start_geopoint',
  'select_one_from_file',
  'select_multiple_from_file',
  'select_one_external',
]);

/** FS4: what is written in the column of types. */
export function questionTypeOf(typed: string): QuestionType {
  const [first = '', ...rest] = typed.trim().split(/\s+/);
  const whole = plainWord(typed);
  const both = ownOf(words, plainWord(`${first} ${rest[0] ?? ''}`));
  const known = ownOf(frames, ownOf(words, whole) ?? whole);
  if (known) return known;
  const alias = ownOf(words, whole) ?? both ?? ownOf(words, plainWord(first));
  const [type = '', ownList] = (alias ?? plainWord(first)).split(' ');
  if (type === 'select_one' || type === 'select_multiple') {
    const after = ownList ? [ownList] : both ? rest.slice(1) : rest;
    const list = after[0] ?? null;
    return { what: 'question', type, list, orOther: after.slice(1).join(' ').toLowerCase().includes('other') };
  }
  if (skipped.has(type) || skipped.has(whole)) return { what: 'skipped' };
  const plain = asked.find((one) => one === type || one === whole);
  return plain ? { what: 'question', type: plain, list: null, orOther: false } : { what: 'unknown' };
}

/** What a type is taken as where this program has no such kind. */
export const takenAs: Readonly<Record<string, Indicator['kind']>> = {
  range: 'figure',
  time: 'text',
  datetime: 'text',
  barcode: 'text',
  acknowledge: 'yes-no',
  trigger: 'yes-no',
};

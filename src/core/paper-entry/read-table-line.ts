import { branchPrefix, buildingPrefix, rowIdAt } from '../answers-file/read-passport.ts';
import { examRegisterOf, readExamDates } from '../form/exam-dates.ts';
import type { Form } from '../form/form.ts';
import type { Json } from '../json.ts';
import { rowsOf, totalsOf } from '../submission/passport.ts';
import { readCount, readDecimal } from '../submission/typed-text.ts';
import type { PaperPlace } from './paper-places.ts';
import { type PaperRead, refused, written } from './paper-problem.ts';
import type { PaperContext } from './read-answer-line.ts';

/** The levels of schools in the order of their keys. */
export const schoolLevels = ['НОШ', 'ООШ', 'СОШ', 'лицей', 'гимназия'] as const;

const silence = 'notProvided';
const isSilence = (text: string): boolean => /^[-\u2010-\u2015]$/.test(text);

/** A figure of the passport. */
export function readFigure(key: string, text: string): PaperRead {
  const count = readCount(text);
  if (typeof count === 'number') return written({ key, value: count });
  return refused({ code: 'not-a-count', typed: text }, { key, value: { typed: text } });
}

/** So many buildings with lessons, each a row as the import of a file makes them (AF6); typed rows are not touched. */
export function readBuildings(text: string, { facts }: PaperContext): PaperRead {
  const count = readCount(text);
  if (typeof count !== 'number' || count > 99) return refused({ code: 'not-a-count', typed: text });
  const rows = rowsOf(facts, buildingPrefix).length;
  if (rows > 0 && totalsOf(facts).buildings !== count) return refused({ code: 'buildings-there', count: rows });
  if (rows > 0) return written();
  const ids = Array.from({ length: count }, (_, at) => buildingPrefix + rowIdAt(at));
  return written(...ids.map((key) => ({ key, value: { lessonsHeld: true } })));
}

/** One branch: `Название, 10, 2, 4`, pupils, teachers and classes; it takes the next free row. */
export function readBranch(text: string, { facts }: PaperContext): PaperRead {
  const [, name = '', pupils, teachers, classes] = /^(\D.*?)[,;\s]+(\d+)[,;\s]+(\d+)[,;\s]+(\d+)$/.exec(text) ?? [];
  if (name === '') return refused({ code: 'branch-line', typed: text });
  const taken = new Set(rowsOf(facts, branchPrefix).map(([id]) => id));
  const id = Array.from({ length: taken.size + 1 }, (_, at) => rowIdAt(at)).find((one) => !taken.has(one)) ?? '';
  const value = { name, pupils: Number(pupils), teachers: Number(teachers), classes: Number(classes) };
  return written({ key: branchPrefix + id, value });
}

/** PE7: a month as a percent or as the pair «заполнено / должно быть», or as a dash. */
export function readMonth(key: string, text: string): PaperRead {
  if (isSilence(text)) return written({ key, value: silence });
  const pair = pairOf(text);
  if (pair) {
    const entry = { key, value: { filled: pair[0], due: pair[1] } };
    return pair[0] > pair[1] ? refused({ code: 'above-whole', part: pair[0], whole: pair[1] }, entry) : written(entry);
  }
  const percent = readDecimal(text);
  if (typeof percent !== 'number' || percent > 100)
    return refused({ code: 'not-a-percent', typed: text }, { key, value: { percent } });
  return written({ key, value: { percent } });
}

/** PE7: whether the closing of the year was reported: 1 with its day, 2 not. */
export function readYear(text: string, { schoolYear }: PaperContext): PaperRead {
  const [first = '', day = ''] = text.split(/[,;\s]+/);
  if (first === '2' || isSilence(first)) return written({ key: 'YEAR:reported', value: silence });
  if (first !== '1') return refused({ code: 'not-a-key', typed: first, most: 2 });
  const reported = { key: 'YEAR:reported', value: true };
  if (day === '') return written(reported);
  const { dates, refused: wrong } = readExamDates(day, schoolYear);
  if (dates[0]) return written(reported, { key: 'YEAR:reportedOn', value: dates[0] });
  const why = wrong[0]?.code === 'outside-year' ? 'outside-year' : 'not-a-date';
  return refused(why === 'outside-year' ? { code: why, date: day } : { code: why, typed: day });
}

/** PE7: a step of the year's closing: `26/26`, `26 из 26`, or `26` where the passport knows of how many. */
export function readYearRow(
  place: PaperPlace & { kind: 'year-row' },
  text: string,
  { facts }: PaperContext,
): PaperRead {
  const { key } = place;
  if (isSilence(text)) return written({ key, value: silence });
  const count = readCount(text);
  const known = totalOf(place.total, facts);
  const all = text === '+' && known !== null ? ([known, known] as const) : null;
  const alone = typeof count === 'number' && known !== null ? ([count, known] as const) : null;
  const pair = pairOf(text) ?? all ?? alone;
  if (!pair) return refused({ code: 'not-a-pair', typed: text });
  const [done, total] = pair;
  const entry = { key, value: { done, total } };
  return done > total ? refused({ code: 'above-whole', part: done, whole: total }, entry) : written(entry);
}

function totalOf(name: 'classes' | 'pupils' | 'graduates' | null, facts: PaperContext['facts']): number | null {
  const totals = totalsOf(facts);
  if (name !== 'graduates') return name === null ? null : totals[name];
  return totals.grad9 === null || totals.grad11 === null ? null : totals.grad9 + totals.grad11;
}

function pairOf(text: string): readonly [number, number] | null {
  const [, part, whole] = /^(\d{1,9})\s*(?:\/|из|\s)\s*(\d{1,9})$/i.exec(text) ?? [];
  return part === undefined ? null : [Number(part), Number(whole)];
}

const examStates = ['loaded', 'partly', 'notLoaded'] as const;
const marks: Readonly<Record<string, { readonly [name: string]: Json }>> = {
  Б: { scoreMissing: true },
  И: { resultMissing: true },
  Т: { reason: 'technical' },
  Ш: { reason: 'school' },
};

/**
 * PE7: one row of the exams, `1 МАТ 06.06 25 2 Б`: exam by key or name, subject by its short name, day, how many took it (may be
 * left out), the protocol's key, then Б for no score, И for no «сдал / не сдал», Т or Ш for the reason. A dash: no data.
 */
export function readExamLine(text: string, form: Form, { facts, schoolYear }: PaperContext): PaperRead {
  if (isSilence(text)) return written({ key: 'GIA:reported', value: silence });
  const [examTyped = '', subjectTyped = '', dayTyped = '', ...rest] = text
    .toUpperCase()
    .split(/[,;\s]+/)
    .filter(Boolean);
  const { kinds, subjects } = form.exams;
  const kind = kinds.find(({ id }) => id === examTyped) ?? kinds[Number(examTyped) - 1];
  if (!kind) return refused({ code: 'unknown-exam', typed: examTyped });
  const allowed = subjects.filter(({ only }) => !only || only.includes(kind.id));
  const named = allowed.filter(({ title }) => subjectTyped.length > 2 && title.toUpperCase().startsWith(subjectTyped));
  const subject = allowed.find(({ id }) => id === subjectTyped) ?? (named.length === 1 ? named[0] : undefined);
  if (!subject) return refused({ code: 'unknown-subject', typed: subjectTyped, exam: kind.id });
  const { dates, refused: wrong } = readExamDates(dayTyped, schoolYear);
  const [date] = dates;
  if (date === undefined)
    return refused(
      wrong[0]?.code === 'outside-year'
        ? { code: 'outside-year', date: dayTyped }
        : { code: 'not-a-date', typed: dayTyped },
    );
  if (totalsOf(facts)[`grad${kind.grade}`] === 0)
    return refused({ code: 'exam-without-graduates', exam: kind.id, grade: kind.grade });
  const value = examValue(rest);
  if (!value) return refused({ code: 'exam-line', typed: rest.join(' ') });
  return written({ key: examRegisterOf({ exam: kind.id, subject: subject.id, date }), value });
}

/** What stands after the day; without a key of the protocol it is not loaded. Null: something nobody knows. */
function examValue(parts: readonly string[]): { [name: string]: Json } | null {
  const numbers = parts.filter((part) => /^\d{1,4}$/.test(part)).map(Number);
  const letters = parts.filter((part) => !/^\d{1,4}$/.test(part));
  const state = numbers.length === 0 ? 'notLoaded' : examStates[(numbers.at(-1) ?? 0) - 1];
  if (numbers.length > 2 || !state || letters.some((letter) => !Object.hasOwn(marks, letter))) return null;
  const participants = numbers.length === 2 ? { participants: numbers[0] ?? 0 } : {};
  return Object.assign({ ...participants, state }, ...letters.map((letter) => marks[letter]));
}

/** The address of a page of the site, as the school wrote it. */
export function readAddress(key: string, text: string): PaperRead {
  const entry = { key, value: text };
  return /^(https?:\/\/)?[\wа-яё-]+(\.[\wа-яё-]+)+(\/\S*)?$/i.test(text)
    ? written(entry)
    : refused({ code: 'not-an-address', typed: text }, entry);
}

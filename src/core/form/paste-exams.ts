import type { Json } from '../json.ts';
import { ownOf } from '../own-of.ts';
import { examRegisterOf, readExamDates } from './exam-dates.ts';
import type { Form } from './form.ts';
import { type LineLeft, lineText, splitPasted } from './paste.ts';

type ExamProblemCode =
  | 'heading'
  | 'no-date'
  | 'not-a-date'
  | 'outside-year'
  | 'not-in-exam'
  | 'row-there'
  | 'row-twice'
  | 'unknown-cell';
type ExamTaken = { key: string; exam: string; subject: string; date: string; value: Json };
export type ExamsPasted = { taken: readonly ExamTaken[]; left: readonly LineLeft<ExamProblemCode>[] };

type Chosen = {
  exams: Form['exams'];
  /** exams shown, by their ids: no other is taken */
  kinds: readonly string[];
  /** what a line that names no exam or no subject is about */
  exam: string;
  subject: string;
  /** "2016/2017" */
  schoolYear: string;
  isThere: (key: string) => boolean;
};

/** How people write the state of a protocol. */
const stateNames: Readonly<Record<string, string>> = {
  внесен: 'loaded',
  внесена: 'loaded',
  внесены: 'loaded',
  загружен: 'loaded',
  да: 'loaded',
  'внесен частично': 'partly',
  частично: 'partly',
  'не внесен': 'notLoaded',
  'не внесена': 'notLoaded',
  'не внесены': 'notLoaded',
  'не загружен': 'notLoaded',
  нет: 'notLoaded',
};

const plain = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\s\u00a0]+/g, ' ');

/**
 * PA3: exam rows from a spreadsheet: a column of dates, or lines of subject, date, state in any order, also with the exam and
 * the number who took it. Each cell is known by what it says; a line with a cell that says nothing known is left whole.
 */
export function readPastedExams(text: string, chosen: Chosen): ExamsPasted {
  const taken: ExamTaken[] = [];
  const left: LineLeft<ExamProblemCode>[] = [];
  for (const [index, cells] of splitPasted(text).entries()) {
    if (cells.every((cell) => cell === '')) continue;
    const read = readLine(cells, chosen);
    const leave = (code: ExamProblemCode) => left.push({ line: index + 1, text: lineText(cells), code });
    if (typeof read === 'string') leave(index === 0 && !cells.some((cell) => /\d/.test(cell)) ? 'heading' : read);
    else if (read.some(({ key }) => chosen.isThere(key))) leave('row-there');
    else if (read.some(({ key }) => taken.some((one) => one.key === key))) leave('row-twice');
    else taken.push(...read);
  }
  return { taken, left };
}

function readLine(cells: readonly string[], chosen: Chosen): ExamTaken[] | ExamProblemCode {
  let { exam, subject: subjectId } = chosen;
  const dates: string[] = [];
  const value: { [key: string]: Json } = { state: 'notLoaded' };
  for (const cell of cells.filter((one) => one !== '')) {
    const name = plain(cell);
    const kind = chosen.kinds.find((one) => plain(one) === name);
    const subject = chosen.exams.subjects.find((one) => plain(one.title) === name || plain(one.id) === name);
    const state = ownOf(stateNames, name);
    if (kind) exam = kind;
    else if (subject) subjectId = subject.id;
    else if (state) value.state = state;
    else if (/^\d{1,4}$/.test(name)) value.participants = Number(name);
    else if (/^\d/.test(name)) {
      const read = readExamDates(cell, chosen.schoolYear);
      if (read.refused[0]) return read.refused[0].code;
      dates.push(...read.dates);
    } else return 'unknown-cell';
  }
  if (dates.length === 0) return 'no-date';
  const only = chosen.exams.subjects.find((one) => one.id === subjectId)?.only;
  if (only && !only.includes(exam)) return 'not-in-exam';
  return dates.map((date) => {
    const place = { exam, subject: subjectId, date };
    return { key: examRegisterOf(place), ...place, value };
  });
}

import type { Form } from '../../core/form/form.ts';
import type { Json } from '../../core/json.ts';
import { type ExamRow, isComplete } from '../../core/scoring/exams.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import { municipalTexts } from '../../texts/municipal-report.ts';
import { dateText } from '../../texts/numbers.ts';

const texts = municipalTexts.cell;
const states = ['notLoaded', 'partly', 'loaded'];

type Row = Pick<ExamRow, 'subject' | 'date'> & {
  state: string;
  technical: boolean;
  scoreMissing: boolean;
  resultMissing: boolean;
  complete: boolean;
};

/** Of several different values the one that came least far, with every flag any of them raises. */
function rowOf({ subject, date, values }: ExamRow): Row {
  const all = values.map((value) => propertiesOf(value));
  const stateOf = ({ state }: { readonly [key: string]: Json }): number => Math.max(0, states.indexOf(String(state)));
  return {
    subject,
    date,
    state: states[Math.min(...all.map(stateOf))] ?? 'notLoaded',
    technical: all.some(({ reason }) => reason === 'technical'),
    scoreMissing: all.some((value) => value.scoreMissing === true),
    resultMissing: all.some((value) => value.resultMissing === true),
    complete: values.every(isComplete),
  };
}

/** MR10: one cell of Table 3: what of one kind of exam is entered. `graduates` 0: there is nothing to enter, whatever rows stand. */
export function examCell(form: Form, examRows: readonly ExamRow[], graduates: number | null): string {
  if (graduates === 0) return texts.none;
  if (examRows.length === 0) return texts.notProvided;
  const rows = examRows.map(rowOf);
  if (rows.every((row) => row.complete)) return texts.complete;
  const loaded = rows.filter((row) => row.state === 'loaded');
  if (loaded.length === 0) return texts.nothingLoaded;
  const partly = rows.filter((row) => row.state === 'partly');
  const missing = rows.filter((row) => row.state === 'notLoaded');
  return [
    ...(partly.length > 0 ? [texts.partly + technicalOf(partly)] : []),
    ...(missing.length > 0 ? [texts.notLoaded(subjectsOf(form, missing)) + technicalOf(missing)] : []),
    ...flagsOf(loaded),
  ].join('; ');
}

const technicalOf = (rows: readonly Row[]): string => (rows.some((row) => row.technical) ? texts.technical : '');

/** «МАТ (06.06.2017, 22.06.2017); РУС (29.06.2017)»: subjects in the form's order, days ascending. */
function subjectsOf(form: Form, rows: readonly Row[]): string {
  const known = form.exams.subjects.map(({ id }) => id);
  const order = (subject: string): number => (known.includes(subject) ? known.indexOf(subject) : known.length);
  const subjects = [...new Set(rows.map((row) => row.subject))].sort((a, b) => order(a) - order(b));
  return subjects
    .map((subject) => {
      const days = rows.filter((row) => row.subject === subject).map(({ date }) => date);
      return `${subject} (${[...new Set(days)].sort().map(dateText).join(', ')})`;
    })
    .join('; ');
}

/** What loaded protocols lack: both on every one of them, else each by itself, the mark first. */
function flagsOf(loaded: readonly Row[]): string[] {
  if (loaded.every((row) => row.scoreMissing && row.resultMissing)) return [texts.bothMissing];
  return [
    ...(loaded.some((row) => row.resultMissing) ? [texts.resultMissing] : []),
    ...(loaded.some((row) => row.scoreMissing) ? [texts.scoreMissing] : []),
  ];
}

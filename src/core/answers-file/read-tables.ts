import * as z from 'zod/mini';
import { examRegisterOf, isInSchoolYear } from '../form/exam-dates.ts';
import type { Json } from '../json.ts';
import { monthsDue } from '../scoring/journal-fill.ts';
import { between, count, day, pathTo, text } from './parse-with.ts';
import type { Reading } from './reading.ts';

const silence = 'notProvided';
const isMonth = (typed: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(typed);
const month = z.string().check(z.refine(isMonth, { params: { code: 'not-a-month' } }));
const silentMonthSchema = z.strictObject({ month, percent: z.literal(silence) });
const monthSchema = z.strictObject({
  month,
  percent: z.optional(between(0, 100)),
  filled: z.optional(count),
  due: z.optional(count),
  asOf: z.optional(day),
  source: z.optional(z.enum(['systemReport', 'manual'])),
});

const yearSchema = z.strictObject({
  reported: z.optional(z.unknown()),
  reportedOn: z.optional(day),
  rows: z.optional(z.record(z.string(), z.unknown())),
});
const stepSchema = z.strictObject({ done: z.optional(count), total: z.optional(count) });

const examSchema = z.strictObject({
  exam: z.string(),
  subject: z.string(),
  date: day,
  participants: z.optional(count),
  state: z.optional(z.enum(['loaded', 'partly', 'notLoaded'])),
  scoreMissing: z.optional(z.boolean()),
  resultMissing: z.optional(z.boolean()),
  reason: z.optional(z.enum(['technical', 'school'])),
});
const examsSchema = z.strictObject({ reported: z.literal(silence), rows: z.optional(z.array(z.unknown())) });

const checkSchema = z.strictObject({ url: z.optional(text), state: z.optional(z.string()) });

/** JRN: months of the school year, each once; `"notProvided"` says it of every month begun by the as-of date. */
export function readMonths(reading: Reading, raw: unknown, path: string): void {
  const { form, campaign } = reading;
  if (raw === silence) {
    for (const one of monthsDue(form, campaign)) reading.take(`JRN:${one}`, silence, path);
    return;
  }
  const asked = monthsDue(form, { ...campaign, asOf: '9999-12-31' });
  for (const [at, one] of (reading.parse(z.array(z.unknown()), raw, path) ?? []).entries()) {
    const rowPath = pathTo(path, at);
    const isSilent = silentMonthSchema.safeParse(one).success;
    const row = reading.parse<z.infer<typeof monthSchema | typeof silentMonthSchema>>(
      isSilent ? silentMonthSchema : monthSchema,
      one,
      rowPath,
    );
    if (!row) continue;
    const { month: named, ...value } = row;
    if (!asked.includes(named)) {
      const { schoolYear } = campaign;
      reading.problems.push({ code: 'month-outside-year', month: named, schoolYear, path: pathTo(rowPath, 'month') });
    } else if ('due' in value && isAbove(reading, value.filled, value.due, pathTo(rowPath, 'filled'))) continue;
    else if (Object.keys(value).length > 0) takeMonth(reading, named, isSilent ? silence : (value as Json), rowPath);
  }
}

function takeMonth(reading: Reading, named: string, value: Json, path: string): void {
  const key = `JRN:${named}`;
  reading.take(key, value, path);
  if (`${named}-01` > reading.campaign.asOf)
    reading.warnings.push({ code: 'does-not-count', id: key, why: 'month-not-begun', path });
}

/** YEAR: reported or not, and its steps; the row computed from the exams is passed over. `false` is stored as the screen does. */
export function readYear(reading: Reading, raw: unknown, path: string): void {
  const year = reading.parse(yearSchema, raw === silence ? { reported: silence } : raw, path);
  if (!year) return;
  const { reported, reportedOn, rows = {} } = year;
  const said =
    reported === silence ? false : reading.parse(z.optional(z.boolean()), reported, pathTo(path, 'reported'));
  if (said !== undefined) reading.take('YEAR:reported', said || silence, pathTo(path, 'reported'));
  if (reportedOn !== undefined) reading.take('YEAR:reportedOn', reportedOn, pathTo(path, 'reportedOn'));
  for (const [id, step] of Object.entries(rows)) {
    const rowPath = pathTo(path, 'rows', id);
    const known = reading.form.yearClosing.rows.find((row) => row.id === id);
    if (!known) reading.problems.push({ code: 'unknown-row', id, path: rowPath });
    else if (known.source) reading.warnings.push({ code: 'computed-not-taken', id, path: rowPath });
    else if (step === silence) reading.take(`YEAR:${id}`, silence, rowPath);
    else {
      const value = reading.parse(stepSchema, step, rowPath);
      if (!value || isAbove(reading, value.done, value.total, pathTo(rowPath, 'done'))) continue;
      if (Object.keys(value).length > 0) reading.take(`YEAR:${id}`, value as Json, rowPath);
    }
  }
}

/** GIA: rows, each once by exam, subject and date; `"notProvided"`, or `{reported: "notProvided", rows}`, when there are no data. */
export function readExams(reading: Reading, raw: unknown, path: string): void {
  const isList = Array.isArray(raw);
  const table = isList
    ? { rows: raw }
    : reading.parse(examsSchema, raw === silence ? { reported: silence } : raw, path);
  if (!table) return;
  if (!isList) reading.take('GIA:reported', silence, raw === silence ? path : pathTo(path, 'reported'));
  const rowsPath = isList ? path : pathTo(path, 'rows');
  for (const [at, one] of (table.rows ?? []).entries()) readExam(reading, one, pathTo(rowsPath, at));
}

function readExam(reading: Reading, raw: unknown, path: string): void {
  const row = reading.parse(examSchema, raw, path);
  if (!row) return;
  const { exam, subject, date, ...value } = row;
  const { schoolYear } = reading.campaign;
  const kind = reading.form.exams.kinds.find((one) => one.id === exam);
  const known = reading.form.exams.subjects.find((one) => one.id === subject);
  if (!kind) return void reading.problems.push({ code: 'unknown-exam', exam, path: pathTo(path, 'exam') });
  if (!known || (known.only && !known.only.includes(exam)))
    reading.problems.push({ code: 'unknown-subject', subject, exam, path: pathTo(path, 'subject') });
  else if (!isInSchoolYear(date, schoolYear))
    reading.problems.push({ code: 'date-outside-year', date, schoolYear, path: pathTo(path, 'date') });
  else if (reading.totals()[`grad${kind.grade}`] === 0)
    reading.problems.push({ code: 'exam-without-graduates', exam, grade: kind.grade, path });
  else reading.take(examRegisterOf({ exam, subject, date }), value as Json, path);
}

/** SITE: the address the school gives and the state an officer gave, two registers of one check. */
export function readSite(reading: Reading, raw: unknown, path: string): void {
  const states = [...Object.keys(reading.form.site.states), 'na'];
  for (const [id, one] of Object.entries(reading.parse(z.record(z.string(), z.unknown()), raw, path) ?? {})) {
    const checkPath = pathTo(path, id);
    if (!reading.form.site.checks.some((check) => check.id === id)) {
      reading.problems.push({ code: 'unknown-check', id, path: checkPath });
      continue;
    }
    const { url, state } = reading.parse(checkSchema, one, checkPath) ?? {};
    if (url !== undefined) reading.take(`SITE:${id}#url`, url, pathTo(checkPath, 'url'));
    if (state === undefined) continue;
    const statePath = pathTo(checkPath, 'state');
    if (states.includes(state)) reading.take(`SITE:${id}#state`, state, statePath);
    else reading.problems.push({ code: 'unknown-option', value: state, allowed: states, path: statePath });
  }
}

/** AF4: a part is never above its whole. */
function isAbove(reading: Reading, part: number | undefined, whole: number | undefined, path: string): boolean {
  const above = part !== undefined && whole !== undefined && part > whole;
  if (above) reading.problems.push({ code: 'above-total', count: part, total: whole, path });
  return above;
}

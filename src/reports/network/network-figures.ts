import type { FieldColumn, FieldItem, SectionField } from '../../core/form/section-form.ts';
import { fieldsOf } from '../../core/form/section-form.ts';
import type { Json } from '../../core/json.ts';
import { distinctRows } from '../../core/site-report/check-site-report.ts';
import type { FieldAnswer, Row } from '../../core/site-report/site-report.ts';
import { countOf } from '../../core/submission/passport.ts';
import { type NetworkInput, type Reporter, reportersOf } from './network-input.ts';
import { partsOfHundred, type Share, shareOf } from './shares.ts';

/** What is added up over all reporters: rows of a table, people in it, a figure. */
type Sum = {
  what: string;
  value: number;
  /** of rows: how many hold each choice of each column, where any does */
  parts: readonly { column: FieldColumn; counts: readonly { option: string; count: number }[] }[];
};

/** One field of the report over the network. */
export type FieldFigure = {
  field: SectionField;
  /** sites that have it, of those that reported */
  share: Share;
  items: readonly { item: FieldItem; share: Share }[];
  sums: readonly Sum[];
};

/** Rows of one table over all sites, each with whose it is. */
export type SiteRow = { site: Reporter; row: Row };

/** NR4: every field as the number and share of the sites that reported, with what adds up over them; an event told twice by a site counts once. */
export function fieldFiguresOf(input: NetworkInput): readonly FieldFigure[] {
  const reporters = reportersOf(input);
  return fieldsOf(input.form).map((field) => {
    const answers = reporters.flatMap(({ answers: all }) => all.find((one) => one.field.id === field.id) ?? []);
    const share = (has: (answer: FieldAnswer) => boolean) => shareOf(answers.filter(has).length, reporters.length);
    return {
      field,
      share: share(isThere),
      items: (field.items ?? []).map((item) => ({
        item,
        share: share(({ ticked }) => ticked.some(({ id }) => id === item.id)),
      })),
      sums: sumsOf(field, answers),
    };
  });
}

/** Whether a site has what a field asks about; school contests count with one for teachers (P2.6). */
function isThere(answer: FieldAnswer): boolean {
  const { field, ticked, count } = answer;
  const rows = distinctRows(answer);
  const { countsWith } = field;
  if (field.kind === 'yes-no') return answer.answer === 'yes';
  if (field.kind === 'checklist') return ticked.length > 0;
  if (field.kind === 'count') return (count ?? 0) > 0 || rows.length > 0;
  return countsWith ? rows.some(({ row }) => row[countsWith.column] === countsWith.value) : rows.length > 0;
}

function sumsOf(field: SectionField, answers: readonly FieldAnswer[]): Sum[] {
  const rows = answers.flatMap((answer) => distinctRows(answer).map(({ row }) => row));
  const sums: Sum[] = [];
  if (field.unit)
    sums.push({ what: field.unit, value: answers.reduce((sum, { count }) => sum + (count ?? 0), 0), parts: [] });
  if (field.rowsTitle) sums.push({ what: field.rowsTitle, value: rows.length, parts: choicesIn(field, rows) });
  for (const column of field.columns ?? [])
    if (column.kind === 'count' && !column.isYear)
      sums.push({ what: column.title, value: rows.reduce((sum, row) => sum + figureIn(row[column.id]), 0), parts: [] });
  return sums;
}

const figureIn = (value: Json | undefined): number => countOf(value ?? null) ?? 0;

function choicesIn({ columns = [] }: SectionField, rows: readonly Row[]): Sum['parts'] {
  return columns.flatMap((column) => {
    const counts = Object.entries(column.options ?? {})
      .map(([id, option]) => ({ option, count: rows.filter((row) => row[column.id] === id).length }))
      .filter(({ count }) => count > 0);
    return counts.length === 0 ? [] : [{ column, counts }];
  });
}

/** The rows of a table over all reporters, by site in the order of the list. */
export const siteRowsOf = (input: NetworkInput, fieldId: string): readonly SiteRow[] =>
  reportersOf(input).flatMap((site) => {
    const answer = site.answers.find(({ field }) => field.id === fieldId);
    return answer ? distinctRows(answer).map(({ row }) => ({ site, row })) : [];
  });

/** NR5: reporters by the system of their passport, the most frequent first; the percents add up to 100. */
export function systemsOf(input: NetworkInput): readonly { system: string | null; count: number; percent: number }[] {
  const counts = new Map<string | null, number>();
  for (const { system } of reportersOf(input)) counts.set(system, (counts.get(system) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1]);
  const percents = partsOfHundred(ordered.map(([, count]) => count));
  return ordered.map(([system, count], at) => ({ system, count, percent: percents[at] ?? 0 }));
}

/** NR2: the response: what came by the due date, of the network; who is late, who is silent. */
export function responseOf(input: NetworkInput) {
  const reporters = reportersOf(input);
  const inTime = reporters.filter(({ receipt }) => receipt.isOnTime);
  return {
    network: input.members.length,
    sent: reporters,
    inTime: shareOf(inTime.length, input.members.length),
    late: reporters.filter(({ receipt }) => !receipt.isOnTime),
    undated: inTime.filter(({ receipt }) => receipt.on === null),
    silent: input.members.filter(({ receipt }) => receipt === null),
  };
}

/** The response by municipality, in the order of the list. */
export function byMunicipality(input: NetworkInput): readonly { name: string; inTime: Share; sent: number }[] {
  const names = [...new Set(input.members.map(({ municipality }) => municipality))];
  return names.map((name) => {
    const { inTime, sent } = responseOf({
      ...input,
      members: input.members.filter((one) => one.municipality === name),
    });
    return { name, inTime, sent: sent.length };
  });
}

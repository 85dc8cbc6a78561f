import type { FieldColumn } from '../form/section-form.ts';
import type { Json } from '../json.ts';
import { countOf } from '../submission/passport.ts';
import { type FieldAnswer, isFilled, type ListedRow, saysSomething, textOf } from './site-report.ts';

/** What does not agree in a report; told beside its field, it keeps nobody from going on. */
export type SiteReportMessage = {
  code:
    | 'url-missing'
    | 'not-a-url'
    | 'text-missing'
    | 'row-twice'
    | 'cell-missing'
    | 'not-a-count'
    | 'too-many-rows'
    | 'topics-missing';
  fieldId: string;
  /** the item or row it is about; null: the field itself */
  part: string | null;
  column: string | null;
};

/** SR3: a yes and an item of publication need an address, people and works are whole numbers from 0, a row says what it is about, and an event stands in its table once. */
export const checkSiteReport = (answers: readonly FieldAnswer[]): SiteReportMessage[] => answers.flatMap(checkField);

function checkField(answer: FieldAnswer): SiteReportMessage[] {
  const { field, rows } = answer;
  const told = (code: SiteReportMessage['code'], part: string | null = null, column: string | null = null) => ({
    code,
    fieldId: field.id,
    part,
    column,
  });
  const twice = repeatedRows(answer);
  return [
    ...(field.needsUrl && answer.answer === 'yes' ? addressProblem(answer.url).map((code) => told(code)) : []),
    ...(field.items ?? []).flatMap((item) => {
      const ticked = answer.ticked.find(({ id }) => id === item.id);
      if (!ticked) return [];
      return [
        ...(item.withText && ticked.text === '' ? [told('text-missing', item.id)] : []),
        ...(item.needsUrl ? addressProblem(ticked.url).map((code) => told(code, item.id)) : []),
      ];
    }),
    ...(field.most !== undefined && rows.length > field.most ? [told('too-many-rows')] : []),
    ...(lacksTopics(answer) ? [told('topics-missing')] : []),
    ...rows.flatMap(({ id, row }) => [
      ...(field.columns ?? []).flatMap((column) => {
        const code = cellProblem(column, row[column.id] ?? null);
        return code === null ? [] : [told(code, id, column.id)];
      }),
      ...(twice.has(id) ? [told('row-twice', id)] : []),
    ]),
  ];
}

/** CX6: fewer different topics than are obligatory; a field nobody has touched is only not filled in. */
function lacksTopics(answer: FieldAnswer): boolean {
  const { obligatory } = answer.field;
  if (obligatory === undefined || !isFilled(answer)) return false;
  const named = new Set(answer.rows.flatMap((one) => nameOfRow([obligatory.column], one) ?? []));
  return named.size < obligatory.least;
}

function cellProblem({ kind, needed }: FieldColumn, value: Json): SiteReportMessage['code'] | null {
  if (value === null || value === '') return needed ? 'cell-missing' : null;
  if (kind === 'url') return isAddress(textOf(value)) ? null : 'not-a-url';
  return kind === 'count' && countOf(value) === null ? 'not-a-count' : null;
}

const addressProblem = (typed: string): ('url-missing' | 'not-a-url')[] =>
  typed === '' ? ['url-missing'] : isAddress(typed) ? [] : ['not-a-url'];

/** An address of a page: its scheme may be left out, a point in the name may not. */
export const isAddress = (typed: string): boolean =>
  /^(https?:\/\/)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]\S*)?$/iu.test(typed.trim());

/** SR3: ids of the rows that say what an earlier row of the table has said already. */
function repeatedRows({ field, rows }: FieldAnswer): ReadonlySet<string> {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const one of rows) {
    const name = nameOfRow(field.once ?? [], one);
    if (name === null) continue;
    if (seen.has(name)) twice.add(one.id);
    else seen.add(name);
  }
  return twice;
}

/** SR3: the rows that say something, each once, as the network counts them. */
export function distinctRows(answer: FieldAnswer): readonly ListedRow[] {
  const twice = repeatedRows(answer);
  return answer.rows.filter((one) => !twice.has(one.id) && saysSomething(one));
}

/** What makes a row the same as another, whatever the case and spaces; null: it does not say what it is about. */
function nameOfRow(once: readonly string[], { row }: ListedRow): string | null {
  const parts = once.map((column) =>
    textOf(row[column] ?? null)
      .trim()
      .toLowerCase()
      .replace(/\s+/g, ' '),
  );
  return once.length === 0 || parts[0] === '' ? null : parts.join('\n');
}

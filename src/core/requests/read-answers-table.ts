import { readDay } from '../submission/typed-text.ts';
import type { NotedRequest, VendorAnswer } from './vendor-requests.ts';

/** Why a row with an answer is not taken; `id`: the code in it. */
export type AnswersTableProblem = { id: string } & (
  | { code: 'unknown-request' }
  /** the wording in the table is not the school's any more: the answer may be to something else */
  | { code: 'text-changed' }
  | { code: 'not-a-day'; typed: string }
  | { code: 'request-twice' }
);

export type AnswersTable = {
  /** what is new, by id of the request */
  answers: ReadonlyMap<string, VendorAnswer>;
  /** rows that say what is known already */
  known: number;
  /** rows without an answer */
  silent: number;
  problems: readonly AnswersTableProblem[];
};

/** The heads of the columns, as the list for a vendor has them. */
export type TableHeads = { id: string; text: string; answer: string; by: string };

/**
 * VR3: the vendor's answers out of his table: the columns are found by their heads wherever they stand, each row by its code. A
 * row that cannot be taken is told and nothing of it is taken. Null: there is no such table among the rows.
 */
export function readAnswersTable(
  rows: readonly (readonly string[])[],
  heads: TableHeads,
  requests: readonly NotedRequest[],
): AnswersTable | null {
  const answers = new Map<string, VendorAnswer>();
  const problems: AnswersTableProblem[] = [];
  const seen = new Set<string>();
  let columns: Record<keyof TableHeads, number> | null = null;
  let [known, silent] = [0, 0];
  for (const row of rows) {
    const found = columnsIn(row, heads);
    if (found) columns = found; // every vendor's table has heads of its own
    if (found || !columns) continue;
    const id = cellOf(row, columns.id);
    if (id === '') continue;
    const text = cellOf(row, columns.answer);
    const typed = cellOf(row, columns.by);
    const request = requests.find((one) => one.id === id);
    const problem = (code: 'unknown-request' | 'text-changed' | 'request-twice') => problems.push({ code, id });
    const by = typed === '' ? null : readDay(typed);
    if (text === '') silent += 1;
    else if (!request) problem('unknown-request');
    else if (seen.has(id)) problem('request-twice');
    else if (plain(cellOf(row, columns.text)) !== plain(request.text)) problem('text-changed');
    else if (by !== null && typeof by !== 'string') problems.push({ code: 'not-a-day', id, typed });
    else if (request.answer?.text === text && (request.answer.by ?? null) === by) known += 1;
    else answers.set(id, { text, ...(by === null ? {} : { by }) });
    seen.add(id);
  }
  return columns ? { answers, known, silent, problems } : null;
}

function columnsIn(row: readonly string[], heads: TableHeads): Record<keyof TableHeads, number> | null {
  const at = (head: string): number => row.findIndex((cell) => plain(cell) === plain(head));
  const columns = { id: at(heads.id), text: at(heads.text), answer: at(heads.answer), by: at(heads.by) };
  return columns.id < 0 || columns.answer < 0 || columns.text < 0 ? null : columns;
}

const cellOf = (row: readonly string[], at: number): string => (at < 0 ? '' : (row[at] ?? '').trim());
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

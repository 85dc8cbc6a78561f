import { placeTreeOf } from '../places/place-tree.ts';
import { findHeads, type TableHead } from './find-heads.ts';
import { createMatcher } from './match-places.ts';
import { readTableRow } from './read-table-row.ts';
import type { RowReader } from './row-reader.ts';
import { filledIn, type Sheet } from './sheet-cells.ts';
import { inOrderOfNumbers, tableColumnsOf } from './table-columns.ts';
import { TableLedger } from './table-ledger.ts';
import type { Decisions, KnownSchools, TableReading } from './table-reading.ts';

/** XT1–XT5: reads tables of the region's monitoring; read again with every decision, from the beginning. */
export type TableReader = (sheets: readonly Sheet[], decisions: Decisions) => TableReading;

/** The names known are prepared once, so that reading again after a decision is quick. */
export function createTableReader({ form, places, branchesOf }: KnownSchools): TableReader {
  const schools = places.filter(({ kind }) => kind === 'school');
  const known = {
    tree: placeTreeOf(places),
    columns: tableColumnsOf(form),
    branchesOf,
    matchSchool: remembering(createMatcher(schools)),
    matchMunicipality: createMatcher(places.filter(({ kind }) => kind === 'municipality')),
  };
  const ids = new Set([...form.columns, ...known.columns].map(({ id }) => id));
  return (sheets, decisions) => {
    const ledger = new TableLedger(decisions);
    const reader: RowReader = { ...known, ledger, met: new Map() };
    for (const sheet of sheets) readSheet(sheet, reader, ids);
    return ledger.reading([...reader.met.values()]);
  };
}

type Matcher = ReturnType<typeof createMatcher>;

/** The same text among all schools is met once. */
function remembering(match: Matcher): Matcher {
  const found = new Map<string, ReturnType<Matcher>>();
  return (text, among) => {
    if (among) return match(text, among);
    const known = found.get(text) ?? match(text);
    found.set(text, known);
    return known;
  };
}

function readSheet(sheet: Sheet, reader: RowReader, ids: ReadonlySet<string>): void {
  const { ledger } = reader;
  const heads = findHeads(sheet, ids);
  const first = heads[0]?.from ?? sheet.rows.length;
  for (let row = 0; row < first; row += 1) ledger.leaveRow(sheet, row, heads.length === 0 ? 'no-table' : 'above-head');
  for (const head of heads) {
    const end = heads.find(({ from }) => from >= head.to)?.from ?? sheet.rows.length;
    const part = partOf(sheet, head);
    const columns = columnsOf(part, head, end, reader, ids);
    const state = { municipality: null, school: null };
    for (let row = head.to; row < end; row += 1) readTableRow({ sheet: part, columns, state }, row, reader);
  }
}

/** CX8: of tables side by side one, its cells where they stand. */
const partOf = ({ name, rows }: Sheet, { left, right }: TableHead): Sheet => ({
  name,
  rows: rows.map((row) => row.map((text, at) => (at >= left && at < right ? text : ''))),
});

/** XT1: what each column of the table is; one that is not known and has something in it is asked about. */
function columnsOf(
  sheet: Sheet,
  head: TableHead,
  end: number,
  { ledger }: RowReader,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  for (let row = head.from; row < head.to; row += 1)
    for (const at of filledIn(sheet.rows[row])) ledger.mark(sheet, row, at, 'head');
  const body = sheet.rows.slice(head.to, end);
  const width = Math.max(0, ...body.map((row) => row.length));
  const columns = new Map<string, number>();
  for (const { id, at } of head.columns) if (id !== null) columns.set(id, at);
  const free = () => [...ids].filter((id) => !columns.has(id)).sort(inOrderOfNumbers);
  for (let at = 0; at < width; at += 1) {
    const column = head.columns[at];
    if (column?.id != null || !body.some((row) => filledIn(row).includes(at))) continue;
    const candidates = column?.candidates.filter((id) => !columns.has(id)) ?? [];
    const spot = { sheet, row: column?.row ?? head.to - 1, column: at };
    const decided = ledger.ask(spot, {
      about: { kind: 'column' },
      stood: column?.label ?? '',
      proposed: candidates.length === 1 ? (candidates[0] ?? null) : null,
      candidates: [...new Set([...candidates, ...free()])],
      fits: (value) => typeof value === 'string' && ids.has(value) && !columns.has(value),
    });
    if (typeof decided === 'string') columns.set(decided, at);
  }
  return columns;
}

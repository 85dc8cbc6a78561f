import { fail, ok, type Result } from '../result.ts';
import { normalizeText } from '../submission/normalize-text.ts';
import { kindsAbove, type Place, type PlaceKind, placeSchema } from './place.ts';
import { type PlaceTree, placeTreeOf } from './place-tree.ts';
import { type CsvProblem, readCsv } from './read-csv.ts';

/** What is wrong in which row, as a spreadsheet counts rows: the heading is row 1. */
export type PlacesProblem =
  | CsvProblem
  | ({ row: number } & (
      | { code: 'column-missing'; column: string }
      | { code: 'column-unknown'; column: string }
      | { code: 'cells-too-many' }
      | { code: 'no-places' }
      | { code: 'id-unreadable'; id: string }
      | { code: 'kind-unknown'; kind: string }
      | { code: 'name-missing' }
      | { code: 'text-too-long'; column: string }
      | { code: 'id-twice'; id: string; firstRow: number }
      | { code: 'kind-changed'; id: string; kind: PlaceKind; was: PlaceKind }
      | { code: 'parent-missing' }
      | { code: 'parent-unknown'; parent: string }
      | { code: 'parent-of-wrong-kind'; parent: string; parentKind: PlaceKind; kind: PlaceKind }
    ));

const columns = ['id', 'kind', 'parent', 'name', 'shortName', 'address'] as const;
type Column = (typeof columns)[number];
type Row = { row: number; cells: Record<Column, string> };

/**
 * Places of a CSV file `id,kind,parent,name,shortName,address` (columns in any order; an empty short name is the name), in
 * its order. A parent may stand in the file, before or after, or in `known`; a place of `known` may be given again.
 * PL2: every problem of the file comes with its row, and nothing is taken when there is one.
 */
export function parsePlaces(text: string, known: PlaceTree = placeTreeOf([])): Result<Place[], PlacesProblem[]> {
  const table = readCsv(text);
  if (!table.ok) return fail([table.problem]);
  const places = parsePlaceRows(table.value, known);
  return places.ok ? ok(places.value.map(({ place }) => place)) : places;
}

/** PL2: the same of a table that is already rows of cells, its heading first; every place with its row. */
export function parsePlaceRows(
  table: readonly (readonly string[])[],
  known: PlaceTree,
): Result<PlacedRow[], PlacesProblem[]> {
  const [head = [], ...body] = table;
  const problems = headProblems(head);
  if (problems.length > 0) return fail(problems);
  const rows = body.flatMap((cells, at) => rowOf(head, cells, at + 2, problems));
  const places = rows.flatMap((row) => placeOf(row, problems));
  problems.push(...treeProblems(places, known));
  if (rows.length === 0) problems.push({ code: 'no-places', row: 1 });
  if (problems.length > 0) return fail(problems.sort((a, b) => a.row - b.row));
  return ok(places);
}

function headProblems(head: readonly string[]): PlacesProblem[] {
  const names = head.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  const unknown = names.filter((name, at) => !columns.some((column) => column === name) || names.indexOf(name) !== at);
  return [
    ...missing.map((column): PlacesProblem => ({ code: 'column-missing', column, row: 1 })),
    ...unknown.map((column): PlacesProblem => ({ code: 'column-unknown', column, row: 1 })),
  ];
}

/** The cells of one row by column; an empty row is passed over. */
function rowOf(head: readonly string[], cells: readonly string[], row: number, problems: PlacesProblem[]): Row[] {
  const clean = cells.map((cell) => normalizeText(cell).replace(/\s+/g, ' ').trim());
  if (clean.every((cell) => cell === '')) return [];
  if (clean.slice(head.length).some((cell) => cell !== '')) {
    problems.push({ code: 'cells-too-many', row });
    return [];
  }
  const cellOf = (column: Column) => clean[head.findIndex((name) => name.trim() === column)] ?? '';
  return [{ row, cells: Object.fromEntries(columns.map((column) => [column, cellOf(column)])) as Row['cells'] }];
}

export type PlacedRow = { row: number; place: Place };

function placeOf({ row, cells }: Row, problems: PlacesProblem[]): PlacedRow[] {
  const parent = cells.parent === '' ? null : cells.parent;
  const parsed = placeSchema.safeParse({ ...cells, parent, shortName: cells.shortName || cells.name });
  if (parsed.success) return [{ row, place: parsed.data }];
  const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  if (wrong.has('id')) problems.push({ code: 'id-unreadable', id: cells.id, row });
  if (wrong.has('kind')) problems.push({ code: 'kind-unknown', kind: cells.kind, row });
  if (wrong.has('parent')) problems.push({ code: 'parent-unknown', parent: cells.parent, row });
  if (cells.name === '') problems.push({ code: 'name-missing', row });
  for (const column of ['name', 'shortName', 'address'] as const)
    if (wrong.has(column) && cells[column] !== '') problems.push({ code: 'text-too-long', column, row });
  return [];
}

/** PL3: every id once, every place under a place of a kind that may stand above it. */
function treeProblems(placed: readonly PlacedRow[], known: PlaceTree): PlacesProblem[] {
  const problems: PlacesProblem[] = [];
  const rowById = new Map<string, number>();
  const all = placeTreeOf([...known.byId.values(), ...placed.map(({ place }) => place)]);
  for (const { row, place } of placed) {
    const { id, kind } = place;
    const firstRow = rowById.get(id);
    if (firstRow === undefined) rowById.set(id, row);
    else problems.push({ code: 'id-twice', id, firstRow, row });
    const was = known.byId.get(id)?.kind ?? kind;
    if (was !== kind) problems.push({ code: 'kind-changed', id, kind, was, row });
    problems.push(...parentProblems(place, row, all));
  }
  return problems;
}

function parentProblems({ kind, parent }: Place, row: number, all: PlaceTree): PlacesProblem[] {
  if (parent === null) return kindsAbove[kind].length === 0 ? [] : [{ code: 'parent-missing', row }];
  const parentKind = all.byId.get(parent)?.kind;
  if (parentKind === undefined) return [{ code: 'parent-unknown', parent, row }];
  return kindsAbove[kind].includes(parentKind) ? [] : [{ code: 'parent-of-wrong-kind', parent, parentKind, kind, row }];
}

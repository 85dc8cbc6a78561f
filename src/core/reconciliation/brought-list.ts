import { canonicalJson, type Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Registers } from '../submission/registers.ts';
import { hashText, type Sha256 } from '../submission/revision.ts';

/** A line of a list kept elsewhere, every part as it stood there; `row` as a spreadsheet counts it, from 1. */
export type ListRow = { row: number; name: string; address: string; municipality: string; kind: string };

/** A list of schools brought from elsewhere. */
export type BroughtList = {
  id: string;
  title: string;
  /** whose list it is: a vendor, the department, another monitoring */
  from: string;
  /** as of which day, YYYY-MM-DD; empty: not told */
  asOf: string;
  rows: readonly ListRow[];
};

const prefix = '-/brought-list:';

/** Where a list stands in the office history of the one who brought it. */
export const listPathOf = (listId: string): string => `${prefix}${listId}`;

const partPathOf = (listId: string, part: number): string => `-/brought-part:${listId}:${part}`;

const linePrefix = (listId: string): string => `-/brought-line:${listId}:`;

/** Where a decision on one line stands: by what the line says, not by its number, so that a newer version finds it. */
export const linePathOf = (listId: string, lineKey: string, sha256: Sha256): string =>
  linePrefix(listId) + hashText(lineKey, sha256);

/** What is written of a decision; `school` null: none of the network. */
export const lineValueOf = (lineKey: string, school: string | null): Json => ({ line: lineKey, school });

/** RC4: what was said of the lines of a list; a decision taken back is not there. */
export function lineDecisionsOf(officeRegisters: Registers, listId: string): ReadonlyMap<string, string | null> {
  const said = new Map<string, string | null>();
  for (const [path, heads] of officeRegisters) {
    if (!path.startsWith(linePrefix(listId))) continue;
    const { line, school } = propertiesOf(heads[0]?.value ?? null);
    if (typeof line === 'string' && (school === null || typeof school === 'string')) said.set(line, school);
  }
  return said;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** A list as it is kept. `isWhole`: all its parts are here; `head`: what its register holds, to bring it back as it was. */
export type KeptList = BroughtList & { isWhole: boolean; head: Json };

/** RC1, RC9: the lists a place keeps, each with its newest rows, in the order of their titles; what is no list is left out. */
export function broughtListsOf(officeRegisters: Registers): KeptList[] {
  const valueAt = (path: string): Json => officeRegisters.get(path)?.[0]?.value ?? null;
  const lists = [...officeRegisters.keys()].flatMap((path): KeptList[] => {
    const head = path.startsWith(prefix) ? valueAt(path) : null;
    const { title, from, asOf, count, parts, version } = propertiesOf(head);
    if (textOf(title) === '' || typeof parts !== 'number') return [];
    const id = path.slice(prefix.length);
    const rows: ListRow[] = [];
    for (let at = 0; at < Math.min(parts, officeRegisters.size); at += 1) {
      const part = propertiesOf(valueAt(partPathOf(id, at)));
      if (part.version === version) rows.push(...rowsIn(part.rows ?? null));
    }
    const told = { title: textOf(title), from: textOf(from), asOf: textOf(asOf) };
    return [{ id, ...told, rows, isWhole: rows.length === count, head }];
  });
  return lists.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1));
}

const rowsIn = (part: Json): ListRow[] => (Array.isArray(part) ? part.flatMap(rowOf) : []);

function rowOf(value: Json): ListRow[] {
  if (!Array.isArray(value)) return [];
  const [row, name, address, municipality, kind] = value;
  if (typeof row !== 'number' || textOf(name) === '') return [];
  return [
    { row, name: textOf(name), address: textOf(address), municipality: textOf(municipality), kind: textOf(kind) },
  ];
}

/** so many rows and characters one part holds: no array of a value is long (RV4), and a turn carries the revision (mostBytes) */
const [mostRows, mostCharacters] = [150, 40_000];

function partsOf(rows: readonly ListRow[]): ListRow[][] {
  const parts: ListRow[][] = [];
  let size = 0;
  for (const row of rows) {
    const own = row.name.length + row.address.length + row.municipality.length + row.kind.length;
    const last = parts.at(-1);
    const fits = last !== undefined && last.length < mostRows && size + own <= mostCharacters;
    if (fits) last.push(row);
    else parts.push([row]);
    size = fits ? size + own : own;
  }
  return parts;
}

/** RC9: what is written of a list, all of it at once: its head, and its rows in parts that say which version they are of. */
export function listEntriesOf(
  { id, title, from, asOf, rows }: BroughtList,
  sha256: Sha256,
): readonly { path: string; value: Json }[] {
  const parts = partsOf(rows).map((part): Json[] =>
    part.map(({ row, name, address, municipality, kind }) => [row, name, address, municipality, kind]),
  );
  const version = hashText(canonicalJson(parts), sha256);
  const head = { title, from, asOf, count: rows.length, parts: parts.length, version };
  return [
    { path: listPathOf(id), value: head },
    ...parts.map((part, at) => ({ path: partPathOf(id, at), value: { version, rows: part } })),
  ];
}

import type { Json } from '../json.ts';
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

/** RC1: the lists a place keeps, each with its newest rows, in the order of their titles; what is no list is left out. */
export function broughtListsOf(officeRegisters: Registers): BroughtList[] {
  const lists = [...officeRegisters].flatMap(([path, heads]): BroughtList[] => {
    const value = path.startsWith(prefix) ? (heads[0]?.value ?? null) : null;
    const { title, from, asOf, rows } = propertiesOf(value);
    if (textOf(title) === '' || !Array.isArray(rows)) return [];
    const id = path.slice(prefix.length);
    return [{ id, title: textOf(title), from: textOf(from), asOf: textOf(asOf), rows: rows.flatMap(rowsIn) }];
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

/** so many parts may one array of a value have (RV4) */
const mostParts = 200;

/** What the register of a list holds: its rows in parts, for no array of a value is long. */
export function listValueOf({ title, from, asOf, rows }: BroughtList): Json {
  const parts = Array.from({ length: Math.ceil(rows.length / mostParts) }, (_, at) =>
    rows
      .slice(at * mostParts, (at + 1) * mostParts)
      .map(({ row, name, address, municipality, kind }) => [row, name, address, municipality, kind]),
  );
  return { title, from, asOf, rows: parts };
}

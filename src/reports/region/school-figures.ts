import type { CollectedSchool } from '../../core/monitoring/collect-school.ts';
import { type ColumnRow, figureOf } from '../../core/monitoring/column-rows.ts';

/** Schools with something, of how many; `empty`: those that left it open, which are never taken for «нет». */
export type Share = { n: number; of: number; empty: number };
/** A sum, of the sum it is a part of, over the schools that gave both. */
export type Ratio = { part: string; whole: string; n: number; of: number; schools: number };
/** A sum over the schools that gave the figure. */
type Sum = { column: string; sum: number; schools: number };
/** Schools by what they say in column 5; null: nothing. */
export type SystemCount = { system: string | null; schools: number };

/** What some schools come to, whichever they are: of a region, of one municipality, of last year. */
export type SchoolFigures = {
  expected: number;
  /** RG3: the base of every share below */
  submitted: number;
  /** classes with journal and diary: 13 > 0 */
  uses: Share;
  /** 20 = 2 */
  paperless: Share;
  /** 20 = 3 */
  planned: Share;
  /** 21 = 1 */
  sites: Share;
  /** of those that use one, the most frequent first */
  bySystem: readonly SystemCount[];
  /** of the sites */
  sitesBySystem: readonly SystemCount[];
  coverage: readonly Ratio[];
  sums: readonly Sum[];
};

const ratios = [
  ['9', '8'],
  ['13', '8'],
  ['16', '15'],
  ['18', '17'],
] as const;
const summed = ['10', '11', '12'] as const;

/** The printed row of everybody whose row counts. */
export const rowsOf = (schools: readonly CollectedSchool[]): ColumnRow[] =>
  schools.flatMap(({ sent }) => (sent ? [sent.merged.row] : []));

/** RG3, RG5: figures of some schools. One row a school, with its branches' figures in it; a branch is never a school. */
export function schoolFigures(schools: readonly CollectedSchool[]): SchoolFigures {
  const rows = rowsOf(schools);
  const users = rows.filter(isUser);
  const sites = rows.filter(isSite);
  return {
    expected: schools.length,
    submitted: rows.length,
    uses: shareOf(rows, '13', (value) => typeof value === 'number' && value > 0),
    paperless: shareOf(rows, '20', (value) => value === 2),
    planned: shareOf(rows, '20', (value) => value === 3),
    sites: shareOf(rows, '21', (value) => value === 1),
    bySystem: systemsOf(users),
    sitesBySystem: systemsOf(sites),
    coverage: ratios.map(([part, whole]) => ratioOf(rows, part, whole)),
    sums: summed.map((column) => {
      const known = rows.flatMap((row) => figureOf(row, column) ?? []);
      return { column, sum: sumOf(known), schools: known.length };
    }),
  };
}

const isUser = (row: ColumnRow): boolean => (figureOf(row, '13') ?? 0) > 0;
export const isSite = (row: ColumnRow): boolean => row.get('21') === 1;

const sumOf = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0);

function shareOf(rows: readonly ColumnRow[], column: string, has: (value: unknown) => boolean): Share {
  const values = rows.map((row) => row.get(column) ?? null);
  return { n: values.filter(has).length, of: rows.length, empty: values.filter((value) => value === null).length };
}

/** RG5: a ratio of sums, never a mean of ratios; who gave only one of the two stays out of both. */
function ratioOf(rows: readonly ColumnRow[], part: string, whole: string): Ratio {
  const pairs = rows.flatMap((row): [number, number][] => {
    const [n, of] = [figureOf(row, part), figureOf(row, whole)];
    return n === null || of === null ? [] : [[n, of]];
  });
  return { part, whole, n: sumOf(pairs.map(([n]) => n)), of: sumOf(pairs.map(([, of]) => of)), schools: pairs.length };
}

/** The schools with journal and diary in a system; null: they do not say in which. */
export const usersOf = (schools: readonly CollectedSchool[], system: string | null): CollectedSchool[] =>
  schools.filter(({ sent }) => sent !== null && isUser(sent.merged.row) && systemIn(sent.merged.row) === system);

function systemIn(row: ColumnRow): string | null {
  const value = row.get('5');
  return typeof value === 'string' ? value : null;
}

function systemsOf(rows: readonly ColumnRow[]): SystemCount[] {
  const counts = new Map<string | null, number>();
  for (const row of rows) {
    const system = systemIn(row);
    counts.set(system, (counts.get(system) ?? 0) + 1);
  }
  return [...counts].map(([system, schools]) => ({ system, schools })).sort((a, b) => b.schools - a.schools);
}

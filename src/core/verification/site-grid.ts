import type { Form } from '../form/form.ts';
import { round2 } from '../scoring/round.ts';
import type { Facts } from '../submission/facts.ts';

type SiteForm = Form['site'];

/** The pages of one school as checked. */
export type SiteScore = {
  /** by check id; only those judged */
  states: ReadonlyMap<string, string>;
  /** sum of points, and of how many checks that apply and were judged */
  points: number;
  of: number;
  /** 0 to 100; null: nothing that applies was judged */
  percent: number | null;
};

/** SI1: the states an officer gives, in the order of their keys 1 to 6: the form's, then «не применимо», which leaves both sums. */
export const siteStates = ({ states }: SiteForm): readonly string[] => [...Object.keys(states), 'na'];

/** SI2: what a key does in a cell, by its place on the keyboard: a state, `null` to clear it, or undefined: nothing. */
export function siteStateByKey(site: SiteForm, code: string): string | null | undefined {
  if (code === 'Delete' || code === 'Backspace' || /^(Digit|Numpad)0$/.test(code)) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : siteStates(site)[Number(digit) - 1];
}

/** SI3: 100 × points ÷ checks that apply and were judged; of several different states the one worth least counts. */
export function siteScoreOf(site: SiteForm, facts: Facts): SiteScore {
  const pointsOf = (state: string): number => site.states[state] ?? Number.POSITIVE_INFINITY;
  const states = new Map<string, string>();
  for (const { id } of site.checks) {
    const known = (facts.get(`SITE:${id}#state`) ?? []).filter((one): one is string =>
      siteStates(site).includes(String(one)),
    );
    const [lowest] = known.sort((a, b) => pointsOf(a) - pointsOf(b));
    if (lowest !== undefined) states.set(id, lowest);
  }
  const counted = [...states.values()].filter((state) => state !== 'na');
  const points = counted.reduce((sum, state) => sum + pointsOf(state), 0);
  return {
    states,
    points,
    of: counted.length,
    percent: counted.length === 0 ? null : round2((100 * points) / counted.length),
  };
}

/** The six remarks about publication, in the order they are printed. */
export const remarkGroups = [
  'actsMissing',
  'scattered',
  'brokenLinks',
  'navigation',
  'stale',
  'serviceMissing',
] as const;

/** SI4: the remarks a check raises in a state: its own, and `stale` and `broken` always theirs, too. */
export function raisedBy({ remarkGroup }: SiteForm['checks'][number], state: string | undefined): readonly string[] {
  if (state === undefined || state === 'ok' || state === 'na') return [];
  const always = state === 'stale' ? 'stale' : state === 'broken' ? 'brokenLinks' : remarkGroup;
  return always === remarkGroup ? [remarkGroup] : [remarkGroup, always];
}

/** SI4: the remarks the states of one school raise. */
export const remarksOf = ({ checks }: SiteForm, { states }: Pick<SiteScore, 'states'>): ReadonlySet<string> =>
  new Set(checks.flatMap((check) => raisedBy(check, states.get(check.id))));

export type Cell = { row: number; column: number };

/** SI2: after a state the next check of the same school, after its last one the first of the next school; it ends at the end. */
export function cellAfter({ row, column }: Cell, rows: number, columns: number): Cell {
  if (column + 1 < columns) return { row, column: column + 1 };
  return row + 1 < rows ? { row: row + 1, column: 0 } : { row, column };
}

/** SI2: arrows, Home and End move, Enter goes to the school below; null: the key does not move. */
export function cellByKey({ row, column }: Cell, code: string, rows: number, columns: number): Cell | null {
  const within = (to: Cell): Cell => ({
    row: Math.min(rows - 1, Math.max(0, to.row)),
    column: Math.min(columns - 1, Math.max(0, to.column)),
  });
  switch (code) {
    case 'ArrowLeft':
      return within({ row, column: column - 1 });
    case 'ArrowRight':
      return within({ row, column: column + 1 });
    case 'ArrowUp':
      return within({ row: row - 1, column });
    case 'ArrowDown':
    case 'Enter':
    case 'NumpadEnter':
      return within({ row: row + 1, column });
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    default:
      return null;
  }
}

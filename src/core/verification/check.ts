import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Registers, RegisterView } from '../submission/registers.ts';
import type { Revision } from '../submission/revision.ts';
import { isAmong, packIds, unpackIds } from '../submission/snapshot.ts';
import { checkPathOf, returnPathOf, talkPathOf } from './verification-paths.ts';

/** The officer's judgement of one answer; the school's own value stays beside it untouched. */
export type Check = {
  state: 'confirmed' | 'disputed';
  /** disputed: the value that counts instead, `{na: reason}` too; null when confirmed */
  value: Json;
  reason: string | null;
  /** the school has answered anew since, so it no longer counts */
  isStale: boolean;
  revision: Revision;
};

/** An answer given back to the school. */
export type Return = {
  reason: string /** the school has answered anew since */;
  isAnswered: boolean;
  revision: Revision;
};

/** An answer judged: by its short key and, for a figure computed from a table (JRN, YEAR, GIA), by the rows of that table. */
export type Judged = { key: string; table?: string };

/** VF2: every check by the short key it judges (`K3-01`, `YEAR:reported`); one that was taken back is none. */
export const checksOf = (registers: Registers, campaignId: string, formId: string): ReadonlyMap<string, Check> =>
  beside(registers, checkPathOf(campaignId, formId, ''), (key, revision) => {
    const { state, value = null, reason } = propertiesOf(revision.value);
    if (state !== 'confirmed' && state !== 'disputed') return null;
    return {
      state,
      value: state === 'disputed' ? value : null,
      reason: typeof reason === 'string' ? reason : null,
      isStale: hasMoved(registers, `${campaignId}/${formId}/`, key, revision),
      revision,
    };
  });

/** VF3: every answer given back, by its short key; one that was taken back is none. */
export const returnsOf = (registers: Registers, campaignId: string, formId: string): ReadonlyMap<string, Return> =>
  beside(registers, returnPathOf(campaignId, formId, ''), (key, revision) => {
    const { reason } = propertiesOf(revision.value);
    if (typeof reason !== 'string') return null;
    return { reason, isAnswered: hasMoved(registers, `${campaignId}/${formId}/`, key, revision), revision };
  });

/** VF4: the conversation under an indicator, oldest first by the clocks of its authors; a message taken back is left out. */
export function talkOf(registers: Registers, campaignId: string, formId: string, key: string): Revision[] {
  const prefix = talkPathOf(campaignId, formId, key, '');
  const said: Revision[] = [];
  for (const [path, [head]] of registers)
    if (head && path.startsWith(prefix) && typeof head.value === 'string' && head.value.trim() !== '') said.push(head);
  const instantOf = ({ at }: Revision): number => Date.parse(at) || 0;
  return said.sort((a, b) => instantOf(a) - instantOf(b) || (a.id < b.id ? -1 : 1));
}

type NewCheck = { state: 'confirmed' } | { state: 'disputed'; value: Json; reason: string };

/** What an officer's check holds: the judgement and the heads it judges, out of the registers he had on screen. */
export const checkValueOf = (check: NewCheck, judged: readonly Revision[], { table }: Judged): Json => ({
  ...check,
  of: packIds(judged.map(({ id }) => id)),
  ...(table ? { table } : {}),
});

/** What a return holds: why, and the heads it is about. */
export const returnValueOf = (reason: string, judged: readonly Revision[], { table }: Judged): Json => ({
  reason,
  of: packIds(judged.map(({ id }) => id)),
  ...(table ? { table } : {}),
});

/**
 * VF2: the heads a judgement of this answer is about: the answer's own and its evidence's; of a figure computed from a table,
 * those of all the table's rows.
 */
export function judgedHeads(registers: Registers, campaignId: string, formId: string, judged: Judged): Revision[] {
  return headsOfKey(registers, `${campaignId}/${formId}/`, judged.key, judged.table);
}

function headsOfKey(registers: Registers, prefix: string, key: string, table: string | undefined): Revision[] {
  const own = [key, `${key}#evidence`].flatMap((one) => registers.get(prefix + one) ?? []);
  if (table === undefined) return own;
  const rows = [...registers].filter(([path]) => path.startsWith(`${prefix}${table}:`) && !path.includes('#'));
  return [...own, ...rows.flatMap(([, heads]) => heads)];
}

/** VF2: whether any of the heads that stand now is not one of those judged. */
function hasMoved(registers: Registers, prefix: string, key: string, { value }: Revision): boolean {
  const { of, table } = propertiesOf(value);
  const judged = unpackIds(of) ?? new Set<string>();
  const now = headsOfKey(registers, prefix, key, typeof table === 'string' ? table : undefined);
  return now.some((head) => !isAmong(judged, head));
}

/** Reads what stands beside answers under one ending; of several heads the first readable one counts. */
function beside<Read>(
  registers: Registers,
  path: string,
  read: (key: string, revision: Revision) => Read | null,
): ReadonlyMap<string, Read> {
  const [prefix = '', ending = ''] = path.split('#');
  const found = new Map<string, Read>();
  for (const [at, heads] of registers) {
    if (!at.startsWith(prefix) || !at.endsWith(`#${ending}`)) continue;
    const key = at.slice(prefix.length, -ending.length - 1);
    const one = firstRead(heads, (revision) => read(key, revision));
    if (one !== null) found.set(key, one);
  }
  return found;
}

function firstRead<Read>(heads: RegisterView, read: (revision: Revision) => Read | null): Read | null {
  for (const head of heads) {
    const one = read(head);
    if (one !== null) return one;
  }
  return null;
}

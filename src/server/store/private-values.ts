import type { Json } from '../../core/json.ts';
import {
  erasedBy,
  isErasure,
  isGenuine,
  namedIn,
  type PrivateValue,
} from '../../core/private-values/private-values.ts';
import type { Revision, Sha256 } from '../../core/submission/revision.ts';
import type { Reader, Writer } from './engine.ts';
import type { Tables } from './tables.ts';

/** fewer values than any database takes in one statement */
const atOnce = 300;

/**
 * PV2, PV3: among rows that are just being written: a hash named at a private path gets its place in the table, and what an
 * erasure names is dropped and never kept again; in the transaction that takes them.
 */
export async function notePrivateRows(writer: Writer, revisions: readonly Revision[]): Promise<void> {
  for (const revision of revisions) {
    const { history, path } = revision;
    for (const hash of namedIn(revision)) await nameHash(writer, history, hash, path.split('/')[0] ?? '');
    if (isErasure(revision)) for (const hash of erasedBy(revision)) await erase(writer, history, hash);
  }
}

async function nameHash(writer: Writer, history: string, hash: string, campaign: string): Promise<void> {
  await writer
    .insertInto('private_values')
    .values({ history, hash, campaign, salt: null, value: null })
    .onConflict((conflict) => conflict.columns(['history', 'hash']).doNothing())
    .execute();
}

async function erase(writer: Writer, history: string, hash: string): Promise<void> {
  await writer
    .insertInto('erased_values')
    .values({ history, hash })
    .onConflict((conflict) => conflict.columns(['history', 'hash']).doNothing())
    .execute();
  await writer
    .updateTable('private_values')
    .set({ salt: null, value: null })
    .where('history', '=', history)
    .where('hash', '=', hash)
    .execute();
}

/** Those of the hashes of a history that were erased. */
export async function erasedAmong(reader: Reader, history: string, hashes: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let at = 0; at < hashes.length; at += atOnce) {
    const rows = await reader
      .selectFrom('erased_values')
      .select('hash')
      .where('history', '=', history)
      .where('hash', 'in', hashes.slice(at, at + atOnce))
      .execute();
    for (const { hash } of rows) found.add(hash);
  }
  return found;
}

/** PV2: keeps a value whose hash a revision of the history names. False: none names it yet. */
export async function keepPrivate(
  writer: Writer,
  history: string,
  { hash, salt, value }: PrivateValue,
): Promise<boolean> {
  const { numUpdatedRows } = await writer
    .updateTable('private_values')
    .set({ salt, value: JSON.stringify(value) })
    .where('history', '=', history)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * PV2, PV3: keeps what came from outside, whatever road it took: genuine, named by a revision of the history and never erased.
 * Asked inside the transaction that writes, so that what is erased meanwhile does not come back.
 */
export async function keepGenuine(
  writer: Writer,
  history: string,
  values: readonly PrivateValue[],
  sha256: Sha256,
): Promise<{ kept: string[]; erased: string[] }> {
  const hashes = values.map(({ hash }) => hash);
  const erased = await erasedAmong(writer, history, hashes);
  const kept: string[] = [];
  for (const value of values)
    if (!erased.has(value.hash) && isGenuine(value, sha256) && (await keepPrivate(writer, history, value)))
      kept.push(value.hash);
  return { kept, erased: [...erased] };
}

/** PV5: who was given how many values of a history, by the endpoint's clock; never the values. */
export type GivenRow = Tables['private_given'];

export async function noteGiven(writer: Writer, row: GivenRow): Promise<void> {
  await writer.insertInto('private_given').values(row).execute();
}

/** PV5: everything that was written down, the latest first. */
export const givenRows = (reader: Reader): Promise<GivenRow[]> =>
  reader.selectFrom('private_given').selectAll().orderBy('at', 'desc').orderBy('history').execute();

/** The values of these hashes that are here. */
export async function readPrivate(reader: Reader, history: string, hashes: readonly string[]): Promise<PrivateValue[]> {
  const found: PrivateValue[] = [];
  for (let at = 0; at < hashes.length; at += atOnce) {
    const rows = await reader
      .selectFrom('private_values')
      .select(['hash', 'salt', 'value'])
      .where('history', '=', history)
      .where('hash', 'in', hashes.slice(at, at + atOnce))
      .execute();
    for (const { hash, salt, value } of rows)
      if (salt !== null && value !== null) found.push({ hash, salt, value: JSON.parse(value) as Json });
  }
  return found;
}

/** What is named in a campaign and not yet erased, by history: of so many histories that come after this one. */
export async function privateOfCampaign(
  reader: Reader,
  campaign: string,
  { after, most }: { after: string; most: number },
): Promise<Map<string, string[]>> {
  const open = reader
    .selectFrom('private_values')
    .leftJoin('erased_values', (join) =>
      join
        .onRef('erased_values.history', '=', 'private_values.history')
        .onRef('erased_values.hash', '=', 'private_values.hash'),
    )
    .where('private_values.campaign', '=', campaign)
    .where('erased_values.hash', 'is', null);
  const histories = await open
    .select('private_values.history')
    .distinct()
    .where('private_values.history', '>', after)
    .orderBy('private_values.history')
    .limit(most)
    .execute();
  if (histories.length === 0) return new Map();
  const rows = await open
    .select(['private_values.history', 'private_values.hash'])
    .where(
      'private_values.history',
      'in',
      histories.map(({ history }) => history),
    )
    .orderBy('private_values.history')
    .orderBy('private_values.hash')
    .execute();
  const byHistory = new Map<string, string[]>();
  for (const { history, hash } of rows) byHistory.set(history, [...(byHistory.get(history) ?? []), hash]);
  return byHistory;
}

/** The campaigns private values were given in. */
export async function campaignsWithPrivate(reader: Reader): Promise<string[]> {
  const rows = await reader.selectFrom('private_values').select('campaign').distinct().orderBy('campaign').execute();
  return rows.map(({ campaign }) => campaign);
}

import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson, type Json } from '../../core/json.ts';
import { checkRevision } from '../../core/submission/check-revision.ts';
import { type Revision, type Signature, toTuple } from '../../core/submission/revision.ts';
import type { LockedHistory, NewRow, StoredRow } from '../../core/sync/serve-history.ts';
import type { Reader, Writer } from './engine.ts';

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

export class DamagedRow extends Error {}

/** ES3: a history in a transaction: its counter row is locked until the commit, so numbers become visible without a hole. */
export async function lockHistory(writer: Writer, history: string, device: number | null): Promise<LockedHistory> {
  const locked = await writer
    .updateTable('histories')
    .set((row) => ({ last: row.ref('last') }))
    .where('history', '=', history)
    .returning(['no', 'last', 'chain', 'start'])
    .executeTakeFirst();
  const { no, last, chain } = locked ?? (await createHistory(writer, history));
  return {
    ...readingOf(writer, history, no),
    head: { seq: last, chain },
    append: (rows) => appendRows(writer, no, rows, device),
  };
}

/** The same without a lock, for those who only read: rows up to `head` are all there. Null: nothing was ever written. */
export async function readHistory(reader: Reader, history: string): Promise<LockedHistory | null> {
  const row = await reader
    .selectFrom('histories')
    .select(['no', 'last', 'chain'])
    .where('history', '=', history)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...readingOf(reader, history, row.no),
    head: { seq: row.last, chain: row.chain },
    append: () => Promise.reject(new Error('a history opened for reading')),
  };
}

/** The last numbers of those of the histories that were ever written. */
export async function lastNumbersOf(reader: Reader, histories: readonly string[]): Promise<[string, number][]> {
  const rows = await reader
    .selectFrom('histories')
    .select(['history', 'last'])
    .where('history', 'in', histories)
    .execute();
  return rows.map(({ history, last }) => [history, last]);
}

/** Every revision of a history in its order. */
export async function readRevisions(reader: Reader, history: string): Promise<Revision[]> {
  const table = await readHistory(reader, history);
  return table ? (await table.rows(1, table.head.seq)).map((row) => row.revision) : [];
}

async function createHistory(writer: Writer, history: string) {
  const start = randomBytes(32).toString('base64url');
  return writer
    .insertInto('histories')
    .values(({ selectFrom, fn, val }) => ({
      no: selectFrom('histories').select(({ eb }) => eb(fn.coalesce(fn.max('no'), val(0)), '+', 1).as('next')),
      history,
      last: 0,
      chain: start,
      start,
    }))
    .returning(['no', 'last', 'chain', 'start'])
    .executeTakeFirstOrThrow();
}

function readingOf(reader: Reader, history: string, no: number): Pick<LockedHistory, 'chainAt' | 'seqsOf' | 'rows'> {
  return {
    chainAt: async (seq) => {
      if (seq === 0) {
        const row = await reader.selectFrom('histories').select('start').where('no', '=', no).executeTakeFirst();
        return row?.start ?? null;
      }
      const row = await reader
        .selectFrom('revisions')
        .select('chain')
        .where('history', '=', no)
        .where('seq', '=', seq)
        .executeTakeFirst();
      return row?.chain ?? null;
    },
    seqsOf: async (ids) => {
      const rows = await reader
        .selectFrom('revision_ids')
        .select(['id', 'seq'])
        .where('history', '=', no)
        .where('id', 'in', ids)
        .execute();
      return new Map(rows.map(({ id, seq }) => [id, seq]));
    },
    rows: async (first, last) => {
      const rows = await reader
        .selectFrom('revisions')
        .select(['seq', 'body', 'srv_at', 'via', 'signature'])
        .where('history', '=', no)
        .where('seq', '>=', first)
        .where('seq', '<=', last)
        .orderBy('seq')
        .execute();
      return rows.map((row) => toStoredRow(row, history));
    },
  };
}

async function appendRows(writer: Writer, no: number, rows: readonly NewRow[], device: number | null): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  // several statements: a database takes a limited number of values in one
  for (let at = 0; at < rows.length; at += 64) {
    const part = rows.slice(at, at + 64);
    await writer
      .insertInto('revisions')
      .values(part.map((row) => toTableRow(row, no, device)))
      .execute();
    await writer
      .insertInto('revision_ids')
      .values(part.map(({ revision, seq }) => ({ history: no, id: revision.id, seq })))
      .execute();
  }
  await writer.updateTable('histories').set({ last: last.seq, chain: last.chain }).where('no', '=', no).execute();
}

function toTableRow({ seq, revision, chain, srvAt, via }: NewRow, history: number, device: number | null) {
  const [, , ...content] = toTuple(revision);
  const { signature } = revision;
  return {
    history,
    seq,
    body: canonicalJson(content as unknown as Json),
    chain,
    srv_at: srvAt,
    via,
    device,
    signature: signature ? `${signature.by} ${signature.value}` : null,
  };
}

function toStoredRow(
  row: { seq: number; body: string; srv_at: number; via: string; signature: string | null },
  history: string,
): StoredRow {
  const content = contentOf(row.body);
  const checked = content && checkRevision([1, history, ...content], sha256);
  if (!checked?.ok) throw new DamagedRow(`${history} ${row.seq}`);
  const signature = readSignature(row.signature);
  const revision = signature ? { ...checked.value, signature } : checked.value;
  return { seq: row.seq, revision, srvAt: Number(row.srv_at), via: row.via };
}

/** Null: not what was written there. */
function contentOf(body: string): unknown[] | null {
  try {
    const content: unknown = JSON.parse(body);
    return Array.isArray(content) ? content : null;
  } catch {
    return null;
  }
}

function readSignature(text: string | null): Signature | null {
  const [by, value] = text?.split(' ') ?? [];
  return by && value ? { by, value } : null;
}

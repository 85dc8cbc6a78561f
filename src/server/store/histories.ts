import { hash, randomBytes } from 'node:crypto';
import { canonicalJson, type Json } from '../../core/json.ts';
import { checkRevision } from '../../core/submission/check-revision.ts';
import { type Revision, type Signature, toTuple } from '../../core/submission/revision.ts';
import type { LockedHistory, NewRow, StoredRow } from '../../core/sync/serve-history.ts';
import { DamagedRow, type Reader, type Writer } from './engine.ts';
import { writePlaceEntries } from './places.ts';
import { inPieces, prepareQuery } from './prepare-query.ts';
import { notePrivateRows } from './private-values.ts';
import type { Tables } from './tables.ts';

export const sha256 = Object.assign((bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer'), {
  ofText: (text: string): string => hash('sha256', text, 'base64url'),
});

const lock = prepareQuery((db, history: string) =>
  db
    .updateTable('histories')
    .set((row) => ({ last: row.ref('last') }))
    .where('history', '=', history)
    .returning(['no', 'last', 'chain']),
);

const find = prepareQuery((db, histories: readonly string[]) =>
  db.selectFrom('histories').select(['no', 'history', 'last', 'chain']).where('history', 'in', histories),
);

const create = prepareQuery((db, history: string, start: string) =>
  db
    .insertInto('histories')
    .values({ history, last: 0, chain: start, start })
    .onConflict((conflict) => conflict.column('history').doNothing())
    .returning(['no', 'last', 'chain']),
);

const selectStart = prepareQuery((db, no: number) => db.selectFrom('histories').select('start').where('no', '=', no));

const selectChain = prepareQuery((db, no: number, seq: number) =>
  db.selectFrom('revisions').select('chain').where('history', '=', no).where('seq', '=', seq),
);

const selectSeqs = prepareQuery((db, no: number, ids: readonly string[]) =>
  db.selectFrom('revision_ids').select(['id', 'seq']).where('history', '=', no).where('id', 'in', ids),
);

const selectRows = prepareQuery((db, no: number, first: number, last: number) =>
  db
    .selectFrom('revisions')
    .select(['seq', 'body', 'srv_at', 'via', 'signature'])
    .where('history', '=', no)
    .where('seq', '>=', first)
    .where('seq', '<=', last)
    .orderBy('seq'),
);

const insertRevisions = prepareQuery((db, rows: readonly Tables['revisions'][]) =>
  db.insertInto('revisions').values(rows),
);

const insertIds = prepareQuery((db, rows: readonly Tables['revision_ids'][]) =>
  db.insertInto('revision_ids').values(rows),
);

const moveHead = prepareQuery((db, no: number, seq: number, chain: string) =>
  db.updateTable('histories').set({ last: seq, chain }).where('no', '=', no),
);

/** ES3: a history in a transaction: its counter row is locked until the commit, so numbers become visible without a hole. */
export async function lockHistory(writer: Writer, history: string, device: number | null): Promise<LockedHistory> {
  const row =
    (await lock(writer, history))[0] ??
    (await create(writer, history, randomBytes(32).toString('base64url')))[0] ??
    (await lock(writer, history))[0]; // another process created it meanwhile
  if (!row) throw new Error(`${history} was not created`);
  const { no, last, chain } = row;
  return {
    ...readingOf(writer, history, no),
    head: { seq: last, chain },
    append: (rows) => appendRows(writer, no, rows, device),
  };
}

/** The same without a lock, for those who only read: rows up to `head` are all there. Missing: nothing was ever written. */
export async function readHistories(
  reader: Reader,
  histories: readonly string[],
): Promise<ReadonlyMap<string, LockedHistory>> {
  const rows = histories.length > 0 ? await find(reader, histories) : [];
  return new Map(
    rows.map(({ no, history, last, chain }) => [
      history,
      {
        ...readingOf(reader, history, no),
        head: { seq: last, chain },
        append: () => Promise.reject(new Error('a history opened for reading')),
      },
    ]),
  );
}

/** One of them; null: nothing was ever written. */
export async function readHistory(reader: Reader, history: string): Promise<LockedHistory | null> {
  return (await readHistories(reader, [history])).get(history) ?? null;
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

function readingOf(reader: Reader, history: string, no: number): Pick<LockedHistory, 'chainAt' | 'seqsOf' | 'rows'> {
  return {
    chainAt: async (seq) => {
      if (seq === 0) return (await selectStart(reader, no))[0]?.start ?? null;
      return (await selectChain(reader, no, seq))[0]?.chain ?? null;
    },
    seqsOf: async (ids) => {
      const found = new Map<string, number>();
      for (const piece of inPieces(ids))
        for (const { id, seq } of await selectSeqs(reader, no, piece)) found.set(id, seq);
      return found;
    },
    rows: async (first, last) => (await selectRows(reader, no, first, last)).map((row) => toStoredRow(row, history)),
  };
}

async function appendRows(writer: Writer, no: number, rows: readonly NewRow[], device: number | null): Promise<void> {
  const last = rows.at(-1);
  if (!last) return;
  for (const piece of inPieces(rows)) {
    await insertRevisions(
      writer,
      piece.map((row) => toTableRow(row, no, device)),
    );
    await insertIds(
      writer,
      piece.map(({ revision, seq }) => ({ history: no, id: revision.id, seq })),
    );
  }
  await moveHead(writer, no, last.seq, last.chain);
  const revisions = rows.map(({ revision }) => revision);
  await writePlaceEntries(writer, revisions);
  await notePrivateRows(writer, revisions);
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

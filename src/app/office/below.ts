import { type ReadonlySignal, signal } from '@preact/signals';
import type { Road } from '../../core/access/weigh-judgement.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { type Cursor, noCursor } from '../../core/sync/chain.ts';
import type { Histories } from '../histories.ts';
import { type Known, SyncTurns, type TurnsOutcome, type TurnsParts } from '../sync/sync-turns.ts';
import { askHeads } from './ask-heads.ts';
import { BelowStore } from './below-store.ts';

/** The histories below an officer's place on his device: read from its database, exchanged turn by turn. */
export type Below = {
  /** OF1: pulls what moved below and brings what was written here */
  exchange: () => Promise<TurnsOutcome>;
  /** histories with something this device made, took from a file, or has to give back to the endpoint */
  writtenIn: () => string[];
  /** of such a history what the endpoint did not give by itself */
  writtenOf: (history: string) => readonly Revision[];
  stateOf: (history: string) => Known | undefined;
  refused: ReadonlyMap<string, string>;
  forgotten: () => number;
  unsent: () => number;
  /** another tab of this device has exchanged: what it left is read */
  reload: () => Promise<void>;
  /** how a revision came to the endpoint, `http` or `file`; null: it is not known to have come */
  viaOf: (id: string) => string | null;
  /** while the database is read: how many histories of how many; null: all are here */
  loading: ReadonlySignal<{ done: number; of: number } | null>;
  isLoaded: (history: string) => boolean;
  /** when the endpoint last told of everything below, ISO; null: never */
  toldAt: ReadonlySignal<string | null>;
};

export type BelowParts = Omit<TurnsParts, 'store'> & {
  histories: Histories;
  /** told that revisions came, so that screens follow */
  show: () => void;
  /** id of the officer's place */
  place: () => string;
  /** what the device exchanges without this: its own histories and the public ones above */
  isOwn: (history: string) => boolean;
  /** asks for the places below, when those here are old or `afresh`: by them judgements are weighed */
  renewPlaces: (afresh: boolean) => Promise<void>;
  /** whether no device of the place of a history was told of */
  hasNoDevice: (history: string) => boolean;
  now: () => Date;
  storeName: string;
};

/** A pause in which keys and touches are dealt with. */
const pause = () => new Promise<void>((done) => setTimeout(done));

/** Begins to read the database at once, slice by slice. */
export function createBelow(parts: BelowParts): Below {
  const { histories, call, nonce } = parts;
  const store = new BelowStore(parts.storeName, (history, id) =>
    histories
      .of(history)
      .all()
      .find((revision) => revision.id === id),
  );
  const pulled = (revisions: readonly Revision[]) => {
    histories.addPulled(revisions);
    parts.show();
  };
  const turns = new SyncTurns({
    ...parts,
    admit,
    store: {
      confirmations: (history) => store.confirmations(history),
      forget: (history) => store.forget(history),
      confirm: (page) => {
        for (const { id, via = 'http' } of page.confirmed) vias.set(id, via);
        loadedOnes.add(page.history);
        return store.confirm(page);
      },
    },
    keep: async (revisions) => {
      pulled(revisions); // durable with its confirmation
      return true;
    },
  });
  const loading = signal<{ done: number; of: number } | null>({ done: 0, of: 0 });
  const toldAt = signal<string | null>(null);
  const [vias, lost] = [new Map<string, string>(), new Map<string, Set<string>>()];
  let cursors = new Map<string, Cursor>();
  const loadedOnes = new Set<string>();
  let hasAskedAll = false;
  const loaded = load().catch((cause: unknown) => {
    console.error(cause); // ST8: a database that opens no more hides nothing else
    loading.value = null;
  });

  /** JG2: what stands now and came before is no row of this page: it goes into both copies. */
  async function admit(page: readonly Revision[], road: Road): Promise<readonly Revision[]> {
    const came = new Set(page.map(({ id }) => id));
    const admitted = await parts.admit(page, road);
    const late = admitted.filter(({ id }) => !came.has(id));
    if (late.length > 0 && !(await parts.keep(late))) throw new Error('not kept');
    return admitted.filter(({ id }) => came.has(id));
  }

  async function load(): Promise<void> {
    [cursors, toldAt.value] = [await store.cursors(), await store.toldAt()];
    let done = 0;
    for (const history of cursors.keys()) {
      await loadOne(history);
      done += 1;
      loading.value = { done, of: cursors.size };
      await pause();
    }
    for (const history of writtenIn()) await turns.load(history);
    loading.value = null;
  }

  async function loadOne(history: string): Promise<void> {
    const rows = await store.rows(history);
    for (const { id, via } of rows) vias.set(id, via);
    const forgotten = rows.filter(({ srvAt }) => srvAt === null).map(({ id }) => id);
    if (forgotten.length > 0) lost.set(history, new Set(forgotten));
    loadedOnes.add(history);
    pulled(rows.map(({ revision }) => revision));
  }

  function writtenIn(): string[] {
    const made = histories.madeIn().filter((history) => !parts.isOwn(history) && !history.startsWith('local:'));
    return [...new Set([...made, ...lost.keys()])];
  }

  async function exchange(): Promise<TurnsOutcome> {
    await loaded;
    await parts.renewPlaces(false);
    const heads = await askHeads(call, parts.place(), nonce());
    if (!(heads instanceof Map)) return heads;
    const cursorOf = (history: string) => turns.stateOf(history)?.cursor ?? cursors.get(history) ?? noCursor;
    // those where officers stand first: by them the others are weighed
    const known = [...new Set([...heads.keys(), ...cursors.keys()])]
      .filter((history) => !parts.isOwn(history) && !turns.denied.has(history))
      .sort((a, b) => Number(b.endsWith(':public')) - Number(a.endsWith(':public')));
    // at the first turn every chain is compared: an endpoint that was put back may have come to the same number again
    const isFirst = !hasAskedAll;
    const moved = known.filter((history) => isFirst || heads.get(history) !== cursorOf(history).seq);
    for (const history of writtenIn()) await turns.load(history);
    const open = writtenIn().filter((history) => turns.unsentOf(history) > 0);
    const rowsIn = (history: string) => (heads.get(history) ?? 0) - cursorOf(history).seq;
    const outcome = await turns.run([...new Set([...open, ...moved])], {
      rowsIn: (history) => Math.max(0, rowsIn(history)),
    });
    cursors = await store.cursors();
    if (outcome.kind !== 'done' && outcome.kind !== 'denied') return outcome;
    for (const history of turns.denied)
      for (const { id } of unconfirmed(history)) turns.refused.set(id, 'not-your-history');
    lost.clear(); // what did not come back was offered
    hasAskedAll = true;
    // OF4: what just came by a device not told of yet is no word of a school that was never heard from
    if (!isFirst && moved.some(parts.hasNoDevice)) await parts.renewPlaces(true);
    toldAt.value = parts.now().toISOString();
    await store.keepToldAt(toldAt.value);
    return { kind: 'done' };
  }

  function unconfirmed(history: string): Revision[] {
    const confirmed = turns.stateOf(history)?.confirmed;
    return histories
      .of(history)
      .all()
      .filter(({ id }) => !confirmed?.has(id));
  }

  async function reload(): Promise<void> {
    await loaded;
    const fresh = await store.cursors();
    turns.reload();
    for (const [history, { chain }] of fresh) {
      if (cursors.get(history)?.chain !== chain) await loadOne(history);
    }
    cursors = fresh;
    for (const history of writtenIn()) await turns.load(history);
    toldAt.value = await store.toldAt();
  }

  return {
    exchange: () => exchange().catch(() => ({ kind: 'not-kept' })),
    writtenIn,
    writtenOf: (history) => {
      const given = lost.get(history);
      const made = histories.made(history);
      return given
        ? [
            ...made,
            ...histories
              .of(history)
              .all()
              .filter(({ id }) => given.has(id)),
          ]
        : made;
    },
    stateOf: (history) => turns.stateOf(history),
    refused: turns.refused,
    forgotten: () => turns.forgotten,
    unsent: () => writtenIn().reduce((sum, history) => sum + turns.unsentOf(history), 0),
    reload,
    viaOf: (id) => vias.get(id) ?? null,
    loading,
    isLoaded: (history) => loadedOnes.has(history) || (loading.value === null && toldAt.value !== null),
    toldAt,
  };
}

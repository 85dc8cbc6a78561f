import { signal } from '@preact/signals';
import type { Json } from '../../core/json.ts';
import {
  type CarriedValue,
  erasedBy,
  hashNamedBy,
  isGenuine,
  isPrivatePath,
  namedIn,
  privateReference,
  sealed,
} from '../../core/private-values/private-values.ts';
import type { Registers } from '../../core/submission/registers.ts';
import { base64url, type Revision, type Sha256 } from '../../core/submission/revision.ts';
import type { CallEndpoint } from '../sync/call-endpoint.ts';
import { localDay } from '../time.ts';
import { type Asked, askPrivate } from './ask-private.ts';
import type { Contacts } from './contacts.ts';
import { type PrivateState, whereIs } from './private-state.ts';
import { type PrivateRow, PrivateStore } from './private-store.ts';
import type { Given } from './read-private-answer.ts';
import { privateStoreName } from './store-name.ts';

/** What became of asking. `isWhole`: every request was answered; `given`: hashes whose values the endpoint gave, and wrote down that it did; `denied`: histories it does not give to this device. */
export type Answered = { isWhole: boolean; given: ReadonlySet<string>; denied: ReadonlySet<string> };

export type PrivateValues = {
  /** of the register at a path; reading it in a component follows it */
  of: (registers: Registers, path: string) => PrivateState;
  /** by its hash; null: it is not on this device */
  valueOf: (hash: string) => Json;
  /** Keeps a value and writes its hash into the register; null clears it. False: it could not be kept, and nothing was written. */
  answer: (path: string, value: Json) => Promise<boolean>;
  /** PV2: offers what the endpoint has not got yet and asks for what these histories name; quiet when nobody answers. */
  exchange: (histories: readonly string[]) => Promise<void>;
  /** PV7: brings what came in files and asks for nothing */
  offer: () => Promise<void>;
  /**
   * PV8: asks the endpoint for these hashes by history, those that are here too, so that every showing is written down there; they stay
   * until the day given. Rejects when what came cannot be kept here.
   */
  ask: (wanted: ReadonlyMap<string, readonly string[]>, untilOf: (history: string) => string) => Promise<Answered>;
  /** PV7: the values a history names now, for a file */
  carriedOf: (history: string) => CarriedValue[];
  /** PV7: keeps what came in a file: what a revision names, never what was erased. Rejects when it cannot be kept. */
  take: (values: readonly CarriedValue[]) => Promise<{ kept: string[]; erased: string[] }>;
  /** PV7: a receipt answered for these: the endpoint's, or (`byOfficer`) one of an officer's device */
  noteReceipt: (
    said: { kept: readonly string[]; erased: readonly string[] },
    at: string,
    byOfficer: boolean,
  ) => Promise<void>;
  /** SY4: the endpoint was put back from a copy: nothing that was brought there counts as being there until it says so again */
  doubt: () => Promise<void>;
  /** PV9 */
  contacts: () => Contacts;
  /** PV3 */
  drop: (hashes: readonly string[]) => Promise<void>;
};

export type PrivateParts = {
  storeName: string;
  call: CallEndpoint;
  nonce: () => string;
  random: (bytes: number) => Uint8Array;
  sha256: Sha256;
  now: () => Date;
  /** the history this device writes into now */
  history: () => string;
  registersOf: (history: string) => Registers;
  revisionsOf: (history: string) => readonly Revision[];
  /** writes a register; resolves true once it is saved */
  write: (path: string, value: Json) => Promise<boolean>;
  /** told that something came, went or was brought */
  changed: () => void;
};

/** PV6: how long a value may lie here that no revision names, because none could be written */
const unnamedDays = 30;

/** Opens what is kept on this device; rejects when its database cannot be opened. */
export async function openPrivateValues(parts: PrivateParts): Promise<PrivateValues> {
  const store = new PrivateStore(parts.storeName);
  const byHash = (all: readonly PrivateRow[]) => new Map(all.map((row) => [row.hash, row]));
  const rows = signal<ReadonlyMap<string, PrivateRow>>(byHash(await store.all()));
  const tabs = new BroadcastChannel(privateStoreName(parts.storeName));
  tabs.onmessage = () => void reload().catch(console.error);
  let changes = 0;
  const change = (changed: ReadonlyMap<string, PrivateRow>) => {
    changes += 1;
    rows.value = changed;
    parts.changed();
  };

  /** Another tab has changed the database: whatever this one changes meanwhile stands. */
  async function reload(): Promise<void> {
    for (;;) {
      const before = changes;
      const read = byHash(await store.all());
      if (before === changes) return change(read);
    }
  }

  async function put(fresh: readonly PrivateRow[]): Promise<void> {
    if (fresh.length === 0) return;
    await store.put(fresh);
    change(new Map([...rows.value, ...fresh.map((row) => [row.hash, row] as const)]));
    tabs.postMessage('changed');
    // PV3: an erasure may have come in while they were written
    const gone = new Set(
      [...new Set(fresh.map(({ history }) => history))].flatMap((history) => [...erasedIn(history)]),
    );
    await drop(fresh.flatMap(({ hash }) => (gone.has(hash) ? [hash] : [])));
  }
  /** From the database whatever is known here: another tab may be writing one of them. */
  async function drop(hashes: readonly string[]): Promise<void> {
    if (hashes.length === 0) return;
    await store.drop(hashes);
    const here = hashes.filter((hash) => rows.value.has(hash));
    if (here.length === 0) return;
    change(new Map([...rows.value].filter(([hash]) => !here.includes(hash))));
    tabs.postMessage('changed');
  }

  const erasedIn = (history: string): Set<string> => new Set(parts.revisionsOf(history).flatMap(erasedBy));
  /** PV3, PV6, PV8: what was erased, what an officer's device may not have any longer, and what no revision has come to name. */
  async function forget(histories: Iterable<string>): Promise<void> {
    for (const history of histories) await drop([...erasedIn(history)]);
    const today = localDay(parts.now());
    const longAgo = new Date(parts.now().getTime() - unnamedDays * 86_400_000).toISOString();
    const isNamed = (row: PrivateRow): boolean =>
      [row.history, parts.history()].some((history) => parts.revisionsOf(history).flatMap(namedIn).includes(row.hash));
    await drop(
      [...rows.value.values()].flatMap((row) => {
        const isOver = row.until !== undefined && row.until < today;
        const isOld = !row.kept && row.madeAt !== undefined && row.madeAt < longAgo;
        return isOver || (isOld && !isNamed(row)) ? [row.hash] : [];
      }),
    );
  }

  async function answer(path: string, value: Json): Promise<boolean> {
    const history = parts.history();
    const before = (parts.registersOf(history).get(path) ?? []).flatMap((head) => hashNamedBy(head.value) ?? []);
    if (value === null) {
      const saved = await parts.write(path, null);
      if (saved) await drop(before);
      return saved;
    }
    const made = sealed(value, base64url(parts.random(16)), parts.sha256);
    try {
      await put([{ ...made, history, kept: false, madeAt: parts.now().toISOString() }]);
    } catch {
      return false; // said beside the field; the register stays as it was
    }
    const saved = await parts.write(path, privateReference(made.hash));
    if (saved) await drop(before);
    return saved;
  }

  /** The hashes registers of a history name now. */
  const namedNow = (history: string): string[] =>
    [...parts.registersOf(history)].flatMap(([path, heads]) =>
      isPrivatePath(path) ? heads.flatMap(({ value }) => namedIn({ path, value })) : [],
    );

  async function exchange(histories: readonly string[]): Promise<void> {
    await forget(histories);
    const asked = histories.flatMap((history) => {
      const named = new Set(namedNow(history));
      const all = [...rows.value.values()];
      // what was given before a code is named in the school's history now
      const values = all.filter((row) => !row.kept && (row.history === history || named.has(row.hash)));
      const gone = erasedIn(history);
      const wants = [...named].filter((hash) => !rows.value.has(hash) && !gone.has(hash));
      return values.length + wants.length === 0 ? [] : [{ history, values: values.slice(0, 50), wants }];
    });
    await askFor(asked);
  }

  async function offer(): Promise<void> {
    await forget(new Set([...rows.value.values()].map(({ history }) => history)));
    const open = [...rows.value.values()].filter(({ kept }) => !kept);
    const histories = [...new Set(open.map(({ history }) => history))];
    await askFor(
      histories.map((history) => ({
        history,
        values: open.filter((row) => row.history === history).slice(0, 50),
        wants: [],
      })),
    );
  }

  async function ask(
    wanted: ReadonlyMap<string, readonly string[]>,
    untilOf: (history: string) => string,
  ): Promise<Answered> {
    await forget(wanted.keys());
    const asked = [...wanted].flatMap(([history, hashes]) => {
      const gone = erasedIn(history);
      const wants = hashes.filter((hash) => !gone.has(hash));
      return wants.length === 0 ? [] : [{ history, values: [], wants }];
    });
    return askFor(asked, untilOf);
  }

  /** Until one of the requests is not answered; those after it are not made. */
  async function askFor(asked: readonly Asked[], untilOf?: (history: string) => string): Promise<Answered> {
    const [given, denied] = [new Set<string>(), new Set<string>()];
    for await (const answers of askPrivate(parts, asked)) {
      if (!answers) return { isWhole: false, given, denied };
      for (const one of answers) {
        if ('denied' in one) denied.add(one.history);
        else {
          for (const { hash } of one.values) given.add(hash);
          await takeAnswer(one, untilOf?.(one.history));
        }
      }
    }
    return { isWhole: true, given, denied };
  }

  async function takeAnswer({ history, kept, erased, values }: Given, until: string | undefined): Promise<void> {
    const gone = new Set([...erased, ...erasedIn(history)]);
    const keptAt = parts.now().toISOString();
    const ours = kept.flatMap((hash) => {
      const row = rows.value.get(hash);
      return row ? [{ keptAt, ...row, history, kept: true }] : [];
    });
    const theirs = values
      .filter((value) => !gone.has(value.hash) && isGenuine(value, parts.sha256))
      .map((value) => ({ ...rows.value.get(value.hash), ...value, history, kept: true, ...(until && { until }) }));
    await put([...ours, ...theirs]);
    await drop([...gone]);
  }

  async function take(values: readonly CarriedValue[]): Promise<{ kept: string[]; erased: string[] }> {
    const [fresh, kept, erased]: [PrivateRow[], string[], string[]] = [[], [], []];
    for (const history of new Set(values.map((value) => value.history))) {
      const gone = erasedIn(history);
      const named = new Set(parts.revisionsOf(history).flatMap(namedIn));
      for (const value of values.filter((one) => one.history === history && isGenuine(one, parts.sha256))) {
        if (gone.has(value.hash)) erased.push(value.hash);
        else if (named.has(value.hash)) kept.push(value.hash);
        if (kept.includes(value.hash) && !rows.value.has(value.hash)) fresh.push({ ...value, kept: false });
      }
    }
    await put(fresh);
    return { kept, erased };
  }

  async function noteReceipt(...[said, at, byOfficer]: Parameters<PrivateValues['noteReceipt']>): Promise<void> {
    const ours = said.kept.flatMap((hash) => rows.value.get(hash) ?? []).filter(({ kept }) => !kept);
    await put(ours.map((row) => (byOfficer ? { ...row, carriedAt: at } : { ...row, kept: true, keptAt: at })));
    if (!byOfficer) await drop(said.erased);
  }

  /** Only what a register names now: a value whose writing broke off is nothing anybody waits for. */
  function contacts(): Contacts {
    const open = [...rows.value.values()].filter(({ kept }) => !kept);
    const histories = new Set([parts.history(), ...open.map(({ history }) => history)]);
    const named = open.length === 0 ? new Set() : new Set([...histories].flatMap(namedNow));
    const awaited = open.filter(({ hash }) => named.has(hash));
    return { unsent: awaited.length, carried: awaited.filter(({ carriedAt }) => carriedAt !== undefined).length };
  }

  await forget(new Set([...rows.value.values()].map((row) => row.history)));
  return {
    of: (registers, path) => {
      const hashes = (registers.get(path) ?? []).flatMap((head) => hashNamedBy(head.value) ?? []);
      const row = hashes.map((hash) => rows.value.get(hash)).find((found) => found !== undefined);
      if (row) return { state: 'here', value: row.value, ...whereIs(row) };
      return { state: hashes.length === 0 ? 'empty' : 'elsewhere' };
    },
    valueOf: (hash) => rows.value.get(hash)?.value ?? null,
    answer,
    exchange,
    offer,
    ask,
    carriedOf: (history) => {
      const gone = erasedIn(history);
      return [...new Set(namedNow(history))].flatMap((hash) => {
        const row = gone.has(hash) ? undefined : rows.value.get(hash);
        return row ? [{ history, hash, salt: row.salt, value: row.value }] : [];
      });
    },
    take,
    noteReceipt,
    doubt: () =>
      put(
        [...rows.value.values()]
          .filter(({ until, keptAt }) => until === undefined || keptAt !== undefined) // what was only asked for is nobody's to bring
          .map(({ keptAt: _then, ...row }) => ({ ...row, kept: false })),
      ),
    contacts,
    drop,
  };
}

import { signal } from '@preact/signals';
import type { Json } from '../../core/json.ts';
import {
  erasedBy,
  hashNamedBy,
  isGenuine,
  isPrivatePath,
  namedIn,
  type PrivateValue,
  privateReference,
  sealed,
} from '../../core/private-values/private-values.ts';
import type { Registers } from '../../core/submission/registers.ts';
import { base64url, type Revision, type Sha256 } from '../../core/submission/revision.ts';
import type { CallEndpoint } from '../sync/call-endpoint.ts';
import { type PrivateRow, PrivateStore } from './private-store.ts';
import { readPrivateAnswer } from './read-private-answer.ts';

/** What a register of contacts stands for here. `elsewhere`: it was given, and its value is not on this device. */
type PrivateState = { state: 'empty' } | { state: 'elsewhere' } | { state: 'here'; value: Json };

export type PrivateValues = {
  /** of the register at a path; reading it in a component follows it */
  of: (registers: Registers, path: string) => PrivateState;
  /** Keeps a value and writes its hash into the register; null clears it. False: it could not be kept, and nothing was written. */
  answer: (path: string, value: Json) => Promise<boolean>;
  /** PV2: offers what the endpoint has not got yet and asks for what these histories name; quiet when nobody answers. */
  exchange: (histories: readonly string[]) => Promise<void>;
  /** PV3 */
  drop: (hashes: readonly string[]) => Promise<void>;
};

export type PrivateParts = {
  storeName: string;
  call: CallEndpoint;
  nonce: () => string;
  random: (bytes: number) => Uint8Array;
  sha256: Sha256;
  /** the history this device writes into now */
  history: () => string;
  registersOf: (history: string) => Registers;
  revisionsOf: (history: string) => readonly Revision[];
  /** writes a register; resolves true once it is saved */
  write: (path: string, value: Json) => Promise<boolean>;
};

/** values and wants of one request together */
const mostAtOnce = 150;

/** Opens what is kept on this device; rejects when its database cannot be opened. */
export async function openPrivateValues(parts: PrivateParts): Promise<PrivateValues> {
  const store = new PrivateStore(parts.storeName);
  const rows = signal<ReadonlyMap<string, PrivateRow>>(new Map((await store.all()).map((row) => [row.hash, row])));
  const change = (changed: ReadonlyMap<string, PrivateRow>) => {
    rows.value = changed;
  };

  async function put(fresh: readonly PrivateRow[]): Promise<void> {
    if (fresh.length === 0) return;
    await store.put(fresh);
    change(new Map([...rows.value, ...fresh.map((row) => [row.hash, row] as const)]));
  }
  async function drop(hashes: readonly string[]): Promise<void> {
    const here = hashes.filter((hash) => rows.value.has(hash));
    if (here.length === 0) return;
    await store.drop(here);
    change(new Map([...rows.value].filter(([hash]) => !here.includes(hash))));
  }

  const erasedIn = (history: string): Set<string> => new Set(parts.revisionsOf(history).flatMap(erasedBy));

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
      await put([{ ...made, history, kept: false }]);
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
    for (const history of histories) await drop([...erasedIn(history)]);
    const asked = histories.flatMap((history) => {
      const named = new Set(namedNow(history));
      const all = [...rows.value.values()];
      // what was given before a code is named in the school's history now
      const values = all.filter((row) => !row.kept && (row.history === history || named.has(row.hash)));
      const gone = erasedIn(history);
      const wants = [...named].filter((hash) => !rows.value.has(hash) && !gone.has(hash));
      return values.length + wants.length === 0 ? [] : [{ history, values: values.slice(0, 50), wants }];
    });
    for (const batch of inBatches(asked)) if (!(await exchangeBatch(batch))) return;
  }

  type Asked = { history: string; values: readonly PrivateValue[]; wants: readonly string[] };

  async function exchangeBatch(batch: readonly Asked[]): Promise<boolean> {
    const nonce = parts.nonce();
    const called = await parts.call('/private', {
      nonce,
      histories: batch.map(({ history, values, wants }) => ({
        history,
        values: values.map(({ hash, salt, value }) => ({ hash, salt, value })),
        wants,
      })),
    });
    const answers = called.kind === 'answer' ? readPrivateAnswer(called.body, nonce) : null;
    if (!answers) return false;
    for (const { history, kept, erased, values } of answers) {
      const gone = new Set([...erased, ...erasedIn(history)]);
      const ours = kept.flatMap((hash) => rows.value.get(hash) ?? []).map((row) => ({ ...row, history, kept: true }));
      const theirs = values
        .filter((value) => !gone.has(value.hash) && isGenuine(value, parts.sha256))
        .map((value) => ({ ...value, history, kept: true }));
      await put([...ours, ...theirs]);
      await drop([...gone]);
    }
    return true;
  }

  for (const history of new Set([...rows.value.values()].map((row) => row.history))) await drop([...erasedIn(history)]);
  return {
    of: (registers, path) => {
      const hashes = (registers.get(path) ?? []).flatMap((head) => hashNamedBy(head.value) ?? []);
      const row = hashes.map((hash) => rows.value.get(hash)).find((found) => found !== undefined);
      if (row) return { state: 'here', value: row.value };
      return { state: hashes.length === 0 ? 'empty' : 'elsewhere' };
    },
    answer,
    exchange,
    drop,
  };
}

function* inBatches<Asked extends { values: readonly unknown[]; wants: readonly unknown[] }>(
  asked: readonly Asked[],
): Generator<Asked[]> {
  let batch: Asked[] = [];
  let size = 0;
  for (const one of asked) {
    const own = one.values.length + one.wants.length;
    if (batch.length > 0 && size + own > mostAtOnce) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(one);
    size += own;
  }
  if (batch.length > 0) yield batch;
}

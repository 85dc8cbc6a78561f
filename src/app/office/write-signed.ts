import { sha256 } from '@noble/hashes/sha2.js';
import { needsSignature } from '../../core/access/access.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import { createRevision, normalizeValue } from '../../core/submission/create-revision.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { paperTexts } from '../../texts/paper-entry.ts';
import { roleTexts } from '../../texts/program.ts';
import type { Histories } from '../histories.ts';
import { signText } from '../sync/device-key.ts';
import type { Enrolment } from '../sync/enrolment.ts';
import { localInstant } from '../time.ts';
import type { Brought, Office } from './office.ts';

export type WritingParts = {
  histories: Histories;
  /** as it stands now: the device may have entered another code */
  officer: () => Enrolment | null;
  readKey: () => Promise<CryptoKeyPair | null>;
  now: () => Date;
  /** 16 random bytes as text */
  nonce: () => string;
  /** shows them at once; true when both copies have them */
  keep: (revisions: readonly Revision[]) => Promise<boolean>;
};

/** OF5: what an officer writes stands on his device at once; what judges or grants (AC2) is signed by this device's key first. */
export function createWriting(parts: WritingParts): Office['write'] {
  return async (history, path, value, seen) =>
    keepAll(parts, [await revisionOf(parts, { history, path, value, seen })]);
}

/** The same for several registers that count only together. */
export function createWritingAll(parts: WritingParts): Office['writeAll'] {
  return async (history, entries) => {
    const made: Made[] = [];
    for (const { path, value } of entries) made.push(await revisionOf(parts, { history, path, value }));
    return keepAll(parts, made);
  };
}

/** PE8, IA2: what he only brings, from a paper or a file, says so in the history of every answer; it is kept whole or not at all. */
export function createBringing(parts: WritingParts): Office['bring'] {
  return async (brought, history, entries) => {
    const made: Made[] = [];
    for (const { path, value } of entries) made.push(await revisionOf(parts, { history, path, value, brought }));
    return keepAll(parts, made);
  };
}

/** `same`: that value stands there alone already; `not-signed`: it cannot be written. */
type Made = Revision | 'same' | 'not-signed';

async function keepAll({ keep }: WritingParts, made: readonly Made[]): Promise<boolean> {
  if (made.includes('not-signed')) return false;
  const fresh = made.filter((one): one is Revision => typeof one !== 'string');
  return fresh.length === 0 || keep(fresh);
}

type Written = { history: string; path: string; value: Json; seen?: readonly string[] | undefined; brought?: Brought };

async function revisionOf(parts: WritingParts, { history, path, value, seen, brought }: Written): Promise<Made> {
  const officer = parts.officer();
  if (officer === null) return 'not-signed';
  const index = parts.histories.of(history);
  const heads = index.heads(path);
  const [only] = heads;
  if (heads.length <= 1 && canonicalJson(only?.value ?? null) === canonicalJson(normalizeValue(value))) return 'same';
  const made = createRevision(
    {
      history,
      path,
      value,
      seen: seen ? index.historyOf(path).filter(({ id }) => seen.includes(id)) : heads,
      at: localInstant(parts.now()),
      who: brought === 'import' ? paperTexts.importer : roleTexts.officer,
      label: brought === 'paper' ? `${paperTexts.label}, ${officer.label}`.slice(0, 80) : officer.label,
      nonce: parts.nonce(),
    },
    sha256,
  );
  return needsSignature(made) ? sign(parts, made, officer) : made;
}

/** Without a key nothing can be signed: it was lost, and no other one is known to the endpoint. */
async function sign({ readKey }: WritingParts, made: Revision, { device }: Enrolment): Promise<Made> {
  const pair = await readKey();
  return pair ? { ...made, signature: { by: device, value: await signText(pair, made.id) } } : 'not-signed';
}

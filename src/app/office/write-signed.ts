import { sha256 } from '@noble/hashes/sha2.js';
import { needsSignature } from '../../core/access/access.ts';
import { canonicalJson } from '../../core/json.ts';
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

/**
 * OF5: what an officer writes stands on his device at once; what judges or grants (AC2) is signed by this device's key first.
 * PE8: what he brings from a paper or a file says so in the history of every answer.
 */
export function createWriting(parts: WritingParts, brought?: Brought): Office['write'] {
  const { histories } = parts;
  return async (history, path, value, seen) => {
    const officer = parts.officer();
    if (officer === null) return false;
    const index = histories.of(history);
    const heads = index.heads(path);
    const [only] = heads;
    if (heads.length <= 1 && canonicalJson(only?.value ?? null) === canonicalJson(normalizeValue(value))) return true;
    const answered = seen ? index.historyOf(path).filter(({ id }) => seen.includes(id)) : heads;
    const made = createRevision(
      {
        history,
        path,
        value,
        seen: answered,
        at: localInstant(parts.now()),
        who: brought === 'import' ? paperTexts.importer : roleTexts.officer,
        label: brought === 'paper' ? `${paperTexts.label}, ${officer.label}`.slice(0, 80) : officer.label,
        nonce: parts.nonce(),
      },
      sha256,
    );
    const signed = needsSignature(made) ? await sign(made, officer) : made;
    return signed !== null && parts.keep([signed]);
  };

  /** Null: the key was lost, and no other one is known to the endpoint. */
  async function sign(made: Revision, { device }: Enrolment): Promise<Revision | null> {
    const pair = await parts.readKey();
    return pair && { ...made, signature: { by: device, value: await signText(pair, made.id) } };
  }
}

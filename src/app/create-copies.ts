import type { Revision } from '../core/submission/revision.ts';
import type { PrivateValues } from './private-values/private-values.ts';
import type { Program } from './program.ts';
import type { AsideRow } from './store/dexie-store.ts';
import { type Enrolment, type EnrolmentStore, ownKey } from './sync/enrolment.ts';
import { localInstant } from './time.ts';

type Parts = {
  enrolment: () => Enrolment | null;
  enrolments: EnrolmentStore;
  /** how this device is called while nobody has named it */
  label: string;
  now: () => Date;
  /** the history shown, and its revisions */
  history: () => string;
  revisions: () => readonly Revision[];
  /** JG2: judgements that wait until their signer is known; they travel in every copy */
  readAside: () => Promise<readonly AsideRow[]>;
  /** keeps what may stand (JG1) */
  keep: (revisions: readonly Revision[]) => Promise<boolean>;
  privates: () => Promise<PrivateValues>;
};

/** The history shown as a file, and back (docs/envelope.md). */
export function createCopies(parts: Parts): Pick<Program, 'saveCopy' | 'readCopy'> {
  const { enrolments, history, revisions } = parts;
  return {
    saveCopy: async ({ code, contacts = false } = {}) => {
      const { device = null, place, label = parts.label } = parts.enrolment() ?? {};
      const own = revisions();
      const known = new Set(own.map(({ id }) => id));
      const privates = contacts ? (await parts.privates()).carriedOf(history()) : [];
      const waiting = (await parts.readAside()).map(({ revision }) => revision);
      return (await copyFiles()).writeCopy(
        {
          histories: [{ history: history(), place: place?.shortName ?? null }],
          madeAt: localInstant(parts.now()),
          device,
          label,
          pair: await signingKey(enrolments, device),
          ...(code !== undefined && { code }),
          ...(privates.length > 0 && { privates }),
        },
        [...own, ...waiting.filter((one) => one.history === history() && !known.has(one.id))],
      );
    },
    readCopy: async (file) => {
      const copy = await (await copyFiles()).readCopyFile(file);
      if (!copy.ok) return { refused: copy.problem.code };
      const known = new Set(revisions().map(({ id }) => id));
      const isBound = parts.enrolment() !== null || known.size > 0;
      if (isBound && copy.value.histories.some((named) => named.history !== history())) return { refused: 'foreign' };
      const isKept = await parts.keep(copy.value.revisions.filter(({ id }) => !known.has(id)));
      if (isKept && copy.value.privates) await (await parts.privates()).take(copy.value.privates);
      return { taken: revisions().length - known.size };
    },
  };
}

/** Not needed to fill in and save: comes with what comes later. */
const copyFiles = () => import('./store/copy-file.ts');

/** EV4: a device that has entered no code makes its key for its first file; an enrolled one that lost its own registers a new one by itself (EN6). */
async function signingKey(enrolments: EnrolmentStore, device: string | null): Promise<CryptoKeyPair | null> {
  if (!globalThis.crypto?.subtle) return null;
  return device === null ? ownKey(enrolments) : enrolments.readKey();
}

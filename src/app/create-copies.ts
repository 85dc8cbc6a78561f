import type { Revision } from '../core/submission/revision.ts';
import type { Program } from './program.ts';
import type { Enrolment, EnrolmentStore } from './sync/enrolment.ts';
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
  keep: (revisions: readonly Revision[]) => Promise<boolean>;
};

/** The history shown as a file, and back (docs/envelope.md). */
export function createCopies(parts: Parts): Pick<Program, 'saveCopy' | 'readCopy'> {
  const { enrolments, history, revisions } = parts;
  return {
    saveCopy: async (code) => {
      const { device = null, place, label = parts.label } = parts.enrolment() ?? {};
      return (await copyFiles()).writeCopy(
        {
          histories: [{ history: history(), place: place?.shortName ?? null }],
          madeAt: localInstant(parts.now()),
          device,
          label,
          pair: await signingKey(enrolments, device),
          ...(code !== undefined && { code }),
        },
        revisions(),
      );
    },
    readCopy: async (file) => {
      const copy = await (await copyFiles()).readCopyFile(file);
      if (!copy.ok) return { refused: copy.problem.code };
      const known = new Set(revisions().map(({ id }) => id));
      const isBound = parts.enrolment() !== null || known.size > 0;
      if (isBound && copy.value.histories.some((named) => named.history !== history())) return { refused: 'foreign' };
      await parts.keep(copy.value.revisions);
      return { taken: copy.value.revisions.filter(({ id }) => !known.has(id)).length };
    },
  };
}

/** Not needed to fill in and save: comes with what comes later. */
const copyFiles = () => import('./store/copy-file.ts');

/** EV4: a device that has entered no code makes its key for its first file; an enrolled one that lost its own registers a new one by itself (EN6). */
async function signingKey(enrolments: EnrolmentStore, device: string | null): Promise<CryptoKeyPair | null> {
  if (!globalThis.crypto?.subtle) return null;
  const known = await enrolments.readKey();
  return known ?? (device === null ? enrolments.makeKey() : null);
}

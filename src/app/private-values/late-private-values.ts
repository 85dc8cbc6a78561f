import { erasedBy, isPrivatePath } from '../../core/private-values/private-values.ts';
import type { Registers } from '../../core/submission/registers.ts';
import type { Revision } from '../../core/submission/revision.ts';
import type { PrivateParts, PrivateValues } from './private-values.ts';

export type LatePrivateValues = {
  /** rejects when the file or the database cannot be opened; asked again it tries again */
  open: () => Promise<PrivateValues>;
  /** a turn went well: what the device's own history names is exchanged */
  afterTurn: () => void;
  /** PV3: revisions of others came in, whatever road they took */
  noteErased: (revisions: readonly Revision[]) => void;
};

/** Nothing of private values is loaded on a device that never meets any. */
export function createLatePrivateValues(parts: PrivateParts): LatePrivateValues {
  let opening: Promise<PrivateValues> | null = null;
  const open = () => {
    opening ??= import('./private-values.ts').then(({ openPrivateValues }) => openPrivateValues(parts));
    opening.catch(() => {
      opening = null;
    });
    return opening;
  };
  const quietly = (work: (values: PrivateValues) => Promise<void>) => void open().then(work).catch(console.error);
  return {
    open,
    afterTurn: () => {
      if (hasAny(parts.registersOf(parts.history()))) quietly((values) => values.exchange([parts.history()]));
    },
    noteErased: (revisions) => {
      const gone = revisions.flatMap(erasedBy);
      if (gone.length > 0) quietly((values) => values.drop(gone));
    },
  };
}

const hasAny = (registers: Registers): boolean => [...registers.keys()].some(isPrivatePath);

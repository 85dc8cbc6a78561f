import { Dexie } from 'dexie';
import { erasedBy, isPrivatePath } from '../../core/private-values/private-values.ts';
import type { Registers } from '../../core/submission/registers.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { type Contacts, noContacts } from './contacts.ts';
import type { PrivateParts, PrivateValues } from './private-values.ts';
import { privateStoreName } from './store-name.ts';

export type LatePrivateValues = {
  /** rejects when the file or the database cannot be opened; asked again it tries again */
  open: () => Promise<PrivateValues>;
  /**
   * a turn went well: what the device's own history names is exchanged, and what an officer's device took from files is brought;
   * SY4: once a session everything here, where the endpoint was put back from a copy
   */
  afterTurn: (isRestored: boolean) => void;
  /** PV3: revisions of others came in, whatever road they took */
  noteErased: (revisions: readonly Revision[]) => void;
  noteReceipt: PrivateValues['noteReceipt'];
  /** PV9 */
  contacts: () => Contacts;
};

type Parts = PrivateParts & {
  /** whether this is an officer's device, whose own history names no contacts */
  isOfficers: () => boolean;
  /** when what is not needed to fill in and save may begin to load */
  later: Promise<void>;
};

/** Nothing of private values is loaded on a device that never meets any. */
export function createLatePrivateValues(parts: Parts): LatePrivateValues {
  let opening: Promise<PrivateValues> | null = null;
  let opened: PrivateValues | null = null;
  /** whether there is anything to open; null: not known yet */
  let isHere: boolean | null = null;
  let isClosed = false;
  let hasDoubted = false;
  const open = () => {
    opening ??= import('./private-values.ts').then(({ openPrivateValues }) => openPrivateValues(parts));
    opening.then(
      (values) => {
        if (opened === values) return;
        opened = values;
        isClosed = false;
        parts.changed();
      },
      () => {
        opening = null;
        isClosed = true;
        parts.changed();
      },
    );
    return opening;
  };
  const quietly = (work: (values: PrivateValues) => Promise<unknown>) => void open().then(work).catch(console.error);
  const hasAny = () => namesAny(parts.registersOf(parts.history()));
  void parts.later
    .then(() => Dexie.exists(privateStoreName(parts.storeName)))
    .then(
      (found) => {
        isHere = found;
        if (found) quietly(async () => undefined);
        parts.changed();
      },
      () => {
        isClosed = true;
        parts.changed();
      },
    );
  return {
    open,
    afterTurn: (isRestored) => {
      const isOfficers = parts.isOfficers();
      if (isOfficers ? !isHere && !opened : !hasAny()) return;
      const isDoubted = isRestored && !hasDoubted;
      hasDoubted ||= isRestored;
      quietly(async (values) => {
        if (isDoubted) await values.doubt();
        await (isOfficers ? values.offer() : values.exchange([parts.history()]));
      });
    },
    noteErased: (revisions) => {
      const gone = revisions.flatMap(erasedBy);
      if (gone.length > 0) quietly((values) => values.drop(gone));
    },
    noteReceipt: async (...said) => (await open()).noteReceipt(...said),
    contacts: () => {
      if (opened) return opened.contacts();
      if (isClosed) return 'closed';
      return isHere === false ? noContacts : 'opening';
    },
  };
}

const namesAny = (registers: Registers): boolean => [...registers.keys()].some(isPrivatePath);

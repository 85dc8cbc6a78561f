import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EnvelopeProblem } from '../core/envelope/envelope.ts';
import type { Form } from '../core/form/form.ts';
import type { Json } from '../core/json.ts';
import type { Result } from '../core/result.ts';
import type { Assessment } from '../core/scoring/assessment.ts';
import type { Campaign } from '../core/submission/campaigns.ts';
import type { Facts } from '../core/submission/facts.ts';
import type { Registers } from '../core/submission/registers.ts';
import type { Revision } from '../core/submission/revision.ts';
import type { Signing, Status } from '../core/submission/status.ts';
import type { Periods } from './create-periods.ts';
import type { Office } from './office/office.ts';
import type { PrivateValues } from './private-values/private-values.ts';
import type { SchoolFiles } from './school-files/school-files.ts';
import type { Delivered, Delivery } from './sync/delivery.ts';
import type { EnrolOutcome } from './sync/enrol-outcome.ts';
import type { SchoolDevices } from './sync/school-devices.ts';
import type { ReceiptRefusal, TakenReceipt } from './sync/take-receipt.ts';

/** The truth about where the work is; the header shows exactly this. */
export type SavingState = {
  /** writes under way */
  pending: number;
  /** HH:MM of the last write that both copies took; null: none yet */
  savedAt: string | null;
  /** revisions that could not be written, newest last; they are on screen and in memory */
  unsaved: readonly { revision: Revision; reason: 'disk-full' | 'storage-failed' | 'newer-data' }[];
  /** whether the second copy (OPFS journal) takes writes */
  secondCopy: 'ok' | 'unavailable';
  /** revisions on this device */
  count: number;
};

/** ST5: all that is not saved waits in the second copy for the newer program: this window may be closed. */
export const isKeptApart = ({ unsaved, secondCopy }: SavingState): boolean =>
  unsaved.length > 0 && secondCopy === 'ok' && unsaved.every(({ reason }) => reason === 'newer-data');

/** What start-up found when it compared the two copies (ST3); shown once as a message. */
export type Recovery =
  | { kind: 'nothing' }
  /** ST5: written by a newer program: shown, and nothing is written into it */
  | { kind: 'newer-data' }
  | { kind: 'restored'; count: number; reason: 'wiped' | 'older' }
  | { kind: 'wiped-nothing-left' };

/** Everything a screen may use; created once in main.tsx. */
export type Program = {
  /** the effective one (CP5), with the texts that have come (see form-on-screen.ts); reading it in a component follows it */
  readonly form: Form;
  /** the effective form of any campaign; of one whose published form is not here an empty one (FP4) */
  formOf: (campaign: Campaign) => Form;
  /** the campaign on screen; reading it in a component follows it */
  readonly campaign: Campaign;
  periods: Periods;
  /** all registers of the history shown, conflicts included */
  registers: ReadonlySignal<Registers>;
  /** the public histories of whoever stands above, nearest first */
  published: ReadonlySignal<readonly Registers[]>;
  /** all revisions of the history shown */
  revisions: () => readonly Revision[];
  /** revisions people have made in the history shown */
  revisionCount: ReadonlySignal<number>;
  /** current values by short key (see core/submission/facts.ts) */
  facts: ReadonlySignal<Facts>;
  assessment: ReadonlySignal<Assessment>;
  /** how far the submission has come, and which of its registers changed since it was last submitted; null: nobody has said */
  status: ReadonlySignal<(Status & { changed: readonly string[] }) | null>;
  /** SB1: submits what stands here now. True once both copies have it. */
  submit: (signing: Signing | null) => Promise<boolean>;
  /** the registers as they were submitted last; as they stand now when nothing says what was */
  asSubmitted: () => Registers;
  saving: ReadonlySignal<SavingState>;
  /** what the endpoint has seen of it */
  delivery: ReadonlySignal<Delivery>;
  /** how far one revision has come; null: no code was entered, or it is not known yet. `delivery` tells when it changes. */
  deliveredOf: (id: string) => Delivered | null;
  /** exchanges a whole code of 20 digits; local answers follow under the place */
  enrol: (code: string, label: string) => Promise<EnrolOutcome>;
  /** EV15: takes the receipt in a file; what it said, or why nothing of it was used */
  takeReceipt: (file: Blob) => Promise<Result<TakenReceipt, ReceiptRefusal>>;
  /** EV17: the files of schools on an officer's device; rejects when what reads them cannot be loaded */
  schoolFiles: () => Promise<SchoolFiles>;
  /** everything an officer's screens use; rejects when it cannot be loaded, or this is no officer's device */
  office: () => Promise<Office>;
  /** judgements that came without the right signature in this session, and those that wait until their signer is known (JG1, JG2) */
  unproven: ReadonlySignal<{ refused: number; aside: number }>;
  /** the devices of the school, as the endpoint knows them */
  schoolDevices: SchoolDevices;
  /** reads what other tabs wrote while this one could not hear them (ST7) */
  catchUp: () => Promise<void>;
  /** a turn with the endpoint now, whatever is planned */
  syncNow: () => void;
  /** how this device is called while nobody has named it */
  label: string;
  recovery: ReadonlySignal<Recovery>;
  dismissRecovery: () => void;
  /** full path of a short key: `K3-01` → `2025-26/readiness/K3-01`, `status` → `2025-26/status`, `-/…` stays */
  pathOf: (key: string) => string;
  /**
   * Writes one answer. `seen`: ids of the heads the person had on screen; leave out to take today's heads.
   * `whenToTell`: when screens hear of it, at once if left out; the writing itself never waits.
   * `saved` resolves true once both copies have it, false when it is only in memory (then it stands in `saving.unsaved`).
   * `id`: the revision made, for the next `seen` of the same field; null when that value already stands there alone.
   */
  answer: (
    key: string,
    value: Json,
    seen?: readonly string[],
    whenToTell?: (tell: () => void) => void,
  ) => { id: string | null; saved: Promise<boolean> };
  /** tries again everything in `saving.unsaved` */
  retryUnsaved: () => Promise<boolean>;
  /** contacts of staff, which stand beside the revisions; rejects when they cannot be opened */
  privateValues: () => Promise<PrivateValues>;
  /** all revisions of a register, oldest first, for its history */
  historyOf: (key: string) => readonly Revision[];
  /** the last changes of all registers, superseded ones included, newest first (CH1) */
  latest: (count: number) => readonly Revision[];
  /**
   * One file with the whole history shown, signed by this device (docs/envelope.md). `code`: the 20 digits somebody typed on a
   * device that is not enrolled; whoever imports the file enrols the device with them. `contacts`: PV7, those of staff, too.
   */
  saveCopy: (asked?: { code?: string | undefined; contacts?: boolean }) => Promise<Blob>;
  /** reads such a file back; how many revisions were new, or why nothing was taken */
  readCopy: (file: Blob) => Promise<{ taken: number } | { refused: EnvelopeProblem['code'] | 'foreign' }>;
  now: () => Date;
};

export const ProgramContext = createContext<Program | null>(null);

/** The program a screen stands in. */
export function useProgram(): Program {
  const program = useContext(ProgramContext);
  if (!program) throw new Error('a screen outside the program');
  return program;
}

import { sha256 } from '@noble/hashes/sha2.js';
import type { ReadonlySignal } from '@preact/signals';
import type { Road } from '../core/access/weigh-judgement.ts';
import type { Form } from '../core/form/form.ts';
import type { PlaceTree } from '../core/places/place-tree.ts';
import { base64url, type Revision } from '../core/submission/revision.ts';
import type { Histories } from './histories.ts';
import { latePart } from './late-part.ts';
import type { Below } from './office/below.ts';
import type { Office } from './office/office.ts';
import type { PrivateValues } from './private-values/private-values.ts';
import type { OfficerPlaces } from './school-files/officer-places.ts';
import type { SchoolFiles } from './school-files/school-files.ts';
import type { CallEndpoint } from './sync/call-endpoint.ts';
import type { Sync } from './sync/create-sync.ts';
import type { Enrolment, EnrolmentStore } from './sync/enrolment.ts';

type Parts = {
  form: ReadonlySignal<Form>;
  histories: Histories;
  enrolments: EnrolmentStore;
  call: CallEndpoint;
  chosenCampaign: { read: () => string | null; write: (id: string) => void };
  nonce: () => string;
  random: (bytes: number) => Uint8Array;
  now: () => Date;
  officer: () => Enrolment | null;
  admit: (revisions: readonly Revision[], road: Road) => Promise<readonly Revision[]>;
  keep: (revisions: readonly Revision[]) => Promise<boolean>;
  takePrivates: PrivateValues['take'];
  show: () => void;
  sync: () => Sync | null;
  storeName: string;
};

/** What only an officer's device has; nothing of it is loaded anywhere else. */
export type OfficerParts = {
  schoolFiles: () => Promise<SchoolFiles>;
  office: () => Promise<Office>;
  below: () => Promise<Below>;
  /** a turn ended well: what else is asked of the endpoint now and then */
  afterTurn: () => void;
  /** the places below, with the histories where their officers stand; null: not known */
  known: () => { tree: PlaceTree; publicHistories: readonly string[] } | null;
};

export function createOfficerParts(parts: Parts): OfficerParts {
  const { histories, nonce } = parts;
  const common = {
    ...parts,
    readKey: parts.enrolments.readKey,
    revisionsOf: (history: string) => histories.of(history).all(),
    syncNow: () => parts.sync()?.now(),
  };
  let told: OfficerPlaces | null = null;
  const places = latePart<OfficerPlaces>(async () => {
    told = await (await import('./school-files/officer-places.ts')).createOfficerPlaces(parts);
    return told;
  });
  const schoolFiles = latePart<SchoolFiles>(async () => {
    const [{ createSchoolFiles }, known] = await Promise.all([import('./school-files/school-files.ts'), places()]);
    return createSchoolFiles({ ...common, places: known });
  });
  const opened = latePart<{ below: Below; office: Office }>(async () => {
    const [{ openOffice }, known] = await Promise.all([import('./office/open-office.ts'), places()]);
    return openOffice({
      ...common,
      places: known,
      chosen: parts.chosenCampaign,
      sha256,
      turnNonce: nonce,
      nonce: () => base64url(parts.random(16)),
      isConfirmed: (id) => parts.sync()?.deliveredOf(id)?.state === 'confirmed',
      onProgress: () => parts.sync()?.recount(),
    });
  });
  return {
    schoolFiles,
    office: async () => (await opened()).office,
    below: async () => (await opened()).below,
    known: () => {
      const known = told?.tree.value ?? null;
      const publicHistories = histories.names.filter((name) => name.endsWith(':public'));
      return known && { tree: known, publicHistories };
    },
    afterTurn: () => void schoolFiles().then((files) => files.catchUp(false), console.error),
  };
}

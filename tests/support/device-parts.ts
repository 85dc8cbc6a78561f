import type { ProgramParts } from '../../src/app/create-program.ts';
import type { CallEndpoint } from '../../src/app/sync/call-endpoint.ts';
import type { Enrolment, EnrolmentStore } from '../../src/app/sync/enrolment.ts';

type Parts = Pick<ProgramParts, 'enrolments' | 'call' | 'chosenCampaign' | 'lock' | 'later'>;

/** What a device remembers of its enrolment, in memory; and its key. */
export function memoryEnrolments(): EnrolmentStore {
  let kept: Enrolment | null = null;
  let pair: CryptoKeyPair | null = null;
  return {
    read: async () => kept,
    write: async (enrolment) => {
      kept = enrolment;
    },
    readKey: async () => pair,
    keepKey: async (own) => {
      pair = own;
      return true;
    },
  };
}

/** A device that has entered no code; its requests go nowhere. */
export function aDeviceWithoutCode(call: CallEndpoint = async () => ({ kind: 'no-server' })): Parts {
  let chosen: string | null = null;
  return {
    enrolments: memoryEnrolments(),
    call,
    chosenCampaign: {
      read: () => chosen,
      write: (id) => {
        chosen = id;
      },
    },
    lock: null,
    later: Promise.resolve(),
  };
}

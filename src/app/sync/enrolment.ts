import { del, get, set } from 'idb-keyval';
import * as z from 'zod/mini';

const standingSchema = z.object({
  device: z.string(),
  role: z.enum(['school', 'signer', 'branch', 'officer']),
  place: z.object({ id: z.string(), kind: z.string(), name: z.string(), shortName: z.string() }),
  /** the history this device writes into */
  own: z.string(),
  /** the public ones it reads, nearest place first */
  histories: z.array(z.string()),
  endpointKey: z.string(),
});

/** What the endpoint says a device is. */
export type Standing = z.infer<typeof standingSchema>;

const enrolmentSchema = z.extend(standingSchema, {
  /** the history that was re-issued under the place; null: there was none */
  local: z.nullable(z.string()),
  /** how people call this device */
  label: z.string(),
});

/** A device that has entered a code. */
export type Enrolment = z.infer<typeof enrolmentSchema>;

export const parseStanding = (answer: unknown): Standing | null => standingSchema.safeParse(answer).data ?? null;

/** Keeps what a device must remember of its enrolment. Kept twice: a wiped database must not cost the code. */
export type EnrolmentStore = {
  read: () => Promise<Enrolment | null>;
  write: (enrolment: Enrolment) => Promise<void>;
  /** the device's key pair, never readable; made when there is none and `make` is asked for */
  readKey: () => Promise<CryptoKeyPair | null>;
  makeKey: () => Promise<CryptoKeyPair>;
};

const enrolmentKey = 'gotovo-enrolment';
const deviceKey = 'gotovo-device-key';

export function createEnrolmentStore(): EnrolmentStore {
  return {
    read: async () => {
      const kept =
        (await get(enrolmentKey).catch(() => undefined)) ?? JSON.parse(localStorage.getItem(enrolmentKey) ?? 'null');
      return enrolmentSchema.safeParse(kept).data ?? null;
    },
    write: async (enrolment) => {
      localStorage.setItem(enrolmentKey, JSON.stringify(enrolment));
      await set(enrolmentKey, enrolment);
    },
    readKey: async () => (await get<CryptoKeyPair>(deviceKey).catch(() => undefined)) ?? null,
    makeKey: async () => {
      await del(deviceKey);
      const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
      await set(deviceKey, pair);
      return pair;
    },
  };
}

import { get, set } from 'idb-keyval';

/** What the endpoint says a device is. */
export type Standing = {
  device: string;
  role: (typeof roles)[number];
  place: Record<(typeof placeNames)[number], string>;
  /** the history this device writes into */
  own: string;
  /** the public ones it reads, nearest place first */
  histories: string[];
  endpointKey: string;
};

/** A device that has entered a code. */
export type Enrolment = Standing & {
  /** the history that was re-issued under the place; null: there was none */
  local: string | null;
  /** how people call this device */
  label: string;
};

const roles = ['school', 'signer', 'branch', 'officer'] as const;
const placeNames = ['id', 'kind', 'name', 'shortName'] as const;

/** Reads the endpoint's word by hand: the schema library comes only with the first turn, this is needed at every start. */
export function parseStanding(answer: unknown): Standing | null {
  const { device, role, place, own, histories, endpointKey } = propertiesOf(answer);
  const known = roles.find((one) => one === role);
  const placed = propertiesOf(place);
  if (!known || !isText(device) || !isText(own) || !isText(endpointKey)) return null;
  if (!Array.isArray(histories) || !histories.every(isText)) return null;
  const [id, kind, name, shortName] = placeNames.map((one) => placed[one]);
  if (!isText(id) || !isText(kind) || !isText(name) || !isText(shortName)) return null;
  // a branch was once told of a public history its school does not have
  const given = histories.filter((history) => history !== `${own}:public`);
  return { device, role: known, place: { id, kind, name, shortName }, own, histories: given, endpointKey };
}

function parseEnrolment(kept: unknown): Enrolment | null {
  const standing = parseStanding(kept);
  const { local, label } = propertiesOf(kept);
  return standing && isText(label) && (local === null || isText(local)) ? { ...standing, local, label } : null;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const propertiesOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Keeps what a device must remember of its enrolment. Kept twice: a wiped database must not cost the code. */
export type EnrolmentStore = {
  read: () => Promise<Enrolment | null>;
  write: (enrolment: Enrolment) => Promise<void>;
  /** the device's key pair, never readable; null: there is none */
  readKey: () => Promise<CryptoKeyPair | null>;
  /** the pair that is the device's from now on; false: the browser cannot keep it */
  keepKey: (pair: CryptoKeyPair) => Promise<boolean>;
};

/** A new pair, not yet the device's. */
export const generateKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

/** The device's pair; made and kept when there is none. Null: the browser cannot keep one. */
export async function ownKey(enrolments: EnrolmentStore): Promise<CryptoKeyPair | null> {
  const known = await enrolments.readKey();
  if (known) return known;
  const made = await generateKey();
  return (await enrolments.keepKey(made)) ? made : null;
}

const enrolmentKey = 'gotovo-enrolment';
const deviceKey = 'gotovo-device-key';

export function createEnrolmentStore(): EnrolmentStore {
  return {
    read: async () => {
      const kept =
        (await get(enrolmentKey).catch(() => undefined)) ?? JSON.parse(localStorage.getItem(enrolmentKey) ?? 'null');
      return parseEnrolment(kept);
    },
    write: async (enrolment) => {
      localStorage.setItem(enrolmentKey, JSON.stringify(enrolment));
      await set(enrolmentKey, enrolment).catch(() => undefined); // a full disk or a lost database: the first of the two stands
    },
    readKey: async () => (await get<CryptoKeyPair>(deviceKey).catch(() => undefined)) ?? null,
    keepKey: (pair) =>
      set(deviceKey, pair).then(
        () => true,
        () => false,
      ),
  };
}

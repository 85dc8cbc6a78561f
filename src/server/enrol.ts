import { randomBytes } from 'node:crypto';
import { publicHistoryOf } from '../core/access/access.ts';
import type { Place } from '../core/places/place.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { appendByEndpoint, type EndpointEntry } from './append-by-endpoint.ts';
import { createToken } from './device-token.ts';
import type { Endpoint } from './endpoint.ts';
import { type CodeProblem, claimCode, findCode, markUsed, noteWrongCode, wrongCodesOf } from './store/codes.ts';
import { addDevice, type Device, devicesById, endToken, passTokenTo, renewToken } from './store/devices.ts';
import type { Writer } from './store/engine.ts';

/** A whole district may stand behind one address, so this is high. */
const mostWrongAnHour = 300;

export type EnrolProblem = CodeProblem | { code: 'too-many-attempts' };
export type Enrolled = { token: string; device: Pick<Device, 'id' | 'role' | 'place'> };
export type Applicant = {
  code: string;
  publicKey: string;
  label: string;
  address: string;
  former?: string | undefined;
};

/**
 * EN4: exchanges a paper code for a device: its key is kept, its entry stands signed in the place's history. HX6: many wrong
 * codes from one address change the answer to the next wrong one only; a right code is taken whatever came before it.
 * EN5: the cookie the applicant came with (`former`) ends; the device it was for stays, and may still show its key.
 */
export async function enrol(
  endpoint: Endpoint,
  { code, publicKey, label, address, former }: Applicant,
): Promise<Result<Enrolled, EnrolProblem>> {
  const { engine } = endpoint;
  const now = endpoint.now();
  const { row, right } = await findCode(engine.read, code);
  if (!row || !right) {
    await engine.write((writer) => noteWrongCode(writer, code, address, now));
    const isFlood = (await wrongCodesOf(engine.read, address, now)) > mostWrongAnHour;
    return fail({ code: isFlood ? 'too-many-attempts' : 'code-unknown' });
  }
  const places = await endpoint.places();
  return engine.write(async (writer) => {
    const isSameKey = async (id: string) => (await devicesById(writer, [id])).get(id)?.publicKey === publicKey;
    const claimed = await claimCode(writer, row.selector, { device: isSameKey, now });
    if ('code' in claimed) return fail(claimed);
    const place = places.byId.get(claimed.place);
    if (!place) return fail({ code: 'code-unknown' });
    const token = createToken(now);
    const id = claimed.device ?? newDeviceId();
    const device = { id, role: claimed.role, place: place.id };
    if (claimed.device !== null) await renewToken(writer, id, token);
    else {
      await admitDevice(endpoint, writer, { ...device, label, publicKey }, place, token);
      await markUsed(writer, claimed.selector, id, now);
    }
    if (former) await endToken(writer, former);
    return ok({ token, device });
  });
}

/**
 * EN6: a device that lost its key with its storage goes on as a new device in the place of the old one, whose key stays known:
 * what it signed can still be checked. Returns the new device's id.
 */
export async function replaceDevice(
  endpoint: Endpoint,
  old: Device,
  publicKey: string,
  token: string,
): Promise<string> {
  const id = newDeviceId();
  const place = (await endpoint.places()).byId.get(old.place);
  await endpoint.engine.write(async (writer) => {
    await passTokenTo(writer, old.id, id);
    if (place) await admitDevice(endpoint, writer, { ...old, id, publicKey }, place, token);
  });
  return id;
}

/**
 * EV9: an officer vouches for the key that signed a file: from then on it is a device of the place as if it had brought a code.
 * Its cookie it gets by its key (EN6). Returns the new device's id.
 */
export async function admitVouched(
  endpoint: Endpoint,
  place: Place,
  { publicKey, label }: Pick<Device, 'publicKey' | 'label'>,
): Promise<string> {
  const device: NewDevice = {
    id: newDeviceId(),
    role: place.kind === 'branch' ? 'branch' : 'school',
    place: place.id,
    label,
    publicKey,
  };
  const token = createToken(endpoint.now()); // nobody gets to know it
  await endpoint.engine.write((writer) => admitDevice(endpoint, writer, device, place, token));
  return device.id;
}

/** People copy it into a command, where a dash at the beginning would make it a flag. */
export const newDeviceId = (): string => randomBytes(12).toString('base64url').replace(/^[-_]/, 'd');

type NewDevice = Pick<Device, 'id' | 'role' | 'place' | 'label' | 'publicKey'>;

async function admitDevice(
  endpoint: Endpoint,
  writer: Writer,
  device: NewDevice,
  place: Place,
  token: string,
): Promise<void> {
  await addDevice(writer, device, token, endpoint.now());
  await publishDevice(endpoint, writer, device, place);
}

/**
 * An officer's entry stands where the schools below see it; a branch's in the history of its school. MS6: there stands the branch,
 * too, so that what its device writes has its column in the school's forms.
 */
async function publishDevice(
  endpoint: Endpoint,
  writer: Writer,
  { id, role, label, publicKey }: NewDevice,
  place: Place,
): Promise<void> {
  const history =
    place.kind === 'school'
      ? place.id
      : place.kind === 'branch'
        ? (place.parent ?? place.id)
        : publicHistoryOf(place.id);
  const value = { publicKey, role, label, revokedFrom: null };
  const at = new Date(endpoint.now()).toISOString();
  const { shortName: name, address } = place;
  const branch: EndpointEntry = { path: `-/branch:${place.id}`, value: { name, address }, unlessThere: true };
  const entries = [{ path: `-/device:${id}`, value }, ...(place.kind === 'branch' ? [branch] : [])];
  await appendByEndpoint(endpoint, writer, history, entries, {
    who: 'сервер',
    label: 'выдача кода',
    at,
    via: 'code',
  });
}

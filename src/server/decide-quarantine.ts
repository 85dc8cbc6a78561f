import type { Actor } from '../core/access/access.ts';
import type { Envelope, EnvelopeProblem } from '../core/envelope/envelope.ts';
import { type ForeignHistory, targetsOf } from '../core/envelope/targets-of.ts';
import type { Place } from '../core/places/place.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Endpoint } from './endpoint.ts';
import { admitVouched } from './enrol.ts';
import {
  type ImportedEnvelope,
  type ImportProblem,
  importEnvelope,
  readEnvelopeFile,
  takeEnvelope,
} from './import-envelope.ts';
import { type Judgement, judgeEnvelope } from './judge-envelope.ts';
import { type Device, devicesById } from './store/devices.ts';
import { sha256 } from './store/histories.ts';
import { readQuarantined, removeQuarantined } from './store/quarantine.ts';

export type AcceptProblem =
  | EnvelopeProblem
  | ForeignHistory
  | ImportProblem
  | { code: 'not-quarantined'; id: string }
  | { code: 'place-needed' }
  | { code: 'unknown-place'; place: string }
  | { code: 'not-a-school'; place: string };

/**
 * EV9: an officer has decided that a file is a school's: it is taken as a device of that school would bring it, and a key that
 * signed it is known from then on. `placeId` is needed for answers given before a code; others name their school themselves.
 */
export async function acceptQuarantined(
  endpoint: Endpoint,
  id: string,
  placeId: string | null,
): Promise<Result<ImportedEnvelope, AcceptProblem>> {
  const bytes = await readQuarantined(endpoint.engine.read, id);
  if (!bytes) return fail({ code: 'not-quarantined', id });
  const accepted = await takeVouched(endpoint, bytes, placeId);
  if (accepted.ok) await endpoint.engine.write((writer) => removeQuarantined(writer, id));
  return accepted;
}

async function takeVouched(
  endpoint: Endpoint,
  bytes: Uint8Array,
  placeId: string | null,
): Promise<Result<ImportedEnvelope, AcceptProblem>> {
  const read = readEnvelopeFile(bytes);
  if (!read.ok) return read;
  const envelope = read.value;
  const judgement = await judgeEnvelope(endpoint, envelope);
  // the doubt is gone: its key became known meanwhile
  if (judgement.kind !== 'doubtful') return importEnvelope(endpoint, bytes);
  const places = await endpoint.places();
  const place = schoolOf(envelope, placeId ?? judgement.device?.place ?? null, places.byId);
  if (!place.ok) return place;
  const { id, kind } = place.value;
  const revoked = judgement.device?.place === id ? judgement.device : null;
  const actor: Actor = revoked ?? { role: kind === 'branch' ? 'branch' : 'school', place: id };
  const targets = targetsOf(envelope, actor, places, sha256);
  if (!targets.ok) return targets;
  const device = revoked ?? (await admitSigner(endpoint, envelope, judgement, place.value));
  const isNew = device !== null && revoked === null;
  return ok(await takeEnvelope(endpoint, envelope, targets.value, { actor, device }, isNew));
}

/** The school the file belongs to: the one chosen, else the one its histories name. */
function schoolOf(
  { histories }: Envelope,
  chosen: string | null,
  byId: ReadonlyMap<string, Place>,
): Result<Place, AcceptProblem> {
  const id = chosen ?? histories.find(({ history }) => !history.startsWith('local:'))?.history.split(':')[0];
  if (id === undefined) return fail({ code: 'place-needed' });
  const place = byId.get(id);
  if (!place) return fail({ code: 'unknown-place', place: id });
  return place.kind === 'school' || place.kind === 'branch' ? ok(place) : fail({ code: 'not-a-school', place: id });
}

/** Null: the file carries no right signature, so there is no key to know. */
async function admitSigner(
  endpoint: Endpoint,
  { by }: Envelope,
  { why }: Extract<Judgement, { kind: 'doubtful' }>,
  place: Place,
): Promise<Device | null> {
  if (by.publicKey === null || why === 'unsigned' || why === 'signature-wrong') return null;
  const id = await admitVouched(endpoint, place, { publicKey: by.publicKey, label: by.label });
  return (await devicesById(endpoint.engine.read, [id])).get(id) ?? null;
}

import type { Actor, Role } from '../core/access/access.ts';
import { digitsOf, isWholeCode } from '../core/access/enrolment-code.ts';
import { type Envelope, isSignatureRight } from '../core/envelope/envelope.ts';
import type { Endpoint } from './endpoint.ts';
import { isSignedBy } from './endpoint-key.ts';
import type { EnrolProblem } from './enrol.ts';
import { findCode } from './store/codes.ts';
import { type Device, devicesByKey } from './store/devices.ts';

export type Doubt = 'unsigned' | 'signature-wrong' | 'key-unknown' | 'revoked' | EnrolProblem['code'];

/** Who vouches for a file. `device` null: the endpoint itself. */
export type Judgement =
  | { kind: 'trusted'; actor: Actor; device: Device | null }
  | { kind: 'fresh-code'; actor: Actor; code: string; publicKey: string }
  | { kind: 'doubtful'; why: Doubt; device: Device | null };

/**
 * EV7, EV8: whose file this is, without changing anything. The key decides, never the name in the header: two devices of one
 * key are told apart by it, and without it what was answered before the first code belongs to the first place. A code that
 * still holds goes before a known key, for it is the last word of whoever typed it; one that does not is no harm to a known key.
 */
export async function judgeEnvelope(endpoint: Endpoint, envelope: Envelope): Promise<Judgement> {
  const { by, signature, code } = envelope;
  if (signature === null || by.publicKey === null) return doubt('unsigned');
  if (!(await isSignatureRight(envelope, isSignedBy))) return doubt('signature-wrong');
  if (by.publicKey === endpoint.key.publicKey)
    return { kind: 'trusted', actor: { role: 'endpoint', place: '' }, device: null };
  const ofKey = await devicesByKey(endpoint.engine.read, by.publicKey);
  const coded = code === undefined ? null : await judgeCode(endpoint, code, by.publicKey, ofKey);
  if (coded && coded.kind !== 'doubtful') return coded;
  const known = by.device === null ? ofKey[0] : ofKey.find(({ id }) => id === by.device);
  return known ? judgeDevice(known) : (coded ?? doubt('key-unknown'));
}

async function judgeCode(
  { engine, now }: Endpoint,
  typed: string,
  publicKey: string,
  ofKey: readonly Device[],
): Promise<Judgement> {
  const code = digitsOf(typed);
  if (!isWholeCode(code)) return doubt('code-unknown');
  const { row, right } = await findCode(engine.read, code);
  if (!row || !right) return doubt('code-unknown');
  if (row.device !== null) {
    const own = ofKey.find(({ id }) => id === row.device);
    return own ? judgeDevice(own) : doubt('code-used');
  }
  if (now() > Number(row.expires_at)) return doubt('code-expired');
  return { kind: 'fresh-code', actor: { role: row.role as Role, place: row.place }, code, publicKey };
}

/** When a file was signed only its maker's clock tells: of a revoked device every file is doubtful. */
const judgeDevice = (device: Device): Judgement =>
  device.revokedAt === null ? { kind: 'trusted', actor: device, device } : doubt('revoked', device);

const doubt = (why: Doubt, device: Device | null = null): Judgement => ({ kind: 'doubtful', why, device });

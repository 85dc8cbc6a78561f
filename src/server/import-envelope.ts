import { digitsOf, isWholeCode } from '../core/access/enrolment-code.ts';
import { type Envelope, type EnvelopeProblem, readEnvelope } from '../core/envelope/envelope.ts';
import { type ForeignHistory, type Target, targetsOf } from '../core/envelope/targets-of.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { applyTargets, type Taken } from './apply-envelope.ts';
import { deviceLabelOf } from './device-label.ts';
import type { Endpoint } from './endpoint.ts';
import { type EnrolProblem, enrol } from './enrol.ts';
import { type Doubt, type Judgement, judgeEnvelope } from './judge-envelope.ts';
import { makeReceipt } from './make-receipt.ts';
import { unpackText } from './packed-text.ts';
import { noteWrongCode } from './store/codes.ts';
import { type Device, devicesById } from './store/devices.ts';
import { sha256 } from './store/histories.ts';
import { putIntoQuarantine } from './store/quarantine.ts';

/** Attempts with codes out of files are counted together, as those of one address are. */
const address = 'file';

/** What importing a file would do; nothing has been changed yet. Of a doubtful file nobody knows where it belongs. */
export type ImportPlan = { envelope: Envelope; judgement: Judgement; targets: Result<Target[], ForeignHistory> };

/** `local`: it holds answers given before a code, so whoever accepts it must name the school. */
type PutAside = { code: 'quarantined'; id: string; why: Doubt; local: boolean };
export type ImportProblem = EnvelopeProblem | ForeignHistory | PutAside;

/** `enrolled`: this file made its maker a device of the place; `receipt`: the text that goes back to it. */
export type ImportedEnvelope = {
  envelope: Envelope;
  device: Device | null;
  enrolled: boolean;
  taken: Taken[];
  receipt: string;
};

/** The envelope in a packed file, whole or not at all (EV2, EV3); HX5: its maker's name made plain. */
export function readEnvelopeFile(bytes: Uint8Array): Result<Envelope, EnvelopeProblem> {
  const text = unpackText(bytes);
  if (!text.ok) return fail({ code: text.problem.code === 'not-packed' ? 'not-an-envelope' : text.problem.code });
  const read = readEnvelope(text.value, sha256);
  if (!read.ok) return read;
  const { by } = read.value;
  return ok({ ...read.value, by: { ...by, label: deviceLabelOf(by.label) } });
}

/** Reads and judges a file without changing anything. */
export async function planImport(endpoint: Endpoint, bytes: Uint8Array): Promise<Result<ImportPlan, EnvelopeProblem>> {
  const read = readEnvelopeFile(bytes);
  if (!read.ok) return read;
  const envelope = read.value;
  const judgement = await judgeEnvelope(endpoint, envelope);
  const targets =
    judgement.kind === 'doubtful' ? ok([]) : targetsOf(envelope, judgement.actor, await endpoint.places(), sha256);
  return ok({ envelope, judgement, targets });
}

/**
 * EV5–EV8: takes a file as the network would take it from the device that signed it. A repetition gives nothing new; a file
 * nobody vouches for waits in quarantine; a fresh code in it is used up and makes its maker a device of the code's place.
 */
export async function importEnvelope(
  endpoint: Endpoint,
  bytes: Uint8Array,
): Promise<Result<ImportedEnvelope, ImportProblem>> {
  const plan = await planImport(endpoint, bytes);
  if (!plan.ok) return plan;
  const { envelope, judgement, targets } = plan.value;
  if (judgement.kind === 'doubtful') {
    if (judgement.why === 'code-unknown') await countWrongCode(endpoint, envelope.code ?? '');
    return fail(await setAside(endpoint, bytes, envelope, judgement.why));
  }
  if (!targets.ok) return targets;
  if (judgement.kind === 'trusted') return ok(await takeEnvelope(endpoint, envelope, targets.value, judgement, false));
  const enrolled = await enrolByFile(endpoint, envelope, judgement);
  if (!enrolled.ok) return fail(await setAside(endpoint, bytes, envelope, enrolled.problem.code));
  const { actor } = judgement;
  return ok(await takeEnvelope(endpoint, envelope, targets.value, { actor, device: enrolled.value }, true));
}

/** EV5, EV10: files the revisions and makes the receipt. */
export async function takeEnvelope(
  endpoint: Endpoint,
  envelope: Envelope,
  targets: readonly Target[],
  bearer: Parameters<typeof applyTargets>[2],
  enrolled: boolean,
): Promise<ImportedEnvelope> {
  const taken = await applyTargets(endpoint, targets, bearer);
  const { device } = bearer;
  return { envelope, device, enrolled, taken, receipt: await makeReceipt(endpoint, envelope, taken, device) };
}

/** EV8: uses the code up; its cookie the device gets later by its key, when it has a network (EN6). */
async function enrolByFile(
  endpoint: Endpoint,
  { by }: Envelope,
  { code, publicKey }: Extract<Judgement, { kind: 'fresh-code' }>,
): Promise<Result<Device | null, EnrolProblem>> {
  const enrolled = await enrol(endpoint, { code, publicKey, label: by.label, address });
  if (!enrolled.ok) return enrolled;
  const { id } = enrolled.value.device;
  return ok((await devicesById(endpoint.engine.read, [id])).get(id) ?? null);
}

/** EN3 for codes out of files; a mistyped digit is no guess (EN1). */
async function countWrongCode({ engine, now }: Endpoint, typed: string): Promise<void> {
  const code = digitsOf(typed);
  if (isWholeCode(code)) await engine.write((writer) => noteWrongCode(writer, code, address, now()));
}

async function setAside(
  { engine, now }: Endpoint,
  bytes: Uint8Array,
  { by, revisions, histories }: Envelope,
  why: Doubt,
): Promise<PutAside> {
  const facts = { why, label: by.label, revisions: revisions.length, cameAt: now() };
  const id = await engine.write((writer) => putIntoQuarantine(writer, bytes, facts));
  return { code: 'quarantined', id, why, local: histories.every(({ history }) => history.startsWith('local:')) };
}

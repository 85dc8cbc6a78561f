import type { Envelope } from '../core/envelope/envelope.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { exportEnvelope } from '../server/export-envelope.ts';
import { type ImportPlan, importEnvelope, planImport } from '../server/import-envelope.ts';
import { packText } from '../server/packed-text.ts';
import { commandTexts } from '../texts/command-line.ts';
import { envelopeTexts } from '../texts/envelope.ts';
import { readArguments, required } from './arguments.ts';
import { quarantine } from './quarantine.ts';
import { readPackedFile } from './read-file.ts';
import { answer, printable, say } from './say.ts';
import { tellImported, tellRefused } from './tell-imported.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';
import { writeWhole } from './write-whole.ts';

const actions: Record<string, (args: string[]) => Promise<void>> = {
  inspect,
  import: importFile,
  export: exportFile,
  quarantine,
};

/** `gotovo envelope inspect|import|export|quarantine` (docs/envelope.md). */
export async function envelope([action = '', ...args]: string[]): Promise<void> {
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!run)
    throw new UsageError(
      commandTexts.needed(
        'envelope inspect FILE',
        'envelope import FILE',
        'envelope export --place ID --out FILE',
        'envelope quarantine list',
      ),
    );
  await run(args);
}

/** `envelope import FILE [--receipt OUT] [--json]`: exit code 1 when anything of it was refused, or it was put aside. */
async function importFile(args: string[]): Promise<void> {
  const options = { receipt: { type: 'string' }, json: { type: 'boolean' }, data: { type: 'string' } } as const;
  const { flags, words } = readArguments('envelope import', args, options, ['FILE']);
  const bytes = readPackedFile(words[0] ?? '');
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const imported = await importEnvelope(endpoint, bytes);
    if (imported.ok) await tellImported(endpoint, imported.value, flags);
    else tellRefused(imported.problem, flags);
  });
}

/** `envelope inspect FILE [--json]`: what is in it, whose it is, and what importing it would do; nothing is changed. */
async function inspect(args: string[]): Promise<void> {
  const options = { json: { type: 'boolean' }, data: { type: 'string' } } as const;
  const { flags, words } = readArguments('envelope inspect', args, options, ['FILE']);
  const bytes = readPackedFile(words[0] ?? '');
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const plan = await planImport(endpoint, bytes);
    if (plan.ok)
      return flags.json ? answer(JSON.stringify(factsOf(plan.value), null, 2)) : tellPlan(endpoint, plan.value);
    if (flags.json) answer(JSON.stringify({ sound: false, problem: plan.problem.code }, null, 2));
    throw new Error(envelopeTexts.problems[plan.problem.code]);
  });
}

const contentOf = ({ histories, revisions }: Envelope) =>
  histories.map((named) => ({ ...named, revisions: revisions.filter((one) => one.history === named.history).length }));

/** The word of the contract for what importing would do. */
const fateOf = ({ judgement, targets }: ImportPlan): 'take' | 'enrol' | 'quarantine' | 'refuse' => {
  if (judgement.kind === 'doubtful') return 'quarantine';
  if (!targets.ok) return 'refuse';
  return judgement.kind === 'trusted' ? 'take' : 'enrol';
};

function factsOf(plan: ImportPlan) {
  const { envelope: read, judgement, targets } = plan;
  const { madeAt, program, by, code, hash, revisions } = read;
  const device = 'device' in judgement ? judgement.device : null;
  return {
    sound: true,
    hash,
    madeAt,
    program,
    by,
    hasCode: code !== undefined,
    revisions: revisions.length,
    contacts: read.privates?.length ?? 0,
    histories: contentOf(read),
    signer: device && { device: device.id, role: device.role, place: device.place, label: device.label },
    isEndpoint: judgement.kind === 'trusted' && judgement.device === null,
    fate: fateOf(plan),
    why: judgement.kind === 'doubtful' ? judgement.why : targets.ok ? null : targets.problem.code,
  };
}

async function tellPlan(endpoint: Endpoint, plan: ImportPlan): Promise<void> {
  const { envelope: read, judgement, targets } = plan;
  const { inspected } = envelopeTexts;
  const { byId } = await endpoint.places();
  answer(printable(envelopeTexts.from(read.by.label)));
  answer(printable(inspected.made(read.madeAt, read.program)));
  for (const { history, place, revisions } of contentOf(read))
    answer(printable(inspected.history(history, place, revisions)));
  if (read.privates) answer(inspected.contacts(read.privates.length));
  if (judgement.kind === 'doubtful') return say(inspected.wouldWait(judgement.why));
  const place = byId.get(judgement.actor.place)?.shortName ?? '';
  if (judgement.kind === 'fresh-code') answer(inspected.freshCode(place));
  else if (judgement.device === null) answer(inspected.signedByEndpoint);
  else answer(printable(inspected.signedBy(judgement.device.label, judgement.device.id, place)));
  if (!targets.ok) return say(printable(inspected.wouldRefuse(targets.problem.history)));
  say(judgement.kind === 'trusted' ? inspected.wouldTake : inspected.wouldEnrol);
}

/** `envelope export --place ID --out FILE`: the endpoint's copy of everything the place has, signed by the endpoint. */
async function exportFile(args: string[]): Promise<void> {
  const options = { place: { type: 'string' }, out: { type: 'string' }, data: { type: 'string' } } as const;
  const { flags } = readArguments('envelope export', args, options);
  const placeId = required('envelope export', 'place', flags.place);
  const out = required('envelope export', 'out', flags.out);
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const place = (await endpoint.places()).byId.get(placeId);
    if (!place) throw new UsageError(commandTexts.unknownPlace(placeId));
    const { text, revisions } = await exportEnvelope(endpoint, place, envelopeTexts.endpoint);
    writeWhole(out, packText(text));
    say(envelopeTexts.exported(out, revisions));
  });
}

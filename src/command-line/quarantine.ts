import { acceptQuarantined } from '../server/decide-quarantine.ts';
import { listQuarantine, removeQuarantined } from '../server/store/quarantine.ts';
import { commandTexts } from '../texts/command-line.ts';
import { envelopeTexts } from '../texts/envelope.ts';
import { readArguments } from './arguments.ts';
import { answer, printable, say } from './say.ts';
import { tellImported, tellRefused } from './tell-imported.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

/** `gotovo envelope quarantine list [--json]`, `accept ID [--place ID] [--receipt OUT] [--json]`, `reject ID`: an officer's decision. */
export async function quarantine([action = '', ...args]: string[]): Promise<void> {
  if (action === 'list') return list(args);
  if (action === 'accept') return accept(args);
  if (action === 'reject') return reject(args);
  throw new UsageError(
    commandTexts.needed('envelope quarantine list', 'envelope quarantine accept ID', 'envelope quarantine reject ID'),
  );
}

async function list(args: string[]): Promise<void> {
  const options = { json: { type: 'boolean' }, data: { type: 'string' } } as const;
  const { flags } = readArguments('envelope quarantine list', args, options);
  await withEndpoint(dataFolder(flags.data), async ({ engine }) => {
    const waiting = (await listQuarantine(engine.read)).map(({ cameAt, ...file }) => ({
      ...file,
      cameAt: new Date(cameAt).toISOString(),
    }));
    if (flags.json) return answer(JSON.stringify(waiting, null, 2));
    if (waiting.length === 0) say(envelopeTexts.nothingWaits);
    for (const { label, why, ...file } of waiting)
      answer(envelopeTexts.waiting({ ...file, label: printable(label), why: envelopeTexts.doubt(why) }));
  });
}

async function accept(args: string[]): Promise<void> {
  const options = {
    place: { type: 'string' },
    receipt: { type: 'string' },
    json: { type: 'boolean' },
    data: { type: 'string' },
  } as const;
  const { flags, words } = readArguments('envelope quarantine accept', args, options, ['ID']);
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const accepted = await acceptQuarantined(endpoint, words[0] ?? '', flags.place ?? null);
    if (accepted.ok) await tellImported(endpoint, accepted.value, flags);
    else tellRefused(accepted.problem, flags);
  });
}

async function reject(args: string[]): Promise<void> {
  const { flags, words } = readArguments('envelope quarantine reject', args, { data: { type: 'string' } }, ['ID']);
  const [id = ''] = words;
  await withEndpoint(dataFolder(flags.data), async ({ engine }) => {
    if (!(await engine.write((writer) => removeQuarantined(writer, id))))
      throw new UsageError(envelopeTexts.notQuarantined(id));
    say(envelopeTexts.rejected(id));
  });
}

import { eraseInQuarantine, erasePrivateValues } from '../server/erase-private-values.ts';
import { givenRows } from '../server/store/private-values.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments, required } from './arguments.ts';
import { answer, printable, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

const actions: Record<string, (args: string[]) => Promise<void>> = { erase, log };

/** `gotovo private erase|log`: contacts of staff on the endpoint's machine. */
export async function privateValues([action = '', ...args]: string[]): Promise<void> {
  const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!run) throw new UsageError(commandTexts.needed('private erase --campaign ID', 'private log'));
  await run(args);
}

/** PV3: `private erase --campaign ID`: contacts given in a campaign are erased everywhere, at once and for ever. */
async function erase(args: string[]): Promise<void> {
  const { flags } = readArguments('private erase', args, { campaign: { type: 'string' }, data: { type: 'string' } });
  const campaignId = required('private erase', 'campaign', flags.campaign);
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const { values, histories } = await erasePrivateValues(endpoint, campaignId);
    const files = await eraseInQuarantine(endpoint, campaignId);
    say(commandTexts.privateErased(campaignId, values, histories));
    if (files > 0) say(commandTexts.privateErasedInFiles(files));
  });
}

/** PV5: `private log [--json]`: whom contacts were given to, the latest first; a line each. */
async function log(args: string[]): Promise<void> {
  const { flags } = readArguments('private log', args, { json: { type: 'boolean' }, data: { type: 'string' } });
  await withEndpoint(dataFolder(flags.data), async ({ engine }) => {
    const rows = (await givenRows(engine.read)).map((row) => ({ ...row, at: new Date(Number(row.at)).toISOString() }));
    if (flags.json) return answer(JSON.stringify(rows, null, 2));
    if (rows.length === 0) say(commandTexts.privateNotGiven);
    for (const { at, device, place, role, history, count } of rows)
      answer([at, device, place, role, history, String(count)].map(printable).join('\t'));
  });
}

import { erasePrivateValues } from '../server/erase-private-values.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments, required } from './arguments.ts';
import { say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

/** PV3: `gotovo private erase --campaign ID`: contacts given in a campaign are erased everywhere, at once and for ever. */
export async function privateValues([action = '', ...args]: string[]): Promise<void> {
  if (action !== 'erase') throw new UsageError(commandTexts.needed('private erase --campaign ID'));
  const { flags } = readArguments('private erase', args, { campaign: { type: 'string' }, data: { type: 'string' } });
  const campaignId = required('private erase', 'campaign', flags.campaign);
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const { values, histories } = await erasePrivateValues(endpoint, campaignId);
    say(commandTexts.privateErased(campaignId, values, histories));
  });
}

import type { Role } from '../core/access/access.ts';
import { codeText } from '../core/access/enrolment-code.ts';
import type { Place } from '../core/places/place.ts';
import { issueCode, unusedForDays } from '../server/store/codes.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments, required } from './arguments.ts';
import { answer, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

const rolesOf: Record<Place['kind'], readonly Role[]> = {
  school: ['school', 'signer'],
  branch: ['branch'],
  municipality: ['officer'],
  region: ['officer'],
};

/** `gotovo codes issue --place ID [--role school|signer|branch|officer] [--json]`: one enrolment code. */
export async function codes([action = '', ...args]: string[]): Promise<void> {
  if (action !== 'issue') throw new UsageError(commandTexts.needed('codes issue --place ID'));
  const { flags } = readArguments('codes issue', args, {
    place: { type: 'string' },
    role: { type: 'string' },
    json: { type: 'boolean' },
    data: { type: 'string' },
  });
  const id = required('codes issue', 'place', flags.place);
  await withEndpoint(dataFolder(flags.data), async ({ engine, places, now }) => {
    const place = (await places()).byId.get(id);
    if (!place) throw new UsageError(commandTexts.unknownPlace(id));
    const possible = rolesOf[place.kind];
    const role = possible.find((one) => one === (flags.role ?? possible[0]));
    if (!role) throw new UsageError(commandTexts.badRole(flags.role ?? '', possible.join(', ')));
    const code = await issueCode(engine.write, { place: id, role, now: now() });
    if (flags.json) return answer(JSON.stringify({ code, place: id, role, unusedForDays }));
    answer(codeText(code));
    say(commandTexts.code(place.shortName, unusedForDays));
  });
}

import { devicesOfPlace, revokeDevice } from '../server/store/devices.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments, required } from './arguments.ts';
import { answer, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

const options = { place: { type: 'string' }, json: { type: 'boolean' }, data: { type: 'string' } } as const;

/** `gotovo devices list --place ID [--json]` and `gotovo devices revoke ID`. SL3: an empty list says so. */
export async function devices([action = '', ...args]: string[]): Promise<void> {
  if (action === 'list') return list(args);
  if (action === 'revoke') return revoke(args);
  throw new UsageError(commandTexts.needed('devices list --place ID', 'devices revoke ID'));
}

async function list(args: string[]): Promise<void> {
  const { flags } = readArguments('devices list', args, options);
  const place = required('devices list', 'place', flags.place);
  await withEndpoint(dataFolder(flags.data), async ({ engine, places }) => {
    if (!(await places()).byId.has(place)) throw new UsageError(commandTexts.unknownPlace(place));
    const found = (await devicesOfPlace(engine.read, place)).map(
      ({ id, role, label, enrolledAt, seenAt, unsent, revokedAt, replacedBy }) => ({
        id,
        role,
        label,
        enrolledAt: new Date(enrolledAt).toISOString(),
        seenAt: new Date(seenAt).toISOString(),
        unsent,
        revokedAt: revokedAt === null ? null : new Date(revokedAt).toISOString(),
        replacedBy,
      }),
    );
    if (flags.json) answer(JSON.stringify(found, null, 2));
    else if (found.length === 0) say(commandTexts.noDevices(place));
    else for (const device of found) answer(commandTexts.device(device));
  });
}

async function revoke(args: string[]): Promise<void> {
  const { flags, words } = readArguments('devices revoke', args, { data: { type: 'string' } }, ['ID']);
  const [id = ''] = words;
  await withEndpoint(dataFolder(flags.data), async ({ engine, now }) => {
    const known = await engine.write((writer) => revokeDevice(writer, id, now()));
    if (!known) throw new UsageError(commandTexts.unknownDevice(id));
    say(commandTexts.revoked(id));
  });
}

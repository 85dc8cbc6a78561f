import { awaitDevices, awaitedPlaces, type Restored, readRestored } from '../server/store/awaited.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments } from './arguments.ts';
import { answer, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

/**
 * OP4: `gotovo awaited list [--json]`: the places whose devices may hold what the store lost when it was put back, and
 * `gotovo awaited begin` for a store that was put back by tools of its own.
 */
export async function awaited([action = '', ...args]: string[]): Promise<void> {
  if (action === 'list') return list(args);
  if (action === 'begin') return begin(args);
  throw new UsageError(commandTexts.needed('awaited list', 'awaited begin'));
}

const data = { type: 'string' } as const;

async function list(args: string[]): Promise<void> {
  const { flags } = readArguments('awaited list', args, { json: { type: 'boolean' }, data });
  await withEndpoint(dataFolder(flags.data), async ({ engine, places }) => {
    const { byId } = await places();
    const restored = await readRestored(engine.read);
    const found = restored ? await awaitedPlaces(engine.read) : [];
    const waiting = found.map(({ seenAt, ...one }) => ({
      ...one,
      shortName: byId.get(one.place)?.shortName ?? '',
      seenAt: new Date(seenAt).toISOString(),
    }));
    if (flags.json) {
      const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
      const { at = null, copiedAt = null, places: all = 0 } = restored ?? {};
      return answer(
        JSON.stringify(
          { restoredAt: instant(at), copiedAt: instant(copiedAt), places: all, awaited: waiting },
          null,
          2,
        ),
      );
    }
    for (const one of waiting) answer(commandTexts.awaitedPlace(one));
    say(restored ? awaitedWords(restored, waiting.length) : commandTexts.neverRestored);
  });
}

async function begin(args: string[]): Promise<void> {
  const { flags } = readArguments('awaited begin', args, { data });
  await withEndpoint(dataFolder(flags.data), async ({ engine, now }) => {
    const restored = await engine.write((writer) => awaitDevices(writer, now(), null));
    say(awaitedWords(restored, restored.places));
  });
}

/** How far a store that was put back has come. */
export const awaitedWords = ({ at, copiedAt, places }: Restored, waiting: number): string =>
  commandTexts.awaited({
    at: momentText(at),
    copiedAt: copiedAt === null ? null : momentText(copiedAt),
    places,
    waiting,
  });

/** `2026-11-25 17:05 UTC` */
const momentText = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

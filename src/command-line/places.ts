import { parsePlaces } from '../core/places/parse-places.ts';
import { placesProblemWords } from '../reports/import-words.ts';
import { writePlaces } from '../server/store/places.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments } from './arguments.ts';
import { readTextFile } from './read-file.ts';
import { answer, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint, withNewEndpoint } from './with-endpoint.ts';

/** `gotovo places import FILE.csv` and `gotovo places list [--json]`. */
export async function places([action = '', ...args]: string[]): Promise<void> {
  if (action === 'import') return importPlaces(args);
  if (action === 'list') return list(args);
  throw new UsageError(commandTexts.needed('places import FILE.csv', 'places list'));
}

async function importPlaces(args: string[]): Promise<void> {
  const { flags, words } = readArguments('places import', args, { data: { type: 'string' } }, ['FILE.csv']);
  const text = readTextFile(words[0] ?? '');
  await withNewEndpoint(dataFolder(flags.data), async (endpoint) => {
    const parsed = parsePlaces(text, (await endpoint.places()).tree);
    if (!parsed.ok) {
      for (const problem of parsed.problem) say(placesProblemWords(problem));
      throw new Error(commandTexts.nothingTaken);
    }
    await endpoint.engine.write((writer) => writePlaces(writer, parsed.value));
    say(commandTexts.placesTaken(parsed.value.length));
  });
}

async function list(args: string[]): Promise<void> {
  const { flags } = readArguments('places list', args, { json: { type: 'boolean' }, data: { type: 'string' } });
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const all = [...(await endpoint.places()).byId.values()];
    if (flags.json) return answer(JSON.stringify(all, null, 2));
    for (const { id, kind, parent, shortName } of all) answer([id, kind, parent ?? '–', shortName].join('\t'));
  });
}

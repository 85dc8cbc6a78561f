import { parsePlaces } from '../core/places/parse-places.ts';
import { placesProblemWords } from '../reports/import-words.ts';
import { writePlaces } from '../server/store/places.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments } from './arguments.ts';
import { readTextFile } from './read-file.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

/** `gotovo places import FILE.csv` and `gotovo places list [--json]`. */
export async function places([action = '', ...args]: string[]): Promise<void> {
  if (action === 'import') return importPlaces(args);
  if (action === 'list') return list(args);
  throw new UsageError('нужно: gotovo places import FILE.csv или gotovo places list');
}

async function importPlaces(args: string[]): Promise<void> {
  const { flags, words } = readArguments('places import', args, { data: { type: 'string' } }, ['FILE.csv']);
  const text = readTextFile(words[0] ?? '');
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const parsed = parsePlaces(text, (await endpoint.places()).tree);
    if (!parsed.ok) {
      for (const problem of parsed.problem) process.stderr.write(`${placesProblemWords(problem)}\n`);
      throw new Error(commandTexts.nothingTaken);
    }
    await endpoint.engine.write((writer) => writePlaces(writer, parsed.value));
    process.stdout.write(`${commandTexts.placesTaken(parsed.value.length)}\n`);
  });
}

async function list(args: string[]): Promise<void> {
  const { flags } = readArguments('places list', args, { json: { type: 'boolean' }, data: { type: 'string' } });
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const all = [...(await endpoint.places()).byId.values()];
    const text = flags.json
      ? JSON.stringify(all, null, 2)
      : all.map(({ id, kind, parent, shortName }) => [id, kind, parent ?? '–', shortName].join('\t')).join('\n');
    process.stdout.write(`${text}\n`);
  });
}

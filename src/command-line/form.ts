import { writeFileSync } from 'node:fs';
import { formNameOf } from '../core/form/form-name.ts';
import { sheetsOf } from '../core/form-sheets/write-form.ts';
import { writeSheets } from '../documents/write-sheets.ts';
import { collectableForms } from '../forms/forms.ts';
import { commandTexts } from '../texts/command-line.ts';
import { formTexts } from '../texts/forms.ts';
import { readArguments, required } from './arguments.ts';
import { publishFormFile } from './publish-form.ts';
import { readFormFile } from './read-form-file.ts';
import { answer, say } from './say.ts';
import { UsageError } from './usage-error.ts';

const usages = [
  'form check FILE.xlsx',
  'form import FILE.xlsx --out FILE.json',
  'form export ID@VERSION --out FILE.xlsx',
  'form publish FILE --place ID',
];

/** `gotovo form ACTION …`: forms of a methodologist (docs/forms-authoring.md). */
export async function form([action = '', ...args]: string[]): Promise<void> {
  if (action === 'check') return check(args);
  if (action === 'import') return toJson(args);
  if (action === 'export') return toSheets(args);
  if (action === 'publish') return publishFormFile(args);
  throw new UsageError(commandTexts.needed(...usages));
}

/** Tells everything that was found; exit code 1 when there are errors. */
async function check(args: string[]): Promise<void> {
  const { words } = readArguments('form check', args, {}, ['FILE.xlsx']);
  const read = await readFormFile(words[0] ?? '');
  answer(formTexts.sound(read.title, read.version));
}

async function toJson(args: string[]): Promise<void> {
  const { flags, words } = readArguments('form import', args, { out: { type: 'string' } }, ['FILE.xlsx']);
  const out = required('form import', 'out', flags.out);
  const read = await readFormFile(words[0] ?? '');
  writeFileSync(out, `${JSON.stringify(read, null, 2)}\n`);
  say(formTexts.written(out));
}

async function toSheets(args: string[]): Promise<void> {
  const { flags, words } = readArguments('form export', args, { out: { type: 'string' } }, ['ID@VERSION']);
  const out = required('form export', 'out', flags.out);
  const found = collectableForms.find((one) => formNameOf(one) === words[0]);
  if (!found) throw new UsageError(formTexts.unknownForm(words[0] ?? '', collectableForms.map(formNameOf).join(', ')));
  const written = found as Parameters<typeof sheetsOf>[0];
  writeFileSync(out, await writeSheets(written.title, sheetsOf(written)));
  say(formTexts.written(out));
}

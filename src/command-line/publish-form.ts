import type { Form } from '../core/form/form.ts';
import { formNameOf } from '../core/form/form-name.ts';
import { parseForm } from '../core/form/parse-form.ts';
import { publishedFormsOf } from '../core/form/published-form.ts';
import { compareForms } from '../core/form-sheets/compare-forms.ts';
import { otherFormIds } from '../core/submission/collected-forms.ts';
import { publishedForms } from '../forms/forms.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { publicRegistersOf } from '../server/find-campaign.ts';
import { type PublishProblem, publishForm } from '../server/publish-form.ts';
import { commandTexts } from '../texts/command-line.ts';
import { formSheetTexts } from '../texts/form-sheets.ts';
import { formTexts } from '../texts/forms.ts';
import { formsScreenTexts } from '../texts/forms-screen.ts';
import { readArguments, required } from './arguments.ts';
import { campaignForms } from './campaign-forms.ts';
import { readJsonFile } from './read-file.ts';
import { readFormFile } from './read-form-file.ts';
import { answer, printable, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

/** `gotovo form publish FILE --place ID`: FP1, a form from a spreadsheet, or as the program keeps forms, into the public history of a municipality or a region. */
export async function publishFormFile(args: string[]): Promise<void> {
  const options = { place: { type: 'string' }, data: { type: 'string' } } as const;
  const { flags, words } = readArguments('form publish', args, options, ['FILE']);
  const placeId = required('form publish', 'place', flags.place);
  const form = await formIn(words[0] ?? '');
  if (isShipped(form)) throw new Error(formTexts.shipped(form.id, form.version));
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    for (const line of await changesBefore(endpoint, placeId, form)) say(printable(line));
    const published = await publishForm(endpoint, placeId, form);
    if (!published.ok) throw publishError(published.problem);
    const { hash, newRevisions } = published.value;
    say(newRevisions === 0 ? formTexts.alreadyPublished : formTexts.published(form.title, form.version));
    answer(`${form.id}@${form.version}\t${hash}`);
  });
}

/** FP2: whether the program has that version itself, or a form of another shape by that name. */
const isShipped = ({ id, version }: Form): boolean =>
  otherFormIds.includes(id) || publishedForms.some((one) => one.id === id && one.version === version);

/** FS13: what the version changes against the one before it that is published there or above; nothing where there is none. */
async function changesBefore(endpoint: Endpoint, placeId: string, form: Form): Promise<string[]> {
  const { byId, lineage } = await endpoint.places();
  if (!byId.has(placeId)) return [];
  const published = await publicRegistersOf(endpoint, lineage(placeId));
  const before = publishedFormsOf(published).find(({ id, version }) => id === form.id && version < form.version);
  if (!before) return [];
  const forms = { forms: [formNameOf(before)], formHash: before.hash };
  const { changes, unknown } = compareForms(campaignForms().published(published, forms), form);
  return [
    ...changes.map(({ kind, name, before: was }) => formTexts.change(name, formsScreenTexts.kinds[kind], was)),
    ...unknown.map(({ name, was }) => formTexts.change(name, formSheetTexts.warnings['was-unknown']({ name: was }))),
  ];
}

async function formIn(file: string): Promise<Form> {
  if (!file.endsWith('.json')) {
    const read = await readFormFile(file);
    if (read.format !== 'gotovo-form/1') throw new Error(formTexts.onlyScored);
    return read;
  }
  const parsed = parseForm(readJsonFile(file));
  if (!parsed.ok) throw new Error(formTexts.notAForm(wordsOf(parsed.problem)));
  return parsed.value;
}

function wordsOf(problem: { code: string; path?: string; what?: string }): string {
  return problem.path ?? problem.what ?? problem.code;
}

function publishError(problem: PublishProblem): Error {
  if (problem.code === 'version-taken') return new Error(formTexts.versionTaken(problem.id, problem.version));
  return new UsageError(
    problem.code === 'unknown-place' ? commandTexts.unknownPlace(problem.id) : formTexts.notAnOffice(problem.id),
  );
}

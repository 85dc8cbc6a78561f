import { exportAnswersFile } from '../core/answers-file/export-answers-file.ts';
import { fileCampaignOf } from '../core/answers-file/file-campaign.ts';
import { answersProblemWords, answersWarningWords } from '../reports/import-words.ts';
import { importAnswers } from '../server/import-answers.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments, required } from './arguments.ts';
import { campaignForms } from './campaign-forms.ts';
import { formBlocks } from './form-blocks.ts';
import { readJsonFile } from './read-file.ts';
import { answer, say } from './say.ts';
import { scoredFormFor } from './scored-form.ts';
import { submissionOf } from './submission-of.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

/** `gotovo answers import FILE.json` and `gotovo answers export --place ID --campaign ID` (docs/answers-file.md). */
export async function answers([action = '', ...args]: string[]): Promise<void> {
  if (action === 'import') return importFile(args);
  if (action === 'export') return exportFile(args);
  throw new UsageError(commandTexts.needed('answers import FILE.json', 'answers export --place ID --campaign ID'));
}

/** Says what was taken; exit code 1 when a school, or the whole file, was not. */
async function importFile(args: string[]): Promise<void> {
  const { flags, words } = readArguments('answers import', args, { data: { type: 'string' } }, ['FILE.json']);
  const json = readJsonFile(words[0] ?? '');
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const { form, collected } = await scoredFormFor(endpoint, json);
    const imported = await importAnswers(endpoint, json, form, formBlocks(), { collected });
    if (!imported.ok) {
      for (const problem of imported.problem) say(answersProblemWords(problem));
      throw new Error(commandTexts.nothingTaken);
    }
    const { campaign, schools, newRevisions } = imported.value;
    let refused = 0;
    for (const school of schools) {
      if ('entries' in school) {
        say(commandTexts.schoolTaken(school.place.shortName, school.entries.length));
        for (const warning of school.warnings) say(answersWarningWords(warning));
        continue;
      }
      refused += 1;
      say(commandTexts.schoolRefused(school.place));
      for (const problem of school.problems) say(answersProblemWords(problem));
    }
    say(commandTexts.answersTaken(campaign.id, schools.length - refused, newRevisions));
    if (refused > 0) process.exitCode = 1;
  });
}

async function exportFile(args: string[]): Promise<void> {
  const { flags } = readArguments('answers export', args, {
    place: { type: 'string' },
    campaign: { type: 'string' },
    data: { type: 'string' },
  });
  const placeId = required('answers export', 'place', flags.place);
  const campaignId = required('answers export', 'campaign', flags.campaign);
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const { place, campaign, published, registers } = await submissionOf(endpoint, placeId, campaignId);
    const form = campaignForms().published(published, campaign);
    const file = exportAnswersFile(form, fileCampaignOf(campaign), [{ place, registers }], formBlocks());
    answer(JSON.stringify(file, null, 2));
  });
}

import { fileCampaignOf } from '../core/answers-file/file-campaign.ts';
import { branchPrefix } from '../core/answers-file/read-passport.ts';
import type { Json } from '../core/json.ts';
import { createTableReader } from '../core/monitoring-table/read-monitoring-table.ts';
import { tableAnswers } from '../core/monitoring-table/table-answers.ts';
import { type Decisions, openQuestions, type Question } from '../core/monitoring-table/table-reading.ts';
import type { Place } from '../core/places/place.ts';
import { subtreeOf } from '../core/places/place-tree.ts';
import { factsOf } from '../core/submission/facts.ts';
import { rowsOf } from '../core/submission/passport.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { answersProblemWords, answersWarningWords } from '../reports/import-words.ts';
import { choiceWords, questionWords, type TableNames, unreadWords } from '../reports/table-words.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { findCampaign } from '../server/find-campaign.ts';
import { importAnswers } from '../server/import-answers.ts';
import { readRevisions } from '../server/store/histories.ts';
import { commandTexts } from '../texts/command-line.ts';
import { tableTexts } from '../texts/monitoring-table.ts';
import { readArguments, required } from './arguments.ts';
import { formBlocks, monitoringForm } from './form-blocks.ts';
import { readJsonFile } from './read-file.ts';
import { readTable } from './read-table.ts';
import { readinessForm } from './readiness-form.ts';
import { printable, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

const usage = 'monitoring import FILE.xlsx --place ID --campaign ID';

/** `gotovo monitoring import FILE.xlsx --place ID --campaign ID [--answers DECISIONS.json]`. */
export async function monitoring([action = '', ...args]: string[]): Promise<void> {
  if (action !== 'import') throw new UsageError(commandTexts.needed(usage));
  const options = {
    place: { type: 'string' },
    campaign: { type: 'string' },
    answers: { type: 'string' },
    data: { type: 'string' },
  } as const;
  const { flags, words } = readArguments('monitoring import', args, options, ['FILE.xlsx']);
  const placeId = required('monitoring import', 'place', flags.place);
  const campaignId = required('monitoring import', 'campaign', flags.campaign);
  const decisions = flags.answers === undefined ? new Map<string, Json>() : decisionsOf(readJsonFile(flags.answers));
  const sheets = await readTable(words[0] ?? '');
  await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const { tree, lineage } = await endpoint.places();
    const places = subtreeOf(tree, placeId);
    if (places.length === 0) throw new UsageError(commandTexts.unknownPlace(placeId));
    const form = monitoringForm();
    const found = await findCampaign(endpoint, lineage(placeId), campaignId);
    if (!found?.campaign.forms.includes(`${form.id}@${form.version}`))
      throw new UsageError(tableTexts.cli.noCampaign(campaignId));
    const branches = await branchesBelow(endpoint, places);
    const reader = createTableReader({ form, places, branchesOf: (id) => branches.get(id) ?? [] });
    const reading = reader(sheets, decisions);
    const names = { form, places: tree.byId };
    for (const one of reading.unread) say(printable(unreadWords(one)));
    if (reading.schools.length === 0 && reading.questions.length === 0) throw new Error(tableTexts.noTable);
    const strange = [...decisions.keys()].find((key) => reading.questions.every((one) => one.key !== key));
    if (strange !== undefined) throw new Error(printable(tableTexts.cli.unknownCell(strange)));
    const open = openQuestions(reading);
    for (const question of open) say(printable(doubtWords(question, names)));
    if (open.length > 0) throw new Error(tableTexts.cli.nothingTaken(open.length));
    await take(endpoint, tableAnswers(reading, form, fileCampaignOf(found.campaign)));
  });
}

/** XT6: through the same door as a file of answers; the campaign stays as it was announced. Exit code 1 when a school was refused. */
async function take(endpoint: Endpoint, json: Json): Promise<void> {
  const imported = await importAnswers(endpoint, json, readinessForm(), formBlocks(), { keepsCampaign: true });
  if (!imported.ok) {
    for (const problem of imported.problem) say(answersProblemWords(problem));
    throw new Error(commandTexts.nothingTaken);
  }
  const { campaign, schools, newRevisions } = imported.value;
  const refused = schools.filter((school) => 'problems' in school);
  for (const school of schools)
    if ('entries' in school) {
      say(commandTexts.schoolTaken(school.place.shortName, school.entries.length));
      for (const warning of school.warnings) say(answersWarningWords(warning));
    } else {
      say(commandTexts.schoolRefused(school.place));
      for (const problem of school.problems) say(answersProblemWords(problem));
    }
  say(commandTexts.answersTaken(campaign.id, schools.length - refused.length, newRevisions));
  if (refused.length > 0) process.exitCode = 1;
}

/** XT4: the cell, the question, and what may stand in the file of decisions. */
function doubtWords(question: Question, names: TableNames): string {
  const given = question.proposed === null ? [] : [question.proposed];
  const values = [...new Set([...given, ...question.candidates, null].map((value) => JSON.stringify(value)))];
  const choices = values.map((value) =>
    tableTexts.cli.choice(value, choiceWords(question, JSON.parse(value) as Json, names)),
  );
  return tableTexts.cli.doubt(
    tableTexts.stood(question.key, question.stood),
    questionWords(question, names),
    choices.join('; '),
  );
}

function decisionsOf(json: unknown): Decisions {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error(tableTexts.cli.unusable);
  return new Map(Object.entries(json as Record<string, Json>));
}

type Branch = { id: string; name: string; address: string };

/** The branches in the passports of the schools below. */
async function branchesBelow({ engine }: Endpoint, places: readonly Place[]): Promise<Map<string, Branch[]>> {
  const branches = new Map<string, Branch[]>();
  const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '');
  for (const { id } of places.filter(({ kind }) => kind === 'school')) {
    const index = new RevisionIndex();
    index.add(await readRevisions(engine.read, id));
    const rows = rowsOf(factsOf(index.registers(), '-', '-'), branchPrefix);
    branches.set(
      id,
      rows.map(([branch, { name, address }]) => ({ id: branch, name: textOf(name), address: textOf(address) })),
    );
  }
  return branches;
}

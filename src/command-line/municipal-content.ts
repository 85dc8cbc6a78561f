import { propertiesOf } from '../core/submission/answer.ts';
import type { Registers } from '../core/submission/registers.ts';
import { type DocumentFormat, documents } from '../documents/documents.ts';
import type { Edit, MunicipalProblem, ReportSettings } from '../reports/municipal/municipal-input.ts';
import { municipalReport } from '../reports/municipal/municipal-report.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { type MunicipalityProblem, readMunicipality } from '../server/read-municipality.ts';
import { commandTexts } from '../texts/command-line.ts';
import { dateText } from '../texts/numbers.ts';
import { readinessForm } from './readiness-form.ts';
import { reportedSchoolOf } from './reported-school.ts';
import { say } from './say.ts';
import { UsageError } from './usage-error.ts';

const problemWords: Record<MunicipalityProblem['code'], (id: string) => string> = {
  'unknown-place': commandTexts.unknownPlace,
  'not-a-municipality': commandTexts.notAMunicipality,
  'unknown-campaign': commandTexts.unknownCampaign,
};

type Asked = { placeId: string; campaignId: string; format: string; date?: string };

/** The municipality's report as the endpoint's answers give it; a deadline before its date is refused, a changed figure told. */
export async function municipalContent(endpoint: Endpoint, asked: Asked): Promise<string | Uint8Array> {
  const { placeId, campaignId, format, date } = asked;
  const read = await readMunicipality(endpoint, placeId, campaignId, date);
  if (!read.ok) throw new UsageError(problemWords[read.problem.code](read.problem.id));
  const { municipality, region, campaign, schools, office } = read.value;
  const form = readinessForm();
  const { document, problems } = municipalReport({
    form,
    campaign,
    municipality,
    ...(region && { region }),
    reportDate: date ?? campaign.reportDate ?? campaign.asOf,
    schools: schools.map((school) => reportedSchoolOf(form, campaign, school)),
    edits: editsOf(office, campaignId),
    settings: settingsOf(office, campaignId),
  });
  const refused = problems.filter(({ code }) => code !== 'figure-changed').map(wordsOf);
  if (refused.length > 0) throw new Error(refused.join('\n'));
  for (const problem of problems) say(wordsOf(problem));
  return format === 'json'
    ? `${JSON.stringify(document, null, 2)}\n`
    : documents[format as DocumentFormat].write(document);
}

function wordsOf(problem: MunicipalProblem): string {
  if (problem.code === 'figure-changed')
    return commandTexts.figureChanged(problem.sentenceId, problem.was, problem.now);
  const where = problem.code === 'deadline-passed' ? problem.deadline : problem.sentenceId;
  return commandTexts.deadlinePassed(where, dateText(problem.day), dateText(problem.reportDate));
}

/** Sentences an officer has put into his own words, by id. */
function editsOf(office: Registers, campaignId: string): Map<string, Edit> {
  const prefix = `${campaignId}/report/sentence:`;
  const edits = new Map<string, Edit>();
  for (const [path, heads] of office) {
    if (!path.startsWith(prefix)) continue;
    const { text, generated, figures } = propertiesOf(heads[0]?.value ?? null);
    if (typeof text === 'string' && typeof generated === 'string' && typeof figures === 'string')
      edits.set(path.slice(prefix.length), { text, generated, figures });
  }
  return edits;
}

function settingsOf(office: Registers, campaignId: string): ReportSettings {
  const { signer } = propertiesOf(office.get(`${campaignId}/report/settings`)?.[0]?.value ?? null);
  const { position, name } = propertiesOf(signer ?? null);
  return {
    signer: { ...(typeof position === 'string' && { position }), ...(typeof name === 'string' && { name }) },
  };
}

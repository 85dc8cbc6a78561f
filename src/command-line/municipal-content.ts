import { type Campaign, campaignsOf } from '../core/submission/campaigns.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { previousOf } from '../core/verification/carry-over.ts';
import { standingOf } from '../core/verification/standing.ts';
import { type DocumentFormat, documents } from '../documents/documents.ts';
import type { MunicipalProblem } from '../reports/municipal/municipal-input.ts';
import { municipalReport } from '../reports/municipal/municipal-report.ts';
import { reportedSchoolOf } from '../reports/municipal/reported-school.ts';
import { documentSettingsOf, withSignatures } from '../reports/versions/paper-document.ts';
import { paperSettingsOf } from '../reports/versions/paper-settings.ts';
import { settledInput } from '../reports/versions/report-registers.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { type MunicipalityProblem, readMunicipality } from '../server/read-municipality.ts';
import { sha256 } from '../server/store/histories.ts';
import { commandTexts } from '../texts/command-line.ts';
import { dateText } from '../texts/numbers.ts';
import type { Asked } from './asked.ts';
import { campaignForms } from './campaign-forms.ts';
import { say } from './say.ts';
import { toPng } from './to-png.ts';
import { UsageError } from './usage-error.ts';

const problemWords: Record<MunicipalityProblem['code'], (id: string) => string> = {
  'unknown-place': commandTexts.unknownPlace,
  'not-a-municipality': commandTexts.notAMunicipality,
  'unknown-campaign': commandTexts.unknownCampaign,
};

/** MR15: the municipality's report as the endpoint's answers give it; a deadline before its date is refused, a changed figure told. */
export async function municipalContent(endpoint: Endpoint, asked: Asked): Promise<string | Uint8Array> {
  const { placeId, campaignId, format, date } = asked;
  const read = await readMunicipality(endpoint, placeId, campaignId, date);
  if (!read.ok) throw new UsageError(problemWords[read.problem.code](read.problem.id));
  const { municipality, region, campaign, registers, published, schools, office } = read.value;
  const forms = campaignForms();
  const formOf = (one: Campaign) => forms.effective(published, one);
  const form = formOf(campaign);
  const { document, problems } = municipalReport(
    settledInput({
      form,
      campaign,
      municipality,
      ...(region && { region }),
      schools: schools.map(({ place, revisions }) => {
        const own = new RevisionIndex();
        own.add(revisions);
        const carried = {
          formOf,
          campaign,
          known: campaignsOf([registers]),
          published: [registers],
          placeId: place.id,
        };
        const previous = previousOf({ ...carried, registers: own.registers() });
        return reportedSchoolOf({ place, previous }, standingOf({ form, campaign, revisions, sha256 }));
      }),
      officeRegisters: office,
      ...(date !== undefined && { reportDate: date }),
    }),
  );
  const refused = problems.filter(({ code }) => code !== 'figure-changed').map(wordsOf);
  if (refused.length > 0) throw new Error(refused.join('\n'));
  for (const problem of problems) say(wordsOf(problem));
  return format === 'json'
    ? `${JSON.stringify(document, null, 2)}\n`
    : documents[format as DocumentFormat].write(
        withSignatures(document, paperSettingsOf(office)),
        toPng,
        documentSettingsOf(office),
      );
}

function wordsOf(problem: MunicipalProblem): string {
  if (problem.code === 'figure-changed')
    return commandTexts.figureChanged(problem.sentenceId, problem.was, problem.now);
  const where = problem.code === 'deadline-passed' ? problem.deadline : problem.sentenceId;
  return commandTexts.deadlinePassed(where, dateText(problem.day), dateText(problem.reportDate));
}

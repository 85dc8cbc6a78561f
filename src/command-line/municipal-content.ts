import { scoredFormId } from '../core/submission/collected-forms.ts';
import { type DocumentFormat, documents } from '../documents/documents.ts';
import type { MunicipalProblem } from '../reports/municipal/municipal-input.ts';
import { municipalReport } from '../reports/municipal/municipal-report.ts';
import { documentSettingsOf, withSignatures } from '../reports/versions/paper-document.ts';
import { paperSettingsOf } from '../reports/versions/paper-settings.ts';
import { settledInput } from '../reports/versions/report-registers.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { commandTexts } from '../texts/command-line.ts';
import { dateText } from '../texts/numbers.ts';
import type { Asked } from './asked.ts';
import { municipalSchools } from './municipal-schools.ts';
import { say } from './say.ts';
import { toPng } from './to-png.ts';

/** MR15: the municipality's report as the endpoint's answers give it; a deadline before its date is refused, a changed figure told. */
export async function municipalContent(endpoint: Endpoint, asked: Asked): Promise<string | Uint8Array> {
  const { format, date } = asked;
  const { municipality, region, campaign, form, reported, office } = await municipalSchools(endpoint, asked);
  if (form.id !== scoredFormId) throw new Error(commandTexts.ofReadinessOnly(form.title));
  const { document, problems } = municipalReport(
    settledInput({
      form,
      campaign,
      municipality,
      ...(region && { region }),
      schools: reported.map(({ state: _, ...school }) => school),
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

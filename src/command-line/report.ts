import { writeFileSync } from 'node:fs';
import { type DocumentFormat, documents } from '../documents/documents.ts';
import { type ReportInput, reportInputOf } from '../reports/report-input.ts';
import { type Report, reports } from '../reports/reports.ts';
import { scoreSheetFigures } from '../reports/score-sheet-figures.ts';
import { readSubmission } from '../server/read-submission.ts';
import { sha256 } from '../server/store/histories.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments, required } from './arguments.ts';
import { readinessForm } from './readiness-form.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

const formats = ['json', ...Object.keys(documents)];

/** `gotovo report NAME --place ID --campaign ID --format json|docx|xlsx|html --out FILE [--date YYYY-MM-DD]`. Without --out it goes to stdout. */
export async function report(args: string[]): Promise<void> {
  const { flags, words } = readArguments(
    'report',
    args,
    {
      place: { type: 'string' },
      campaign: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      date: { type: 'string' },
      data: { type: 'string' },
    },
    ['NAME'],
  );
  const wanted = reports.find(({ name }) => name === words[0]);
  if (!wanted)
    throw new UsageError(commandTexts.unknownReport(words[0] ?? '', reports.map(({ name }) => name).join(', ')));
  const format = flags.format ?? 'json';
  if (!formats.includes(format)) throw new UsageError(commandTexts.unknownFormat(format, formats.join(', ')));
  const placeId = required('report', 'place', flags.place);
  const campaignId = required('report', 'campaign', flags.campaign);
  const date = readDate(flags.date);
  const bytes = await withEndpoint(dataFolder(flags.data), async (endpoint) => {
    const { place, campaign, registers, revisionCount } = await readSubmission(endpoint, placeId, campaignId, date);
    const reportDate = date ?? campaign.asOf;
    const input = reportInputOf({
      form: readinessForm(),
      registers,
      campaign,
      reportDate,
      revisionCount,
      unsent: 0, // what the endpoint holds has arrived
      placeName: place.shortName,
      sha256,
    });
    return write(wanted, input, format);
  });
  if (!flags.out) process.stdout.write(bytes);
  else writeFileSync(flags.out, bytes);
}

async function write(wanted: Report, input: ReportInput, format: string): Promise<string | Uint8Array> {
  if (format === 'json') {
    const content = wanted.name === 'score-sheet' ? scoreSheetFigures(input.assessment) : wanted.documentOf(input);
    return `${JSON.stringify(content, null, 2)}\n`;
  }
  return documents[format as DocumentFormat].write(wanted.documentOf(input));
}

function readDate(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const day = new Date(`${typed}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(typed) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed);
  if (!isDay) throw new UsageError(commandTexts.badDate(typed));
  return typed;
}

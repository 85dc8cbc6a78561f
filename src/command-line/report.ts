import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { effectiveForm } from '../core/form/overlay.ts';
import { campaignsOf } from '../core/submission/campaigns.ts';
import { systemsOf } from '../core/systems/systems.ts';
import { previousOf } from '../core/verification/carry-over.ts';
import { type DocumentFormat, documents } from '../documents/documents.ts';
import { reportInputOf } from '../reports/report-input.ts';
import { type Report, reports } from '../reports/reports.ts';
import { scoreSheetFigures } from '../reports/score-sheet-figures.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { sha256 } from '../server/store/histories.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments, required } from './arguments.ts';
import { errorCodeOf } from './error-words.ts';
import { municipalContent } from './municipal-content.ts';
import { readinessForm } from './readiness-form.ts';
import { submissionOf } from './submission-of.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

export const municipalReportName = 'municipal-report';
export const reportFormats: readonly string[] = ['json', ...Object.keys(documents)];

const options = {
  place: { type: 'string' },
  campaign: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  date: { type: 'string' },
  data: { type: 'string' },
} as const;

/** `gotovo report NAME --place ID --campaign ID [--format json|docx|xlsx|html] [--out FILE] [--date YYYY-MM-DD]`. Without --out it goes to stdout; without --format it is what FILE's name says, else json. */
export async function report(args: string[]): Promise<void> {
  const { flags, words } = readArguments('report', args, options, ['NAME']);
  const [name = ''] = words;
  const names = [...reports.map((one) => one.name), municipalReportName];
  if (!names.includes(name)) throw new UsageError(commandTexts.unknownReport(name, names.join(', ')));
  const format = flags.format ?? formatNamedBy(flags.out) ?? 'json';
  if (!reportFormats.includes(format))
    throw new UsageError(commandTexts.unknownFormat(format, reportFormats.join(', ')));
  const placeId = required('report', 'place', flags.place);
  const campaignId = required('report', 'campaign', flags.campaign);
  const date = readDate(flags.date);
  const content = await withEndpoint(dataFolder(flags.data), (endpoint) =>
    contentOf(endpoint, { name, placeId, campaignId, format, ...(date && { date }) }),
  );
  if (!flags.out) process.stdout.write(content);
  else writeOut(flags.out, content);
}

type Asked = { name: string; placeId: string; campaignId: string; format: string; date?: string };

/** A report of a school, or of a municipality, as the endpoint's answers give it: bytes, or text for json and html. */
export async function contentOf(endpoint: Endpoint, asked: Asked): Promise<string | Uint8Array> {
  const wanted = reports.find(({ name }) => name === asked.name);
  return wanted ? schoolContent(endpoint, wanted, asked) : municipalContent(endpoint, asked);
}

async function schoolContent(endpoint: Endpoint, wanted: Report, asked: Asked): Promise<string | Uint8Array> {
  const { placeId, campaignId, format, date } = asked;
  const { place, campaign, overlay, announced, highest, registers, revisionCount } = await submissionOf(
    endpoint,
    placeId,
    campaignId,
    date,
  );
  const form = effectiveForm(readinessForm(), overlay);
  const published = [announced];
  const known = campaignsOf(published);
  const previous = previousOf({ form, campaign, known, published, registers, placeId });
  const input = reportInputOf({
    form,
    systems: systemsOf([highest]),
    previous: previous?.findings ?? null,
    registers,
    campaign,
    reportDate: date ?? campaign.asOf,
    revisionCount,
    unsent: 0, // what the endpoint holds has arrived
    placeName: place.shortName,
    sha256,
  });
  if (format !== 'json') return documents[format as DocumentFormat].write(wanted.documentOf(input));
  const figures = wanted.name === 'score-sheet' ? scoreSheetFigures(input) : wanted.documentOf(input);
  return `${JSON.stringify(figures, null, 2)}\n`;
}

/** SL2: `sheet.docx` is meant to be a docx. */
const formatNamedBy = (file = ''): string | undefined =>
  reportFormats.find((format) => file.toLowerCase().endsWith(`.${format}`));

function writeOut(file: string, content: string | Uint8Array): void {
  if (!existsSync(dirname(file))) throw new UsageError(commandTexts.noFolder(dirname(file)));
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new UsageError(commandTexts.fileProblem(file, errorCodeOf(error)));
  }
}

function readDate(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  const day = new Date(`${typed}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(typed) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed);
  if (!isDay) throw new UsageError(commandTexts.badDate(typed));
  return typed;
}

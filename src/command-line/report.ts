import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { documents } from '../documents/documents.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments, required } from './arguments.ts';
import type { Asked } from './asked.ts';
import { errorCodeOf } from './error-words.ts';
import { namedReports } from './named-reports.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

export const reportFormats: readonly string[] = ['json', ...Object.keys(documents)];

const options = {
  place: { type: 'string' },
  campaign: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  date: { type: 'string' },
  contacts: { type: 'boolean' },
  data: { type: 'string' },
} as const;

/** `gotovo report NAME --place ID --campaign ID [--format json|docx|xlsx|html] [--out FILE] [--date YYYY-MM-DD] [--contacts]`. Without --out it goes to stdout; without --format it is what FILE's name says, else json. */
export async function report(args: string[]): Promise<void> {
  const { flags, words } = readArguments('report', args, options, ['NAME']);
  const [name = ''] = words;
  const known = namedReports.map((one) => one.name).join(', ');
  const wanted = namedReports.find((one) => one.name === name);
  if (!wanted) throw new UsageError(commandTexts.unknownReport(name, known));
  const format = flags.format ?? formatNamedBy(flags.out) ?? 'json';
  if (!reportFormats.includes(format))
    throw new UsageError(commandTexts.unknownFormat(format, reportFormats.join(', ')));
  const placeId = required('report', 'place', flags.place);
  const campaignId = wanted.form === undefined ? '' : required('report', 'campaign', flags.campaign);
  const date = readDate(flags.date);
  if (flags.contacts && name !== 'monitoring-table') throw new UsageError(commandTexts.contactsOnlyInTable(name));
  const content = await withEndpoint(dataFolder(flags.data), (endpoint) =>
    contentOf(endpoint, {
      name,
      placeId,
      campaignId,
      format,
      ...(date && { date }),
      ...(flags.contacts && { contacts: true }),
    }),
  );
  if (!flags.out) process.stdout.write(content);
  else writeOut(flags.out, content);
}

/** A report of a school, a municipality or a region, as the endpoint's answers give it: bytes, or text for json and html. */
export async function contentOf(
  endpoint: Endpoint,
  { name, ...asked }: Asked & { name: string },
): Promise<string | Uint8Array> {
  const wanted = namedReports.find((one) => one.name === name);
  if (!wanted) throw new UsageError(commandTexts.unknownReport(name, ''));
  return wanted.contentOf(endpoint, asked);
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

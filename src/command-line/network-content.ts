import { type DocumentFormat, documents } from '../documents/documents.ts';
import { networkInputOf } from '../reports/network/network-input.ts';
import { networkReport } from '../reports/network/network-report.ts';
import { documentSettingsOf, withSignatures } from '../reports/versions/paper-document.ts';
import { paperSettingsOf } from '../reports/versions/paper-settings.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { type NetworkProblem, readNetwork } from '../server/read-network.ts';
import { commandTexts } from '../texts/command-line.ts';
import type { Asked } from './asked.ts';
import { siteReportForm } from './form-blocks.ts';
import { toPng } from './to-png.ts';
import { UsageError } from './usage-error.ts';

const problemWords: Record<NetworkProblem['code'], (id: string) => string> = {
  'unknown-place': commandTexts.unknownPlace,
  'not-a-region': commandTexts.notARegion,
  'unknown-campaign': commandTexts.unknownCampaign,
};

/** NR7: the network report as the endpoint's answers give it: bytes, or text for json and html. */
export async function networkContent(endpoint: Endpoint, asked: Asked): Promise<string | Uint8Array> {
  const { placeId, campaignId, format, date } = asked;
  const read = await readNetwork(endpoint, placeId, campaignId);
  if (!read.ok) throw new UsageError(problemWords[read.problem.code](read.problem.id));
  const { officeRegisters } = read.value;
  const document = networkReport(
    networkInputOf({ form: siteReportForm(), ...read.value, ...(date === undefined ? {} : { reportDate: date }) }),
  );
  if (format === 'json') return `${JSON.stringify(document, null, 2)}\n`;
  const settings = documentSettingsOf(officeRegisters);
  const signed = withSignatures(document, paperSettingsOf(officeRegisters));
  return documents[format as DocumentFormat].write(signed, toPng, settings);
}

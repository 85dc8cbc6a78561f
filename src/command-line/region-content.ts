import { contactsNamedIn } from '../core/monitoring/contacts.ts';
import { formWithSystems } from '../core/systems/form-with-systems.ts';
import { type DocumentFormat, documents } from '../documents/documents.ts';
import { monitoringTable } from '../reports/region/monitoring-table.ts';
import type { RegionInput } from '../reports/region/region-input.ts';
import type { ReportDocument } from '../reports/report-document.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { readContacts } from '../server/read-contacts.ts';
import { type RegionProblem, readRegion } from '../server/read-region.ts';
import { commandTexts } from '../texts/command-line.ts';
import type { Asked } from './asked.ts';
import { monitoringForm } from './form-blocks.ts';
import { say } from './say.ts';
import { toPng } from './to-png.ts';
import { UsageError } from './usage-error.ts';

const problemWords: Record<RegionProblem['code'], (id: string) => string> = {
  'unknown-place': commandTexts.unknownPlace,
  'not-above-schools': commandTexts.notAboveSchools,
  'monitoring-not-announced': commandTexts.monitoringNotAnnounced,
};

/** PV8: the table of 25 columns, with contacts of staff only where they are asked for, which is written down. */
export async function monitoringTableContent(endpoint: Endpoint, asked: Asked): Promise<string | Uint8Array> {
  if (!asked.contacts) return regionContent(monitoringTable, endpoint, asked);
  const whom = { device: 'gotovo report', place: asked.placeId, role: 'operator' };
  return regionContent(
    async (input) => {
      const found = await readContacts(endpoint, contactsNamedIn(input.form, input.collected), whom);
      say(commandTexts.contactsGiven(found.size));
      return monitoringTable(input, (hash) => found.get(hash) ?? null);
    },
    endpoint,
    asked,
  );
}

/** RG10: a report of the region's monitoring as the endpoint's answers give it; what is private stays where it is. */
export async function regionContent(
  documentOf: (input: RegionInput) => ReportDocument | Promise<ReportDocument>,
  endpoint: Endpoint,
  { placeId, campaignId, format, date }: Asked,
): Promise<string | Uint8Array> {
  const form = monitoringForm();
  const read = await readRegion(endpoint, form, placeId, campaignId);
  if (!read.ok) throw new UsageError(problemWords[read.problem.code](read.problem.id));
  const { collected, previous, systems } = read.value;
  const document = await documentOf({
    form: formWithSystems(form, systems),
    collected,
    previous,
    reportDate: date ?? collected.campaign.asOf,
  });
  return format === 'json'
    ? `${JSON.stringify(document, null, 2)}\n`
    : documents[format as DocumentFormat].write(document, toPng);
}

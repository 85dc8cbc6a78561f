import { type DocumentFormat, documents } from '../documents/documents.ts';
import { answersTable } from '../reports/answers-table/answers-table.ts';
import type { Endpoint } from '../server/endpoint.ts';
import type { Asked } from './asked.ts';
import { municipalSchools } from './municipal-schools.ts';

/** AT1: every school's answers in one table, as the endpoint holds them. */
export async function answersTableContent(endpoint: Endpoint, asked: Asked): Promise<string | Uint8Array> {
  const { municipality, campaign, form, reported } = await municipalSchools(endpoint, asked);
  const document = answersTable({
    form,
    placeName: municipality.shortName,
    asOf: campaign.asOf,
    reportDate: asked.date ?? campaign.asOf,
    schools: reported.map((school) => ({ ...school, previousTotal: null })),
  });
  return asked.format === 'json'
    ? `${JSON.stringify(document, null, 2)}\n`
    : documents[asked.format as DocumentFormat].write(document);
}

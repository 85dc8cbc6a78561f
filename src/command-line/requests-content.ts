import { officeHistoryOf, publicHistoryOf } from '../core/access/access.ts';
import { subtreeOf } from '../core/places/place-tree.ts';
import { groupRequests, type NotedRequest, requestsOf, vendorAnswerOf } from '../core/requests/vendor-requests.ts';
import type { Registers } from '../core/submission/registers.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { type DocumentFormat, documents } from '../documents/documents.ts';
import { vendorList } from '../reports/requests/vendor-list.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { readRevisions } from '../server/store/histories.ts';
import { commandTexts } from '../texts/command-line.ts';
import { requestsTexts } from '../texts/requests.ts';
import type { Asked } from './asked.ts';
import { UsageError } from './usage-error.ts';

/** VR3: what schools of a municipality or a region, and its office, ask of vendors, as the endpoint holds it; requests are of no campaign. */
export async function requestsContent(
  endpoint: Endpoint,
  { placeId, format, date }: Asked,
): Promise<string | Uint8Array> {
  const { tree, byId } = await endpoint.places();
  const place = byId.get(placeId);
  if (!place) throw new UsageError(commandTexts.unknownPlace(placeId));
  if (place.kind !== 'region' && place.kind !== 'municipality') throw new UsageError(commandTexts.notAnOffice(placeId));
  const registersOf = async (history: string): Promise<Registers> => {
    const index = new RevisionIndex();
    index.add(await readRevisions(endpoint.engine.read, history));
    return index.registers();
  };
  const places = subtreeOf(tree, placeId);
  const published: Registers[] = [];
  for (const { id } of places.filter(({ kind }) => kind === 'region' || kind === 'municipality'))
    published.push(await registersOf(publicHistoryOf(id)));
  const all: NotedRequest[] = [];
  const note = async (history: string, from: NotedRequest['from']): Promise<void> => {
    for (const request of requestsOf(await registersOf(history)))
      all.push({ ...request, from, answer: vendorAnswerOf(published, request.id) });
  };
  const schools = places.filter(({ kind }) => kind === 'school');
  for (const { id, shortName } of schools) await note(id, { id, name: shortName, isSchool: true });
  await note(officeHistoryOf(placeId), { id: placeId, name: requestsTexts.office.ownName, isSchool: false });
  const today = date ?? new Date(endpoint.now()).toISOString().slice(0, 10);
  const document = vendorList({ place: place.name, groups: groupRequests(all), schools: schools.length, today });
  return format === 'json'
    ? `${JSON.stringify(document, null, 2)}\n`
    : documents[format as DocumentFormat].write(document);
}

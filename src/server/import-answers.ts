import { randomBytes } from 'node:crypto';
import { publicHistoryOf } from '../core/access/access.ts';
import type { AnswersProblem, AnswersWarning } from '../core/answers-file/answers-problem.ts';
import { campaignEntry, previousEntries } from '../core/answers-file/campaign-entries.ts';
import type { CollectedForm } from '../core/answers-file/file-campaign.ts';
import type { FormBlock } from '../core/answers-file/form-block.ts';
import type { AnswersFile } from '../core/answers-file/parse-answers-file.ts';
import { parseAnswersFile } from '../core/answers-file/parse-answers-file.ts';
import type { SchoolOutcome } from '../core/answers-file/read-school.ts';
import type { Form } from '../core/form/form.ts';
import { canonicalJson } from '../core/json.ts';
import { hashNamedBy, type PrivateValue, privateReference, sealed } from '../core/private-values/private-values.ts';
import { ok, type Result } from '../core/result.ts';
import { type Facts, factsOf } from '../core/submission/facts.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { type System, systemsOf } from '../core/systems/systems.ts';
import { appendByEndpoint, type EndpointAuthor } from './append-by-endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import type { Writer } from './store/engine.ts';
import { readRevisions, sha256 } from './store/histories.ts';
import { writePlaces } from './store/places.ts';
import { erasedAmong, keepPrivate, readPrivate } from './store/private-values.ts';

export type Imported = AnswersFile & { newRevisions: number };

/**
 * Takes a file of answers as ordinary revisions by the author "импорт": the campaign into the public history, unless it stays as it was
 * announced, each sound school into its own. `collected`: the form the campaign collects, as far as that is known.
 */
export async function importAnswers(
  endpoint: Endpoint,
  json: unknown,
  form: Form,
  blocks: readonly FormBlock[] = [],
  { keepsCampaign = false, collected = {} }: { keepsCampaign?: boolean; collected?: CollectedForm } = {},
): Promise<Result<Imported, AnswersProblem[]>> {
  const { tree, lineage } = await endpoint.places();
  const stored = await storedFacts(endpoint, json, form);
  const parsed = parseAnswersFile(json, form, {
    places: tree,
    factsOf: (placeId) => stored.get(placeId) ?? new Map(),
    blocks,
    collected,
    systems: await systemsAbove(endpoint, lineage(campaignPlaceIn(json))),
  });
  if (!parsed.ok) return parsed;
  const { campaign } = parsed.value;
  const schools = [...parsed.value.schools];
  const at = new Date(endpoint.now()).toISOString();
  const author: EndpointAuthor = { who: 'импорт', label: 'импорт', at, via: 'import' };
  const newRevisions = await endpoint.engine.write(async (writer) => {
    const created = schools.flatMap((school) => ('entries' in school && school.isNew ? [school.place] : []));
    if (created.length > 0) await writePlaces(writer, created);
    const history = publicHistoryOf(campaign.municipality);
    let count = await appendByEndpoint(
      endpoint,
      writer,
      history,
      keepsCampaign ? [] : [campaignEntry(campaign), ...previousEntries(campaign)],
      author,
    );
    for (const [at, school] of schools.entries()) {
      if (!('entries' in school)) continue;
      const entries = school.entries.map(([path, value]) => ({ path, value }));
      const { contacts, erased } = await sealedContacts(writer, school);
      if (erased.length > 0) schools[at] = { ...school, warnings: [...school.warnings, ...erased] };
      entries.push(...contacts.map(({ path, value }) => ({ path, value: privateReference(value.hash) })));
      count += await appendByEndpoint(endpoint, writer, school.place.id, entries, author);
      for (const { value } of contacts) await keepPrivate(writer, school.place.id, value);
    }
    return count;
  });
  return ok({ campaign, schools, newRevisions });
}

const campaignPlaceIn = (json: unknown): string =>
  String((json as { campaign?: { municipality?: unknown } } | null)?.campaign?.municipality ?? '');

/** SD1: the dictionary of the highest of these places. */
async function systemsAbove({ engine }: Endpoint, above: readonly string[]): Promise<readonly System[]> {
  const index = new RevisionIndex();
  index.add(await readRevisions(engine.read, publicHistoryOf(above.at(-1) ?? '')));
  return systemsOf([index.registers()]);
}

type TakenSchool = Extract<SchoolOutcome, { entries: unknown }>;

/**
 * PV1, PV2: contacts of the file as values beside their hashes; the same one again keeps its hash, so that a repetition writes
 * nothing. DW2: one that was erased does not come back by a file, and that is told.
 */
async function sealedContacts(writer: Writer, { place, privates }: TakenSchool) {
  const contacts: { path: string; value: PrivateValue }[] = [];
  const erased: AnswersWarning[] = [];
  if (privates.length === 0) return { contacts, erased };
  const index = new RevisionIndex();
  index.add(await readRevisions(writer, place.id));
  for (const [path, value] of privates) {
    const hash = hashNamedBy(index.heads(path)[0]?.value ?? null);
    const [known] = hash === null ? [] : await readPrivate(writer, place.id, [hash]);
    const isSame = known !== undefined && canonicalJson(known.value) === canonicalJson(value);
    if (hash !== null && (await erasedAmong(writer, place.id, [hash])).size > 0)
      erased.push({ code: 'contact-erased', path });
    else contacts.push({ path, value: isSame ? known : sealed(value, randomBytes(16).toString('base64url'), sha256) });
  }
  return { contacts, erased };
}

/** What is stored of the schools a file names; a total is checked against their passports. */
async function storedFacts({ engine }: Endpoint, json: unknown, form: Form): Promise<Map<string, Facts>> {
  const file = json as { campaign?: { id?: unknown }; schools?: unknown } | null;
  const ids = Array.isArray(file?.schools)
    ? file.schools.map((school: { place?: { id?: unknown } } | null) => String(school?.place?.id ?? ''))
    : [];
  const facts = new Map<string, Facts>();
  for (const id of new Set(ids)) {
    const index = new RevisionIndex();
    index.add(await readRevisions(engine.read, id));
    facts.set(id, factsOf(index.registers(), String(file?.campaign?.id ?? ''), form.id));
  }
  return facts;
}

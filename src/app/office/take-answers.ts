import { publicHistoryOf } from '../../core/access/access.ts';
import type { AnswersProblem } from '../../core/answers-file/answers-problem.ts';
import { campaignEntry, previousEntries } from '../../core/answers-file/campaign-entries.ts';
import { collectedIn } from '../../core/answers-file/file-campaign.ts';
import type { FormBlock } from '../../core/answers-file/form-block.ts';
import { type AnswersFile, parseAnswersFile } from '../../core/answers-file/parse-answers-file.ts';
import type { SchoolOutcome } from '../../core/answers-file/read-school.ts';
import { isAwaited } from '../../core/form/awaited-form.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import type { Place } from '../../core/places/place.ts';
import { type PlaceTree, placeTreeOf } from '../../core/places/place-tree.ts';
import type { Result } from '../../core/result.ts';
import { factsOf } from '../../core/submission/facts.ts';
import type { Office } from './office.ts';

type Entry = { path: string; value: Json };
type Desk = Pick<Office, 'places' | 'registersOf' | 'campaigns' | 'publicHistory' | 'bring'> & {
  forms: Pick<Office['forms'], 'published' | 'all'>;
};

/** What a file of answers would do here: nothing of it is written yet. */
export type AnswersPlan = {
  file: AnswersFile;
  /** `known`: it was announced and stays as it is; `foreign`: only its municipality may announce it, nothing can be taken */
  campaign: 'known' | 'new' | 'foreign';
  /** what the sound schools give and does not stand there already, by place id */
  fresh: ReadonlyMap<string, readonly Entry[]>;
  /** for the public history, before the answers: the campaign, what the last one found, places the list does not have */
  first: readonly Entry[];
};

/** IA1: a file of answers read against what is on this device, without a network; nothing of a school with an error is taken. */
export function planAnswers(
  json: unknown,
  office: Desk,
  blocks: readonly FormBlock[] = [],
): Result<AnswersPlan, AnswersProblem[]> {
  const collected = collectedIn(json, office.campaigns.value, office.forms.all.value);
  const named = office.forms.published(collected);
  const form = isAwaited(named) ? office.forms.published({}) : named; // FP4: what is of the other is a block nobody takes
  const parsed = parseAnswersFile(json, form, {
    places: treeFor(json, office),
    factsOf: (placeId, campaignId) => factsOf(office.registersOf(placeId).value, campaignId, form.id),
    blocks,
    collected,
  });
  if (!parsed.ok) return parsed;
  const { campaign } = parsed.value;
  const schools = parsed.value.schools.map(withoutContacts);
  const history = publicHistoryOf(campaign.municipality);
  const isKnown = office.campaigns.value.some(({ id }) => id === campaign.id);
  const kind = isKnown ? 'known' : history === office.publicHistory ? 'new' : 'foreign';
  const isOwn = history === office.publicHistory;
  const first = isOwn
    ? [
        ...(kind === 'new' ? [campaignEntry(campaign)] : []),
        ...previousEntries(campaign),
        ...schools.flatMap((school) => ('entries' in school && school.isNew ? [placeEntry(school.place)] : [])),
      ]
    : [];
  const fresh = new Map(schools.flatMap((school) => ('entries' in school ? [freshOf(school, office)] : [])));
  return { ok: true, value: { file: { campaign, schools }, campaign: kind, fresh, first } };
}

/** PV1: contacts of staff are taken by the endpoint alone, or typed by the school. */
function withoutContacts(school: SchoolOutcome): SchoolOutcome {
  if (!('privates' in school) || school.privates.length === 0) return school;
  const warning = { code: 'private-not-taken' as const, count: school.privates.length, path: school.place.id };
  return { ...school, warnings: [...school.warnings, warning] };
}

/** A campaign of the region is known to a municipality whose list of places begins with itself: the region is put above it. */
function treeFor(json: unknown, { places, campaigns }: Desk): PlaceTree {
  const id = (json as { campaign?: { id?: unknown } } | null)?.campaign?.id;
  const above = campaigns.value.find((one) => one.id === id)?.municipality;
  const [own] = places.value;
  if (own?.kind !== 'municipality' || above === undefined || places.value.some((one) => one.id === above))
    return placeTreeOf(places.value);
  const region: Place = { id: above, kind: 'region', parent: null, name: above, shortName: above, address: '' };
  return placeTreeOf([region, ...places.value, { ...own, parent: above }]);
}

const placeEntry = (place: Place): Entry => ({ path: `-/place:${place.id}`, value: place });

/** Only what is different from what stands there alone: a repetition writes nothing. */
function freshOf(
  { place, entries }: Extract<SchoolOutcome, { entries: unknown }>,
  office: Desk,
): [string, readonly Entry[]] {
  const registers = office.registersOf(place.id).value;
  const fresh = entries.filter(([path, value]) => {
    const heads = registers.get(path) ?? [];
    return heads.length !== 1 || canonicalJson(heads[0]?.value ?? null) !== canonicalJson(value);
  });
  return [place.id, fresh.map(([path, value]) => ({ path, value }))];
}

/**
 * IA2: writes the plan as ordinary revisions by «импорт», each school whole or not at all; `tell` hears how many schools are done.
 * Gives how many values both copies kept: taking the file again goes on where it broke off.
 */
export async function takeAnswers(
  { first, fresh }: AnswersPlan,
  office: Desk,
  tell: (done: number, of: number) => void,
): Promise<{ kept: number; of: number }> {
  const schools = [...fresh].filter(([, entries]) => entries.length > 0);
  const of = schools.reduce((sum, [, entries]) => sum + entries.length, 0);
  let kept = 0;
  if (first.length > 0 && !(await office.bring('import', office.publicHistory, first))) return { kept, of };
  for (const [at, [placeId, entries]] of schools.entries()) {
    if (!(await office.bring('import', placeId, entries))) break;
    kept += entries.length;
    tell(at + 1, schools.length);
  }
  return { kept, of };
}

import { publicHistoryOf } from '../../core/access/access.ts';
import type { AnswersProblem } from '../../core/answers-file/answers-problem.ts';
import { campaignEntry, previousEntries } from '../../core/answers-file/campaign-entries.ts';
import { type AnswersFile, parseAnswersFile } from '../../core/answers-file/parse-answers-file.ts';
import type { SchoolOutcome } from '../../core/answers-file/read-school.ts';
import type { Form } from '../../core/form/form.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import type { Place } from '../../core/places/place.ts';
import { placeTreeOf } from '../../core/places/place-tree.ts';
import type { Result } from '../../core/result.ts';
import { factsOf } from '../../core/submission/facts.ts';
import type { Office } from './office.ts';

type Writing = { history: string; path: string; value: Json };

/** What a file of answers would do here: nothing of it is written yet. */
export type AnswersPlan = {
  file: AnswersFile;
  /** `known`: it was announced and stays as it is; `foreign`: only its municipality may announce it, nothing can be taken */
  campaign: 'known' | 'new' | 'foreign';
  /** what the sound schools give and does not stand there already, by place id */
  fresh: ReadonlyMap<string, readonly Writing[]>;
  /** before the answers: the campaign, what the last one found, places the list does not have */
  first: readonly Writing[];
};

/** IA1: a file of answers read against what is on this device, without a network; nothing of a school with an error is taken. */
export function planAnswers(json: unknown, form: Form, office: Office): Result<AnswersPlan, AnswersProblem[]> {
  const parsed = parseAnswersFile(json, form, {
    places: placeTreeOf(office.places.value),
    factsOf: (placeId, campaignId) => factsOf(office.registersOf(placeId).value, campaignId, form.id),
  });
  if (!parsed.ok) return parsed;
  const { campaign, schools } = parsed.value;
  const history = publicHistoryOf(campaign.municipality);
  const isKnown = office.campaigns.value.some(({ id }) => id === campaign.id);
  const kind = isKnown ? 'known' : history === office.publicHistory ? 'new' : 'foreign';
  const isOwn = history === office.publicHistory;
  const first = isOwn
    ? [
        ...(kind === 'new' ? [campaignEntry(campaign)] : []),
        ...previousEntries(campaign),
        ...schools.flatMap((school) => ('entries' in school && school.isNew ? [placeEntry(school.place)] : [])),
      ].map((entry) => ({ history, ...entry }))
    : [];
  const fresh = new Map(schools.flatMap((school) => ('entries' in school ? [freshOf(school, office)] : [])));
  return { ok: true, value: { file: parsed.value, campaign: kind, fresh, first } };
}

const placeEntry = (place: Place): { path: string; value: Json } => ({ path: `-/place:${place.id}`, value: place });

/** Only what is different from what stands there alone: a repetition writes nothing. */
function freshOf(
  { place, entries }: Extract<SchoolOutcome, { entries: unknown }>,
  office: Office,
): [string, readonly Writing[]] {
  const registers = office.registersOf(place.id).value;
  const fresh = entries.filter(([path, value]) => {
    const heads = registers.get(path) ?? [];
    return heads.length !== 1 || canonicalJson(heads[0]?.value ?? null) !== canonicalJson(value);
  });
  return [place.id, fresh.map(([path, value]) => ({ history: place.id, path, value }))];
}

/**
 * IA2: writes the plan as ordinary revisions by «импорт», one after another; `tell` hears how many of how many stand there.
 * Gives how many were kept by both copies: taking the file again goes on where it broke off.
 */
export async function takeAnswers(
  plan: AnswersPlan,
  office: Office,
  tell: (done: number, of: number) => void,
): Promise<{ kept: number; of: number }> {
  const write = office.writeBrought('import');
  const all = [...plan.first, ...[...plan.fresh.values()].flat()];
  let kept = 0;
  for (const { history, path, value } of all) {
    if (!(await write(history, path, value))) break;
    kept += 1;
    tell(kept, all.length);
  }
  return { kept, of: all.length };
}

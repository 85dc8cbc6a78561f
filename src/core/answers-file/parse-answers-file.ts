import * as z from 'zod/mini';
import type { Form } from '../form/form.ts';
import type { PlaceTree } from '../places/place-tree.ts';
import { fail, ok, type Result } from '../result.ts';
import { scoredFormOf } from '../submission/collected-forms.ts';
import type { Facts } from '../submission/facts.ts';
import type { System } from '../systems/systems.ts';
import type { AnswersProblem } from './answers-problem.ts';
import { type CollectedForm, type FileCampaign, fileCampaignSchema, previousSchema } from './file-campaign.ts';
import type { FormBlock } from './form-block.ts';
import { isObject, parseWith, pathTo } from './parse-with.ts';
import { readSchool, type SchoolOutcome } from './read-school.ts';

/** A file of answers as read: its campaign, and every school with what it gives or why nothing of it is taken, in file order. */
export type AnswersFile = { campaign: FileCampaign; schools: readonly SchoolOutcome[] };

/** What is known before the file is read. */
export type KnownPlaces = {
  places: PlaceTree;
  /** the stored facts of a place in a campaign of that id; empty when there are none */
  factsOf: (placeId: string, campaignId: string) => Facts;
  /** the forms besides the scored one (AF13); absent: none */
  blocks?: readonly FormBlock[];
  /** FP1: the form the campaign collects, as far as it is known; absent: what the file says of it */
  collected?: CollectedForm;
  /** DW3: the region's dictionary of systems; absent: its own ids are taken by their shape */
  systems?: readonly System[];
};

const fileSchema = z.strictObject({
  format: z.literal('gotovo-answers/1'),
  campaign: z.unknown(),
  schools: z.array(z.unknown()),
  previous: z.optional(previousSchema),
});

/**
 * A file of answers, `gotovo-answers/1` (docs/answers-file.md), already read as JSON. The file as a whole is refused with
 * every problem of its format or campaign; a school with a problem gives nothing, the others are taken (AF3).
 */
export function parseAnswersFile(json: unknown, form: Form, known: KnownPlaces): Result<AnswersFile, AnswersProblem[]> {
  const foreign = foreignFormat(json);
  if (foreign) return fail([foreign]);
  const file = parseWith(fileSchema, json, '');
  if (!file.ok) return file;
  const campaign = parseWith(fileCampaignSchema, file.value.campaign, 'campaign');
  if (!campaign.ok) return campaign;
  const { collected = {} } = known;
  const problems = [
    ...campaignProblems(campaign.value, [form, ...(known.blocks ?? [])], known.places),
    ...hashProblems(campaign.value, collected),
  ];
  if (problems.length > 0) return fail(problems);
  const previous = campaign.value.previous ?? file.value.previous;
  const { formHash } = collected;
  const asked: FileCampaign = formHash === undefined ? campaign.value : { ...campaign.value, formHash };
  const whole: FileCampaign = previous ? { ...asked, previous } : asked;
  const seen = new Set<string>();
  const raw = isObject(json) && Array.isArray(json.schools) ? json.schools : [];
  const schools = raw.map((school: unknown, at): SchoolOutcome => {
    const path = pathTo('schools', at);
    const outcome = readSchool(school, path, {
      form,
      campaign: whole,
      places: known.places,
      blocks: known.blocks ?? [],
      systems: known.systems ?? null,
      factsOf: (placeId) => known.factsOf(placeId, whole.id),
    });
    const id = typeof outcome.place === 'string' ? outcome.place : outcome.place?.id;
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return outcome;
    }
    const again: AnswersProblem = { code: 'row-twice', path: pathTo(path, 'place', 'id') };
    return { place: id, problems: 'problems' in outcome ? [again, ...outcome.problems] : [again] };
  });
  return ok({ campaign: whole, schools });
}

/** AF1: another format, or a newer version of this one, is refused before anything in it is looked at. */
function foreignFormat(json: unknown): AnswersProblem | null {
  const format = isObject(json) ? json.format : undefined;
  if (format === 'gotovo-answers/1') return null;
  if (typeof format !== 'string' || !/^gotovo-answers\/\d+$/.test(format))
    return { code: 'not-an-answers-file', path: 'format' };
  return { code: 'newer-format', format, path: 'format' };
}

/** FP1: answers to one form are never read by another of the same name. */
function hashProblems({ forms, formHash }: FileCampaign, known: CollectedForm): AnswersProblem[] {
  const name = scoredFormOf({ forms }) ?? '';
  const isOther = formHash !== undefined && known.forms !== undefined && formHash !== known.formHash;
  if (isOther) return [{ code: 'other-form', name, path: 'campaign.formHash' }];
  return known.isGuessed ? [{ code: 'form-twice', name, path: 'campaign.forms' }] : [];
}

type Versioned = { id: string; version: number };

/** AF2: the municipality (or region) is a known place, and the forms are of the versions this program knows. */
function campaignProblems(campaign: FileCampaign, forms: readonly Versioned[], places: PlaceTree): AnswersProblem[] {
  const id = campaign.municipality;
  const kind = places.byId.get(id)?.kind;
  const path = 'campaign.municipality';
  const problems: AnswersProblem[] = [];
  if (kind === undefined) problems.push({ code: 'unknown-place', id, path });
  else if (kind !== 'municipality' && kind !== 'region') problems.push({ code: 'place-of-wrong-kind', id, kind, path });
  for (const [at, asked] of campaign.forms.entries()) {
    const form = forms.find((one) => asked.startsWith(`${one.id}@`));
    const ours = form && `${form.id}@${form.version}`;
    if (ours !== undefined && asked !== ours)
      problems.push({ code: 'form-version', asked, known: ours, path: pathTo('campaign.forms', at) });
  }
  return problems;
}

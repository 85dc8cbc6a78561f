import * as z from 'zod/mini';
import type { Form } from '../form/form.ts';
import type { Json } from '../json.ts';
import { kindsAbove, longestAddress, longestName, type Place, placeIdSchema } from '../places/place.ts';
import { childrenOf, isWithin, type PlaceTree } from '../places/place-tree.ts';
import { assess } from '../scoring/assess.ts';
import { type Facts, registerPathOf } from '../submission/facts.ts';
import { statusPathOf, statusValueOf, submissionStates } from '../submission/status.ts';
import type { System } from '../systems/systems.ts';
import type { AnswersProblem, AnswersWarning } from './answers-problem.ts';
import type { FileCampaign } from './file-campaign.ts';
import type { FormBlock } from './form-block.ts';
import { isObject, pathTo, textUpTo } from './parse-with.ts';
import { readIndicators, readRemarks } from './read-indicators.ts';
import { readField, readPassport } from './read-passport.ts';
import { readExams, readMonths, readSite, readYear } from './read-tables.ts';
import { Reading } from './reading.ts';

/** What one school of the file gives: its registers' values by full path, or why nothing of it is taken. */
export type SchoolOutcome =
  | {
      place: Place;
      /** not in the tree yet: to be created under its parent (AF10) */
      isNew: boolean;
      entries: readonly (readonly [path: string, value: Json])[];
      /** what is kept apart from revisions, by the path of its register */
      privates: readonly (readonly [path: string, value: Json])[];
      warnings: readonly AnswersWarning[];
    }
  | {
      /** the id as written; null: unreadable */
      place: string | null;
      problems: readonly AnswersProblem[];
    };

/** Where a file is read: the form, what its campaign is, the places known and what is already stored of them. */
export type AnswersFileContext = {
  form: Form;
  campaign: FileCampaign;
  places: PlaceTree;
  factsOf: (placeId: string) => Facts;
  blocks: readonly FormBlock[];
  /** the region's dictionary of systems; null: it is not at hand */
  systems: readonly System[] | null;
};

type Raw = Readonly<Record<string, unknown>>;

/** AF3: one school, `schools[n]` of the file: everything it gives, or every problem it has and nothing else. */
export function readSchool(raw: unknown, path: string, context: AnswersFileContext): SchoolOutcome {
  const { form, campaign, places, factsOf } = context;
  if (!isObject(raw)) return { place: null, problems: [{ code: 'wrong-type', expected: 'object', path }] };
  const { place: placeRaw, ...blocks } = raw;
  const written = isObject(placeRaw) && typeof placeRaw.id === 'string' ? placeRaw.id : null;
  const reading = new Reading(form, campaign, written === null ? new Map() : factsOf(written), {
    branches: written === null ? [] : childrenOf(places, written),
    systems: context.systems,
  });
  const place = readPlace(reading, placeRaw, pathTo(path, 'place'), context);
  readBlocks(reading, blocks, path, context.blocks);
  const isLevelGiven = isObject(placeRaw) && !reading.values.has('-/passport/level');
  if (isLevelGiven) readField(reading, 'level', placeRaw.level, pathTo(path, 'place', 'level'));
  if (!place || reading.problems.length > 0) return { place: written, problems: reading.problems };
  const entries = [...reading.values].map(
    ([key, value]) =>
      [key === 'status' ? statusPathOf(campaign.id) : registerPathOf(campaign.id, form.id, key), value] as const,
  );
  const collected = (one: { id: string; version: number }) => campaign.forms.includes(`${one.id}@${one.version}`);
  const others = context.blocks.filter((one) => collected(one) && isObject(blocks[one.id]));
  const warnings: AnswersWarning[] = [
    ...reading.warnings,
    ...(collected(form) ? scoringWarnings(reading, path) : []),
    ...others.flatMap((one) => one.warningsOf(reading, pathTo(path, one.id))),
  ];
  return { place, isNew: !places.byId.has(place.id), entries, privates: [...reading.privates], warnings };
}

const placeBlockSchema = z.strictObject({
  id: placeIdSchema,
  name: z.optional(textUpTo(longestName)),
  shortName: z.optional(textUpTo(longestName)),
  address: z.optional(textUpTo(longestAddress)),
  parent: z.optional(placeIdSchema),
  level: z.optional(z.unknown()),
});

/** AF10: a known school stays as the tree has it; one that is not there is created under the parent it names. */
function readPlace(reading: Reading, raw: unknown, path: string, context: AnswersFileContext): Place | undefined {
  const written = reading.parse(placeBlockSchema, raw, path);
  if (!written) return undefined;
  const place = context.places.byId.get(written.id) ?? newPlace(reading, written, path);
  if (!place) return undefined;
  const problem = placeProblem(place, path, context);
  if (problem) reading.problems.push(problem);
  for (const field of ['name', 'shortName', 'address', 'parent'] as const) {
    const [inFile, inTree] = [written[field], place[field] ?? ''];
    if (inFile !== undefined && inFile !== inTree)
      reading.warnings.push({ code: 'place-differs', field, inFile, known: inTree, path: pathTo(path, field) });
  }
  return place;
}

/** AF10: it is a school, under a municipality or a region, and where the campaign is. */
function placeProblem(place: Place, path: string, { places, campaign }: AnswersFileContext): AnswersProblem | null {
  const { id, kind, parent } = place;
  if (kind !== 'school') return { code: 'place-of-wrong-kind', id, kind, path: pathTo(path, 'id') };
  const above = places.byId.get(parent ?? '');
  if (!above) return { code: 'unknown-place', id: parent ?? '', path: pathTo(path, 'parent') };
  if (!kindsAbove.school.includes(above.kind))
    return { code: 'place-of-wrong-kind', id: above.id, kind: above.kind, path: pathTo(path, 'parent') };
  const { municipality } = campaign;
  return isWithin(places, above.id, municipality) ? null : { code: 'place-outside-campaign', id, municipality, path };
}

function newPlace(reading: Reading, written: z.infer<typeof placeBlockSchema>, path: string): Place | undefined {
  const { id, name, parent, shortName, address = '' } = written;
  if (name === undefined) reading.problems.push({ code: 'missing', path: pathTo(path, 'name') });
  if (parent === undefined) reading.problems.push({ code: 'missing', path: pathTo(path, 'parent') });
  if (name === undefined || parent === undefined) return undefined;
  return { id, kind: 'school', parent, name, shortName: shortName ?? name, address };
}

type ReadBlock = (reading: Reading, raw: unknown, path: string) => void;

/** In the order they are read; answers stand under the id of their form. */
const readersOf = (formId: string): Readonly<Record<string, ReadBlock>> => ({
  passport: (reading, raw, path) => readPassport(reading, blockOf(reading, raw, path), path),
  status: (reading, raw, path) => {
    const state = reading.parse(z.optional(z.enum(submissionStates)), raw, path);
    if (state) reading.take('status', statusValueOf(state), path);
  },
  [formId]: (reading, raw, path) => readIndicators(reading, blockOf(reading, raw, path), path),
  evidence: (reading, raw, path) => readRemarks(reading, blockOf(reading, raw, path), 'evidence', path),
  comments: (reading, raw, path) => readRemarks(reading, blockOf(reading, raw, path), 'comment', path),
  JRN: readMonths,
  GIA: readExams,
  YEAR: readYear,
  SITE: readSite,
});

/** Blocks that are of no form, so they are read whatever the campaign collects. */
const ofPlace = ['passport', 'status'];

function blockOf(reading: Reading, raw: unknown, path: string): Raw {
  if (isObject(raw)) return raw;
  reading.problems.push({ code: 'wrong-type', expected: 'object', path });
  return {};
}

/** AF11, AF13: every block by its own reader, the passport first; what no form of ours asks for stays out and is named. */
export function readBlocks(reading: Reading, blocks: Raw, path: string, others: readonly FormBlock[] = []): void {
  const { form, campaign } = reading;
  const collected = campaign.forms.includes(`${form.id}@${form.version}`);
  const readers = readersOf(form.id);
  const known = Object.keys(readers).filter((name) => collected || ofPlace.includes(name));
  for (const name of known) {
    const raw = blocks[name];
    if (raw !== undefined && raw !== null) readers[name]?.(reading, raw, pathTo(path, name));
  }
  const forms = others.filter(({ id, version }) => campaign.forms.includes(`${id}@${version}`));
  for (const { id, read } of forms)
    if (blocks[id] !== undefined && blocks[id] !== null) read(reading, blocks[id], pathTo(path, id));
  const taken = [...known, ...forms.map(({ id }) => id)];
  for (const name of Object.keys(blocks).filter((one) => !taken.includes(one)))
    reading.warnings.push({ code: 'block-not-taken', name, path: pathTo(path, name) });
}

/** AF8: what the board will show and the import does not refuse: days to come, totals unknown, hidden answers, what is missing. */
function scoringWarnings(reading: Reading, path: string): AnswersWarning[] {
  const assessed = assess(reading.form, reading.facts(), reading.campaign);
  const lines = assessed.criteria.flatMap((criterion) => criterion.lines);
  const warnings = lines.flatMap(({ indicatorId: id, state, problem }): AnswersWarning[] => {
    const at = reading.paths.get(id);
    if (at === undefined) return [];
    if (state === 'hidden') return [{ code: 'hidden-answer', id, path: at }];
    const why = problem?.code;
    return why === 'date-in-future' || why === 'total-unknown' || why === 'total-zero'
      ? [{ code: 'does-not-count', id, why, path: at }]
      : [];
  });
  const { answered, of } = assessed.progress;
  const missing = assessed.passportMissing;
  if (missing.length > 0) warnings.push({ code: 'passport-incomplete', missing, path: pathTo(path, 'passport') });
  if (answered < of) warnings.push({ code: 'incomplete', answered, of, path });
  return warnings;
}

import * as z from 'zod/mini';
import { canonicalJson, type Json } from '../json.ts';
import { ownOf } from '../own-of.ts';
import type { Registers } from '../submission/registers.ts';
import { hashText, type Sha256 } from '../submission/revision.ts';
import type { Form, Indicator } from './form.ts';
import { indicatorsOf, isScored } from './form.ts';

const text = z.string().check(z.maxLength(4000));
const numbers = z.optional(z.record(z.string(), z.number()));
const textsSchema = z.object({
  finding: z.optional(text),
  findingOther: z.optional(text),
  recommendation: z.optional(text),
});

const overlaySchema = z.object({
  /** of criteria */
  weights: numbers,
  /** of indicators */
  points: numbers,
  /** of ratios: the share that already earns everything, 0 to 1 */
  targets: numbers,
  /** of derived indicators: [at least, share] from the highest down */
  steps: z.optional(z.record(z.string(), z.array(z.tuple([z.number(), z.number()])))),
  /** percents of the monthly fill, and points of a fall */
  journalFill: z.optional(
    z.object({ target: z.optional(z.number()), low: z.optional(z.number()), fall: z.optional(z.number()) }),
  ),
  levels: z.optional(
    z.object({
      ready: z.optional(z.number()),
      readyCriterion: z.optional(z.number()),
      readyWithRemarks: z.optional(z.number()),
      partlyReady: z.optional(z.number()),
    }),
  ),
  /** MM-DD */
  deadlines: z.optional(z.object({ yearClosing: z.optional(z.string()) })),
  /** findings and recommendations, by indicator */
  texts: z.optional(z.record(z.string(), textsSchema)),
  /** ids of switched-off site checks (S-01) and cross-checks (X01) */
  off: z.optional(z.array(z.string())),
});

/** What a campaign changes in a form version; nothing is added or removed. */
export type Overlay = z.infer<typeof overlaySchema>;

export type OverlayProblem =
  | { code: 'unknown-id'; id: string }
  | { code: 'negative'; id: string }
  | { code: 'nothing-counts' }
  | { code: 'out-of-range'; id: string }
  | { code: 'out-of-order'; id: string };

/** Where a campaign's overlay stands, beside the campaign. */
export const overlayPathOf = (campaignId: string): string => `-/campaign:${campaignId}#overlay`;

/** CP4: an overlay as stored; what is unknown in it is left out; null: it is none. */
export function parseOverlay(value: Json): Overlay | null {
  return overlaySchema.safeParse(value).data ?? null;
}

/** CP4: the overlay of a campaign, out of the public history that announces it first; null: it has none. */
export function overlayOf(publicRegisters: readonly Registers[], campaignId: string): Overlay | null {
  const announcing = publicRegisters.find((registers) => registers.has(`-/campaign:${campaignId}`));
  return parseOverlay(announcing?.get(overlayPathOf(campaignId))?.[0]?.value ?? null);
}

/** CP6: the hash of an overlay for a snapshot: of its canonical text. */
export const overlayHash = (overlay: Overlay | null, sha256: Sha256): string =>
  hashText(canonicalJson(overlay as Json), sha256);

/** CP5: the form with what the overlay changes; one with a problem is refused whole, the form then counts as published. */
export function effectiveForm(form: Form, overlay: Overlay | null): Form {
  return overlay === null || overlayProblems(form, overlay).length > 0 ? form : changedForm(form, overlay);
}

function changedForm(form: Form, overlay: Overlay): Form {
  const { weights = {}, levels = {}, deadlines = {}, off = [] } = overlay;
  const { ready, readyWithRemarks, partlyReady } = form.levels;
  return {
    ...form,
    levels: {
      ready: { total: levels.ready ?? ready.total, criterion: levels.readyCriterion ?? ready.criterion },
      readyWithRemarks: { total: levels.readyWithRemarks ?? readyWithRemarks.total },
      partlyReady: { total: levels.partlyReady ?? partlyReady.total },
    },
    criteria: form.criteria.map((criterion) => ({
      ...criterion,
      weight: ownOf(weights, criterion.id) ?? criterion.weight,
      indicators: criterion.indicators.map((indicator) => changedIndicator(indicator, overlay)),
    })),
    journalFill: { ...form.journalFill, ...given(overlay.journalFill ?? {}) },
    yearClosing: { ...form.yearClosing, due: deadlines.yearClosing ?? form.yearClosing.due },
    site: { ...form.site, checks: form.site.checks.filter(({ id }) => !off.includes(id)) },
  };
}

function changedIndicator(indicator: Indicator, { points, targets, steps, texts }: Overlay): Indicator {
  const { id } = indicator;
  const changes = {
    points: ownOf(points ?? {}, id),
    target: ownOf(targets ?? {}, id),
    steps: ownOf(steps ?? {}, id),
    ...ownOf(texts ?? {}, id),
  };
  return { ...indicator, ...given(changes) };
}

type Given<Parts> = { [Name in keyof Parts]?: Exclude<Parts[Name], undefined> };
const given = <Parts extends object>(parts: Parts): Given<Parts> =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Given<Parts>;

/** CP5: everything that makes no sense in an overlay: ids the form does not have, negative or vanishing weights, figures out of range or order. */
export function overlayProblems(form: Form, overlay: Overlay): OverlayProblem[] {
  const indicators = indicatorsOf(form);
  const idsOf = (kind: Indicator['kind'] | null) =>
    indicators.filter((one) => kind === null || one.kind === kind).map(({ id }) => id);
  const { weights = {}, points = {}, targets = {}, steps = {}, texts = {}, off = [] } = overlay;
  const problems = [
    ...unknown(
      weights,
      form.criteria.map(({ id }) => id),
    ),
    ...unknown(points, idsOf(null)),
    ...unknown(targets, idsOf('ratio')),
    ...unknown(
      steps,
      indicators.filter((one) => one.steps).map(({ id }) => id),
    ),
    ...unknown(texts, idsOf(null)),
    ...unknown(
      Object.fromEntries(off.map((id) => [id, 0])),
      form.site.checks.map(({ id }) => id),
      /^X\d\d$/,
    ),
    ...[...Object.entries(weights), ...Object.entries(points)].flatMap(([id, figure]) =>
      figure < 0 ? [{ code: 'negative' as const, id }] : [],
    ),
    ...Object.entries(targets).flatMap(([id, target]) => within(id, [target], 0, 1, true)),
    ...Object.entries(steps).flatMap(([id, rows]) => stepProblems(id, rows)),
  ];
  if (problems.length > 0) return problems;
  const changed = changedForm(form, overlay);
  return [
    ...(isScored(form) ? weightProblems(changed) : []),
    ...levelProblems(changed),
    ...fillProblems(changed),
    ...dayProblems(changed),
  ];
}

const unknown = (
  changed: Readonly<Record<string, unknown>>,
  known: readonly string[],
  also?: RegExp,
): OverlayProblem[] =>
  Object.keys(changed)
    .filter((id) => !known.includes(id) && !also?.test(id))
    .map((id) => ({ code: 'unknown-id', id }));

function within(id: string, figures: readonly number[], least: number, most: number, above = false): OverlayProblem[] {
  const fits = figures.every((figure) => figure <= most && (above ? figure > least : figure >= least));
  return fits ? [] : [{ code: 'out-of-range', id }];
}

/** From the highest figure: equal ones are out of order too when `strictly`. */
const falls = (figures: readonly number[], strictly = false): boolean =>
  figures.every((figure, at) => {
    const before = figures[at - 1];
    return before === undefined || (strictly ? figure < before : figure <= before);
  });

function stepProblems(id: string, rows: readonly (readonly [number, number])[]): OverlayProblem[] {
  const [least, shares] = [rows.map(([figure]) => figure), rows.map(([, share]) => share)];
  const range = [...within(id, least, 0, 100), ...within(id, shares, 0, 1)];
  if (rows.length === 0 || range.length > 0) return [{ code: 'out-of-range', id }];
  return falls(least, true) && falls(shares) ? [] : [{ code: 'out-of-order', id }];
}

/** Something must count: a criterion with weight that has an indicator with points. */
const weightProblems = ({ criteria }: Form): OverlayProblem[] =>
  criteria.some(({ weight, indicators }) => weight > 0 && indicators.some(({ points }) => points > 0))
    ? []
    : [{ code: 'nothing-counts' }];

function levelProblems({ levels: { ready, readyWithRemarks, partlyReady } }: Form): OverlayProblem[] {
  const totals = [ready.total, readyWithRemarks.total, partlyReady.total];
  const range = within('levels', [...totals, ready.criterion], 0, 100);
  return range.length > 0 || falls(totals, true) ? range : [{ code: 'out-of-order', id: 'levels' }];
}

function fillProblems({ journalFill: { target, low, fall } }: Form): OverlayProblem[] {
  const range = [...within('journalFill', [target, low, fall], 0, 100)];
  return range.length > 0 || low <= target ? range : [{ code: 'out-of-order', id: 'journalFill' }];
}

function dayProblems({ yearClosing: { due } }: Form): OverlayProblem[] {
  const [month = 0, day = 0] = /^\d\d-\d\d$/.test(due) ? due.split('-').map(Number) : [];
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days ? [] : [{ code: 'out-of-range', id: 'yearClosing' }];
}

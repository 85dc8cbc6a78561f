import { answerKindOf, type TypedKindName } from '../../answer-kinds/kinds.ts';
import type { Form, Indicator } from '../form/form.ts';
import { nameNow, nameThen } from '../form/form-versions.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { Assessment } from '../scoring/assessment.ts';
import { propertiesOf, readAnswer } from '../submission/answer.ts';
import { type Campaign, campaignPathOf } from '../submission/campaigns.ts';
import { collectedForms } from '../submission/collected-forms.ts';
import { firstValue, registerPathOf } from '../submission/facts.ts';
import { type Registers, valuesOf } from '../submission/registers.ts';
import { verify } from './standing.ts';

/** What the last campaign left behind for one school. */
export type Previous = {
  /** states of site checks, by their ids */
  SITE: Readonly<Record<string, string>>;
  /** ids of indicators with a finding */
  findings: readonly string[];
};

/** Findings against those of the last campaign, each list in the order of what it was given in. */
export type CarryOver = { fixed: readonly string[]; carriedOver: readonly string[]; new: readonly string[] };

/** An answer of the last campaign, offered and counting nothing until somebody confirms it. */
export type OfferedAnswer = { value: Json /** null: there was none */; evidence: Json };

/** Where the municipality keeps what a school's last campaign left behind. */
export const previousPathOf = (campaignId: string, placeId: string): string =>
  `${campaignPathOf(campaignId)}#previous:${placeId}`;

/** CO1: what the municipality says the last campaign left; null: it says nothing of this school. */
export function announcedPrevious(
  publicRegisters: readonly Registers[],
  campaignId: string,
  placeId: string,
): Previous | null {
  for (const registers of publicRegisters) {
    const value = registers.get(previousPathOf(campaignId, placeId))?.[0]?.value ?? null;
    if (value === null) continue;
    const { SITE = null, findings } = propertiesOf(value);
    const states = Object.entries(propertiesOf(SITE)).flatMap(([id, check]) => {
      const { state } = propertiesOf(check);
      return typeof state === 'string' ? [[id, state]] : [];
    });
    const ids = Array.isArray(findings) ? findings.filter((id): id is string => typeof id === 'string') : [];
    return { SITE: Object.fromEntries(states), findings: ids };
  }
  return null;
}

/**
 * CO1: the same out of the school's own history, where the municipality says nothing: the findings of the campaign before, the
 * verified ones where something was judged, and its site states; null: nothing was answered in it. `form`: effective then.
 */
export function ownPrevious(form: Form, before: Campaign, registers: Registers): Previous | null {
  const { facts, assessment, verified } = verify(form, before, registers);
  if (assessment.progress.answered === 0) return null;
  const states = form.site.checks.flatMap(({ id }) => {
    const state = firstValue(facts, `SITE:${id}#state`);
    return typeof state === 'string' ? [[id, state]] : [];
  });
  return {
    SITE: Object.fromEntries(states),
    findings: (verified ?? assessment).findings.map(({ indicatorId }) => indicatorId),
  };
}

/**
 * CO1: the one or the other, for one school, under the ids of today's form (FP6). `known`: the campaigns there are besides this one;
 * `formOf`: the effective form of any campaign.
 */
export function previousOf(given: {
  formOf: (campaign: Campaign) => Form;
  campaign: Campaign;
  known: readonly Campaign[];
  published: readonly Registers[];
  registers: Registers;
  placeId: string;
}): Previous | null {
  const { formOf, campaign, known, published, registers, placeId } = given;
  const before = campaignBefore(campaign, known);
  const form = formOf(campaign);
  const then = before && formOf(before);
  const found =
    announcedPrevious(published, campaign.id, placeId) ??
    (then === null || then.id !== form.id ? null : ownPrevious(then, before as Campaign, registers));
  return found && { ...found, findings: found.findings.flatMap((id) => nameNow(then, form, id) ?? []) };
}

/** CO2: a finding of both campaigns is carried over, one of the last that now earns everything was fixed, one of this alone is new. */
export function carryOver(previous: readonly string[], { criteria, findings }: Assessment): CarryOver {
  const found = findings.map(({ indicatorId }) => indicatorId);
  const whole = criteria.flatMap(({ lines }) => lines).filter(({ share, answered }) => answered && share === 1);
  return {
    fixed: previous.filter((id) => whole.some(({ indicatorId }) => indicatorId === id)),
    carriedOver: found.filter((id) => previous.includes(id)),
    new: found.filter((id) => !previous.includes(id)),
  };
}

type FormIn = { campaignId: string; form: Form };

/**
 * CO3: the answer of the campaign before, for an indicator with no answer yet: offered only where last year's was one and
 * readable; what a critical indicator may not be is not offered. Nothing of it counts until it is confirmed, that is, given.
 * FP6: it may stand under a name the indicator had in an earlier version; what this version does not take as an answer is not
 * offered.
 */
export function offeredAnswer(
  indicator: Indicator,
  registers: Registers,
  before: FormIn,
  now: FormIn,
): OfferedAnswer | null {
  const { id, critical } = indicator;
  const valuesIn = ({ campaignId, form }: FormIn, key: string) =>
    valuesOf(registers.get(registerPathOf(campaignId, form.id, key)), canonicalJson).filter((value) => value !== null);
  const then = before.form.id === now.form.id ? nameThen(before.form, now.form, id) : null;
  if (then === null || valuesIn(now, id).length > 0) return null;
  const values = valuesIn(before, then);
  const [value = null] = values;
  const { state } = readAnswer(value);
  if (state === 'value' && !isAnswerTo(indicator, value)) return null;
  if (values.length !== 1 || state === 'typed' || state === 'notProvided' || (state === 'na' && critical)) return null;
  return { value, evidence: valuesIn(before, `${then}#evidence`)[0] ?? null };
}

/** Whether a value is of the indicator's kind, and one of its options where it has some. */
function isAnswerTo(indicator: Indicator, value: Json): boolean {
  if (indicator.kind === 'derived') return false;
  const kind = answerKindOf(indicator.kind as TypedKindName);
  const unknown = { total: null, buildings: null, asOf: '' };
  return kind.isValue(value) && kind.check(value, indicator, unknown)?.code !== 'unknown-option';
}

/** CO4: the campaign before: the one named, else the latest of those known that collected a form of it on an earlier day of another school year; null: none. */
export function campaignBefore(campaign: Campaign, known: readonly Campaign[]): Campaign | null {
  const named = known.find(({ id }) => id === campaign.previous);
  if (named) return named;
  const forms = collectedForms(campaign);
  const earlier = known.filter(
    (one) =>
      one.asOf < campaign.asOf &&
      one.schoolYear < campaign.schoolYear &&
      collectedForms(one).some((form) => forms.includes(form)),
  );
  return earlier.reduce<Campaign | null>((latest, one) => (latest && latest.asOf >= one.asOf ? latest : one), null);
}

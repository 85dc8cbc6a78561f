import type { Indicator } from '../../core/form/form.ts';
import type { Place } from '../../core/places/place.ts';
import { findingTexts as texts } from '../../texts/municipal-report.ts';
import type { IndicatorFinding } from './criterion-findings.ts';
import { deadlineKindOf, withDeadline } from './deadlines.ts';
import { asClause } from './finding-sentences.ts';
import type { Draft, MunicipalInput } from './municipal-input.ts';
import { expectedOf, idsOf, namesOf } from './population.ts';

/** Advice before its sentence is made: whom it names; null: it is for all. */
type Advice = { indicators: readonly Indicator[]; text: string; named: readonly Place[] | null; schools: string[] };

/**
 * MR6: the advice of every finding once, with those it brings along (`recommendWith`); names before it wherever the finding
 * names its schools; equal texts are one, for all schools when one of them is.
 */
export function recommendationsOf(
  input: MunicipalInput,
  found: readonly IndicatorFinding[],
  indicators: readonly Indicator[],
): Draft[] {
  const advices = new Map<string, Advice>();
  for (const { standing, sentences } of found) {
    const named = sentences.every((one) => one.named !== null) ? sentences.flatMap((one) => one.named ?? []) : null;
    const schools = sentences.flatMap((one) => one.schools);
    const along = standing.indicator.recommendWith ?? [];
    const given = [standing.indicator, ...indicators.filter(({ id }) => along.includes(id))];
    for (const indicator of given) {
      if (indicator.recommendation === '') continue;
      const text = withDeadline(indicator.recommendation, input, deadlineKindOf(indicator.id));
      const known = advices.get(text);
      advices.set(text, merged(known, { indicators: [indicator], text, named, schools }));
    }
  }
  return [...advices.values()].map((advice) => draftOf(input, advice));
}

function merged(known: Advice | undefined, added: Advice): Advice {
  if (!known) return added;
  const together = <One>(a: readonly One[], b: readonly One[]): One[] => [...new Set([...a, ...b])];
  return {
    text: known.text,
    indicators: together(known.indicators, added.indicators),
    named: known.named && added.named && together(known.named, added.named),
    schools: together(known.schools, added.schools),
  };
}

function draftOf(input: MunicipalInput, { indicators, text, named, schools }: Advice): Draft {
  const inOrder = expectedOf(input).map(({ place }) => place);
  const of = named ? inOrder.filter((place) => named.includes(place)) : [];
  return {
    id: `${indicators[0]?.id ?? ''}:advice`,
    part: 'recommendations',
    text: named ? texts.named(namesOf(of), asClause(text)) : text,
    figures: '',
    sources: indicators.map(({ id }) => id),
    schools: idsOf(inOrder.filter(({ id }) => schools.includes(id))),
  };
}

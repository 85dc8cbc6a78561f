import type { Indicator } from '../../core/form/form.ts';
import type { Place } from '../../core/places/place.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import { countOf } from '../../core/submission/passport.ts';
import { findingTexts as texts } from '../../texts/municipal-report.ts';
import type { Draft } from './municipal-input.ts';
import { type IndicatorStanding, idsOf, namesOf } from './population.ts';

/** One sentence of an indicator, and whether it names the schools that fail. */
export type FindingSentence = Omit<Draft, 'part'> & { named: readonly Place[] | null };

type Counted = {
  indicator: Indicator;
  style: Indicator['style'];
  finding: string;
  failing: readonly Place[];
  applies: readonly Place[];
  /** false: a region's level, where nobody is named for personal data */
  mayName: boolean;
};

const places = (standings: IndicatorStanding['applies']): Place[] => standings.map(({ place }) => place);

/** «Нет приказа.» → «нет приказа»; an abbreviation at the beginning stays. */
export function asClause(text: string): string {
  const whole = text.trim().replace(/\.$/, '');
  return /^\p{Lu}(?!\p{Lu})/u.test(whole) ? `${whole.charAt(0).toLowerCase()}${whole.slice(1)}` : whole;
}

/**
 * MR3: what an indicator has to say of the schools: nothing, one sentence in its style, or a second one right after it: of
 * those that answered where the first counts only those who gave no data, or of those who gave none where the first counts
 * people. M = 0 says nothing.
 */
export function findingSentences(standing: IndicatorStanding, mayName = true): FindingSentence[] {
  const { indicator, failing, silent } = standing;
  if (failing.length === 0) return [];
  const counted: Counted = {
    indicator,
    style: indicator.style,
    finding: asClause(indicator.finding),
    failing: places(failing),
    applies: places(standing.applies),
    mayName,
  };
  if (indicator.style === 'staff') return staffSentences(standing, counted);
  if (indicator.findingWhen !== 'notProvided') return [sentence(counted, indicator.id)];
  const answered = failing.filter((one) => !silent.includes(one));
  const other = asClause(indicator.findingOther ?? indicator.finding);
  return [
    ...(silent.length > 0 ? [sentence({ ...counted, failing: places(silent) }, indicator.id)] : []),
    ...(answered.length > 0
      ? [sentence({ ...counted, style: 'auto', finding: other, failing: places(answered) }, `${indicator.id}:other`)]
      : []),
  ];
}

function sentence(counted: Counted, id: string): FindingSentence {
  const { indicator, failing, applies } = counted;
  const { text, named } = phrase(counted);
  const figures = texts.outOf(failing.length, applies.length);
  return { id, text, figures, sources: [indicator.id], schools: idsOf(failing), named: named ? failing : null };
}

/** MR3: the phrase of each style; one school alone is always named. */
function phrase(counted: Counted): { text: string; named: boolean } {
  const { indicator, style, finding, failing, applies, mayName } = counted;
  const [n, of] = [failing.length, applies.length];
  if (!mayName) return { text: texts.counted(n, of, finding), named: false };
  const byName = { text: texts.named(namesOf(failing), finding), named: true };
  if (of === 1) return byName;
  switch (style) {
    case 'named':
      return byName;
    case 'except': {
      const passes = indicator.passClause ?? finding;
      const fails = indicator.failClause ?? finding;
      if (n === of) return { text: texts.allFail(fails), named: false };
      const good = applies.filter((place) => !failing.includes(place));
      return n <= of - n
        ? { text: texts.exceptFailed(shortNames(failing), passes), named: true }
        : { text: texts.exceptFailed(shortNames(good), fails), named: false };
    }
    case 'percent':
      return { text: texts.percent(n, of, finding), named: false };
    case 'notAll':
      return { text: texts.notAll(n, of, finding), named: false };
    default:
      return n === 1 ? byName : { text: texts.some(n, of, finding), named: false };
  }
}

const shortNames = (of: readonly Place[]): string[] => of.map((place) => place.shortName);

/** MR3: of people: those missing of all, summed over schools that gave figures; the others in a sentence of their own. */
function staffSentences(standing: IndicatorStanding, counted: Counted): FindingSentence[] {
  const { indicator, applies, failing, silent } = standing;
  const people = applies
    .filter((one) => !silent.includes(one))
    .flatMap(({ line }) => {
      const n = countOf(propertiesOf(line.value).n ?? null);
      return n === null || line.of === null ? [] : [{ missing: line.of - n, total: line.of }];
    });
  const missing = people.reduce((sum, one) => sum + one.missing, 0);
  const total = people.reduce((sum, one) => sum + one.total, 0);
  const short = places(failing.filter((one) => !silent.includes(one)));
  const silentSchools = places(silent);
  const spoken: FindingSentence[] = [];
  if (short.length > 0) {
    const own = sentence({ ...counted, failing: short }, indicator.id);
    const overPeople = {
      ...own,
      text: texts.staff(missing, total, counted.finding),
      figures: texts.outOf(missing, total),
      named: null,
    };
    spoken.push(applies.length === 1 ? own : overPeople);
  }
  if (silentSchools.length > 0)
    spoken.push({
      ...sentence({ ...counted, failing: silentSchools }, `${indicator.id}:silent`),
      text: texts.silent(namesOf(silentSchools)),
      named: silentSchools,
    });
  return spoken;
}

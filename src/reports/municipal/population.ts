import type { Indicator } from '../../core/form/form.ts';
import type { Place } from '../../core/places/place.ts';
import type { IndicatorLine } from '../../core/scoring/assessment.ts';
import { readAnswer } from '../../core/submission/answer.ts';
import type { MunicipalInput, ReportedSchool, SubmittedSchool } from './municipal-input.ts';

/** MR1: N are all schools expected, S those that sent their answers; a branch is never one of them. */
export const expectedOf = ({ schools }: Pick<MunicipalInput, 'schools'>): readonly ReportedSchool[] =>
  schools.filter(({ place }) => place.kind === 'school');

const isSubmitted = (school: ReportedSchool): school is SubmittedSchool =>
  school.facts !== null && school.assessment !== null;

export const submittedOf = (input: Pick<MunicipalInput, 'schools'>): readonly SubmittedSchool[] =>
  expectedOf(input).filter(isSubmitted);

type Standing = { place: Place; line: IndicatorLine };

/** How the schools stand in one indicator. */
export type IndicatorStanding = {
  indicator: Indicator;
  /** M: where it applies */
  applies: readonly Standing[];
  /** earns less than everything */
  failing: readonly Standing[];
  /** gave no data */
  silent: readonly Standing[];
};

/** No data: said so, left empty, or typed what cannot be read. */
function isSilent({ state, value }: IndicatorLine): boolean {
  return ['notProvided', 'empty', 'problem'].includes(state) || readAnswer(value).state === 'notProvided';
}

/** MR1: M of an indicator are the schools where it is neither hidden nor `na`. */
export function indicatorStandingOf(indicator: Indicator, schools: readonly SubmittedSchool[]): IndicatorStanding {
  const applies = schools.flatMap(({ place, assessment }) => {
    const line = lineOf(assessment.criteria, indicator.id);
    return line && line.share !== null ? [{ place, line }] : [];
  });
  const failing = applies.filter(({ line }) => (line.share ?? 0) < 1);
  return { indicator, applies, failing, silent: failing.filter(({ line }) => isSilent(line)) };
}

function lineOf(criteria: SubmittedSchool['assessment']['criteria'], id: string): IndicatorLine | undefined {
  for (const { lines } of criteria) {
    const line = lines.find((one) => one.indicatorId === id);
    if (line) return line;
  }
  return undefined;
}

/** MR3: at a region's level nobody is named for what concerns personal data. */
export const mayName = ({ form, municipality }: MunicipalInput, indicatorId: string): boolean =>
  municipality.kind !== 'region' ||
  form.criteria.every(
    ({ code, indicators }) => code !== 'personalData' || indicators.every(({ id }) => id !== indicatorId),
  );

export const namesOf = (places: readonly Place[]): string => places.map((place) => place.shortName).join(', ');
export const idsOf = (places: readonly Place[]): string[] => places.map((place) => place.id);

import { type Form, indicatorsOf } from '../../core/form/form.ts';
import type { Place } from '../../core/places/place.ts';
import { indicatorStandingOf, submittedOf } from '../municipal/population.ts';
import { findingIdsOf, type PictureSchool } from './picture-school.ts';

/** A finding and the schools that have it. */
export type FindingCount = {
  indicatorId: string;
  finding: string;
  critical: boolean;
  /** n */
  schools: readonly Place[];
  /** M: where the indicator applies */
  of: number;
};

/** AY3: findings by the share of schools that have them, n of M; the most frequent first, critical before others, then by id. */
export function findingCounts(form: Form, schools: readonly PictureSchool[]): FindingCount[] {
  const submitted = submittedOf({ schools });
  return indicatorsOf(form)
    .filter(({ points }) => points > 0)
    .map((indicator): FindingCount => {
      const { applies, failing } = indicatorStandingOf(indicator, submitted);
      return {
        indicatorId: indicator.id,
        finding: indicator.finding,
        critical: indicator.critical,
        schools: failing.map(({ place }) => place),
        of: applies.length,
      };
    })
    .filter((one) => one.schools.length > 0)
    .sort(
      (a, b) =>
        b.schools.length * a.of - a.schools.length * b.of ||
        Number(b.critical) - Number(a.critical) ||
        (a.indicatorId < b.indicatorId ? -1 : 1),
    );
}

/** What became of the last campaign's findings in one school, as ids of indicators. */
export type FindingChange = {
  school: PictureSchool;
  fixed: readonly string[];
  remaining: readonly string[];
  appeared: readonly string[];
};

/** AY4: of schools with a last campaign that sent their answers: which of its findings are gone, which stay, which are new. */
export function findingChanges(schools: readonly PictureSchool[]): FindingChange[] {
  return schools.flatMap((school): FindingChange[] => {
    if (school.previous === null || school.assessment === null) return [];
    const [before, now] = [school.previous.findings, findingIdsOf(school.assessment)];
    return [
      {
        school,
        fixed: before.filter((id) => !now.includes(id)),
        remaining: before.filter((id) => now.includes(id)),
        appeared: now.filter((id) => !before.includes(id)),
      },
    ];
  });
}

import type { Assessment, ReadinessLevel } from '../../core/scoring/assessment.ts';
import type { Standing } from '../../core/verification/standing.ts';
import type { ReportedSchool } from '../municipal/municipal-input.ts';

/** One school in the picture of a municipality: as in its report, and how far it has come. */
export type PictureSchool = ReportedSchool & {
  state: Standing['state'];
  /** its total in the last campaign; null: none, or it was not finished */
  previousTotal: number | null;
};

/** Where a school stands; `unfinished`: it sent its answers with gaps, so there is no level. */
export type LevelName = ReadinessLevel | 'unfinished' | 'notSent';
export const levelNames: readonly LevelName[] = [
  'ready',
  'readyWithRemarks',
  'partlyReady',
  'notReady',
  'unfinished',
  'notSent',
];

export const levelNameOf = ({ assessment }: PictureSchool): LevelName =>
  assessment === null ? 'notSent' : (assessment.level ?? 'unfinished');

/** AY1: how many schools, and which, stand on every level; levels where nobody stands stay in the list. */
export const levelsOf = (schools: readonly PictureSchool[]): { level: LevelName; schools: PictureSchool[] }[] =>
  levelNames.map((level) => ({ level, schools: schools.filter((school) => levelNameOf(school) === level) }));

/** What a picture is narrowed to; nothing given: all schools. */
export type PictureFilter = {
  level?: LevelName;
  /** id of an indicator: schools that have its finding */
  finding?: string;
  state?: Standing['state'];
};

export const findingIdsOf = (assessment: Assessment | null): readonly string[] =>
  assessment?.findings.map(({ indicatorId }) => indicatorId) ?? [];

/** AY5: a school stays when it fits everything that is given; figures are computed over those that stay. */
export const filterSchools = (
  schools: readonly PictureSchool[],
  { level, finding, state }: PictureFilter,
): PictureSchool[] =>
  schools.filter(
    (school) =>
      (level === undefined || levelNameOf(school) === level) &&
      (state === undefined || school.state === state) &&
      (finding === undefined || findingIdsOf(school.assessment).includes(finding)),
  );

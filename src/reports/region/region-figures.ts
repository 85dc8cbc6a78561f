import type { CollectedSchool } from '../../core/monitoring/collect-school.ts';
import type { Collected } from '../../core/monitoring/plan-collection.ts';
import type { Place } from '../../core/places/place.ts';
import { movementCounts, networkMovementOf } from '../../core/reconciliation/network-movement.ts';
import { isSite, type SchoolFigures, schoolFigures, usersOf } from './school-figures.ts';

/** Why a school is not counted: it gave nothing, it is at work, its submission was given back, or it was submitted without a row. */
type MissingReason = 'silent' | 'draft' | 'returned' | 'empty';
type MissingSchool = { place: Place; reason: MissingReason };

export type GroupFigures = {
  /** null: schools directly under the region */
  municipality: Place | null;
  figures: SchoolFigures;
  missing: readonly MissingSchool[];
};

/** The network of project sites against last year's: before − left − unknown + joined = now. */
type Movement = {
  before: number;
  /** said «нет», or are not asked any more */
  left: number;
  /** were sites, and have not said this year */
  unknown: number;
  joined: number;
  now: number;
};

/** The schools of municipalities and those directly under the region are counted apart, and together. */
type Parts = {
  all: SchoolFigures;
  municipal: SchoolFigures;
  /** null: there are none */
  regional: SchoolFigures | null;
};

/** The schools that use a system (null: they do not say which) as a group of their own. */
export type SystemGroup = { system: string | null; figures: SchoolFigures };

export type RegionFigures = Parts & {
  /** in the order of `all.bySystem` */
  systems: readonly SystemGroup[];
  groups: readonly GroupFigures[];
  /** municipalities that collect nothing of it */
  silent: readonly Place[];
  /** last year's; null: there is none */
  previous: Parts | null;
  /** null: last year is not known */
  movement: Movement | null;
};

/** RG5, RG6: every figure of a region's monitoring, or of one municipality's; screens and the report read them alike. */
export function regionFigures(collected: Collected, previous: Collected | null): RegionFigures {
  const { groups, silent } = collected;
  const parts = partsOf(collected);
  return {
    ...parts,
    systems: parts.all.bySystem.map(({ system }) => ({
      system,
      figures: schoolFigures(usersOf(schoolsOf(collected), system)),
    })),
    groups: groups.map(({ municipality, schools }) => ({
      municipality,
      figures: schoolFigures(schools),
      missing: missingOf(schools),
    })),
    silent,
    previous: previous && partsOf(previous),
    movement: previous && movementOf(schoolsOf(collected), schoolsOf(previous)),
  };
}

function partsOf({ groups }: Collected): Parts {
  const direct = groups.filter(({ municipality }) => municipality === null).flatMap(({ schools }) => schools);
  const municipal = groups.filter(({ municipality }) => municipality !== null).flatMap(({ schools }) => schools);
  return {
    all: schoolFigures([...municipal, ...direct]),
    municipal: schoolFigures(municipal),
    regional: direct.length > 0 ? schoolFigures(direct) : null,
  };
}

export const schoolsOf = ({ groups }: Collected): CollectedSchool[] => groups.flatMap(({ schools }) => schools);

const missingOf = (schools: readonly CollectedSchool[]): MissingSchool[] =>
  schools.flatMap(({ place, state, sent }): MissingSchool[] => {
    if (sent) return [];
    if (state === null) return [{ place, reason: 'silent' }];
    return [{ place, reason: state === 'draft' || state === 'returned' ? state : 'empty' }];
  });

/** RG6: who was a site and has sent nothing, or left column 21 open, has not left: it is counted by itself. */
function movementOf(now: readonly CollectedSchool[], before: readonly CollectedSchool[]): Movement {
  const sitesOf = (schools: readonly CollectedSchool[]): string[] =>
    schools.filter(({ sent }) => sent !== null && isSite(sent.merged.row)).map(({ place }) => place.id);
  const unsaid = now.filter(({ sent }) => (sent?.merged.row.get('21') ?? null) === null);
  const unknown = unsaid.map(({ place }) => place.id);
  return movementCounts(networkMovementOf({ before: sitesOf(before), now: sitesOf(now), unknown }));
}

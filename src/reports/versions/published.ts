import type { Json } from '../../core/json.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import type { MunicipalInput, MunicipalReport } from '../municipal/municipal-input.ts';
import { rankingOf } from '../municipal/ranking.ts';
import { sitesOf } from '../municipal/site-publication.ts';

/** The rating schools see once it is published: sites of schools by percent, equal ones sharing a place. */
export type PublishedRating = {
  /** YYYY-MM-DD */
  reportDate: string;
  rows: readonly (readonly [placeId: string, place: number, percent: number])[];
};

/** What a proposal becomes at the schools; `places` absent: for all. */
export type PublishedTask = { id: string; text: string; deadline: string | null; places?: readonly string[] };

/** an array of a value may be 200 long (RV4) */
const longestList = 200;

/** RE8: null: no site was judged. */
export function publishedRatingOf(input: MunicipalInput): PublishedRating | null {
  const judged = sitesOf(input).flatMap(({ school, percent }) => (percent === null ? [] : [{ school, percent }]));
  if (judged.length === 0) return null;
  const ranked = rankingOf(judged).slice(0, longestList);
  return {
    reportDate: input.reportDate,
    rows: ranked.map(({ school, place, percent }) => [school.place.id, place, percent]),
  };
}

/** RE8: the proposals as tasks, in print order. */
export const publishedTasksOf = ({ proposals }: MunicipalReport): PublishedTask[] =>
  proposals.slice(0, longestList).map(({ id, text, deadline, responsible }) => ({
    id,
    text,
    deadline,
    ...(responsible === null ? {} : { places: [...responsible] }),
  }));

/** The report date of a published rating; null: none is published. */
export function ratingDayOf(value: Json): string | null {
  const { reportDate, rows } = propertiesOf(value);
  return typeof reportDate === 'string' && Array.isArray(rows) ? reportDate : null;
}

/** How many tasks are published. */
export const taskCountOf = (value: Json): number => (Array.isArray(value) ? value.length : 0);

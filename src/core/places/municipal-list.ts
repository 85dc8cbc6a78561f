import { fail, ok, type Result } from '../result.ts';
import { type PlacesProblem, parsePlaceRows } from './parse-places.ts';
import type { Place } from './place.ts';
import { isWithin, placeTreeOf } from './place-tree.ts';

export type ListProblem = PlacesProblem | { code: 'not-below'; id: string; row: number };

/** What a table brings beside the places known: new ones, those with other facts, and how many are as they were. */
export type ListChange = { fresh: readonly Place[]; changed: readonly Place[]; same: number };

/**
 * CN7: schools and branches of one municipality from a table (PL2, PL3): every problem with its row, nothing half taken; what is no
 * school or branch below the municipality is a problem, the municipality itself and what is above may stand in the table unchanged.
 */
export function readMunicipalList(
  rows: readonly (readonly string[])[],
  known: readonly Place[],
  municipalityId: string,
): Result<ListChange, ListProblem[]> {
  const before = placeTreeOf(known);
  const parsed = parsePlaceRows(rows, before);
  if (!parsed.ok) return parsed;
  const after = placeTreeOf([...known, ...parsed.value.map(({ place }) => place)]);
  const isOwn = ({ id, kind }: Place) =>
    (kind === 'school' || kind === 'branch') && isWithin(after, id, municipalityId);
  const moved = parsed.value.filter(({ place }) => !isSame(place, before.byId.get(place.id)));
  const problems = moved
    .filter(({ place }) => !isOwn(place))
    .map(({ place, row }): ListProblem => ({ code: 'not-below', id: place.id, row }));
  if (problems.length > 0) return fail(problems);
  const places = moved.map(({ place }) => place);
  return ok({
    fresh: places.filter(({ id }) => !before.byId.has(id)),
    changed: places.filter(({ id }) => before.byId.has(id)),
    same: parsed.value.length - places.length,
  });
}

function isSame(place: Place, known: Place | undefined): boolean {
  const names = ['kind', 'parent', 'name', 'shortName', 'address'] as const;
  return known !== undefined && names.every((name) => place[name] === known[name]);
}

/** The places known as a CSV that reads back and that a Russian spreadsheet opens: semicolons, a byte order mark. */
export function municipalListCsv(places: readonly Place[]): string {
  const cell = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = places.map(({ id, kind, parent, name, shortName, address }) =>
    [id, kind, parent ?? '', name, shortName, address].map(cell).join(';'),
  );
  return `\ufeff${['id;kind;parent;name;shortName;address', ...lines].join('\r\n')}\r\n`;
}

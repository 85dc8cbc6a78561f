import { expect, it } from 'vitest';
import type { Json } from '../json.ts';
import type { Place } from './place.ts';
import { placeOfEntry, placePathOf, placeRefusal } from './place-entry.ts';
import { placeTreeOf } from './place-tree.ts';

const place = (id: string, kind: Place['kind'], parent: string | null): Place => ({
  ...{ id, kind, parent, name: `Место ${id}`, shortName: id, address: '' },
});
const tree = placeTreeOf([
  place('r', 'region', null),
  place('m', 'municipality', 'r'),
  place('n', 'municipality', 'r'),
  place('s1', 'school', 'm'),
  place('b1', 'branch', 's1'),
  place('s3', 'school', 'n'),
]);
const entry = (value: Json, history = 'm:public', id?: string) => {
  const named = (value as { id?: string } | null)?.id;
  return { history, path: placePathOf(id ?? named ?? 'x'), value };
};

it('[PL5] takes schools and branches of the officer’s own place, new ones and known ones', () => {
  for (const one of [place('s9', 'school', 'm'), place('b9', 'branch', 's1'), place('s1', 'school', 'm')])
    expect(placeRefusal(entry(one), tree)).toBe(null);
  expect(placeRefusal(entry(place('s9', 'school', 'm'), 'r:public'), tree)).toBe(null);
  expect(placeRefusal(entry(place('s3', 'school', 'm'), 'r:public'), tree)).toBe(null); // a region may move its school
  expect(placeRefusal({ history: 'm:public', path: '-/campaign:c', value: 1 }, tree)).toBe(null);
  expect(placeOfEntry(entry(place('s9', 'school', 'm')))).toEqual(place('s9', 'school', 'm'));
});

it.each<[string, ReturnType<typeof entry>]>([
  ['a municipality', entry(place('k', 'municipality', 'r'), 'r:public')],
  ['a region', entry(place('k', 'region', null))],
  ['nothing', entry(null)],
  ['words', entry('s9')],
  ['more than a place', entry({ ...place('s9', 'school', 'm'), token: 1 })],
  ['another id than its path', entry(place('s9', 'school', 'm'), 'm:public', 's8')],
  ['a known place as something else', entry(place('s1', 'branch', 's1'))],
  ['a branch under a branch', entry(place('b9', 'branch', 'b1'))],
])('[PL5] refuses %s', (_what, one) => {
  expect(placeRefusal(one, tree)).toBe('place-unreadable');
});

it.each<[string, ReturnType<typeof entry>]>([
  ['a school of the neighbour', entry(place('s9', 'school', 'n'))],
  ['a school taken from the neighbour', entry(place('s3', 'school', 'm'))],
  ['a school right under the region', entry(place('s9', 'school', 'r'))],
  ['a school under an unknown place', entry(place('s9', 'school', 'nowhere'))],
  ['a place without one above', entry({ ...place('s9', 'school', null) })],
  ['an entry in an office history', entry(place('s9', 'school', 'm'), 'm:office')],
  ['an entry in a school’s history', entry(place('s9', 'school', 'm'), 's1')],
])('[PL5] refuses %s', (_what, one) => {
  expect(placeRefusal(one, tree)).toBe('place-not-yours');
});

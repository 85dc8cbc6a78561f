import { describe, expect, it } from 'vitest';
import type { Place, PlaceKind } from './place.ts';
import { ancestorsOf, childrenOf, isWithin, placeTreeOf, subtreeOf } from './place-tree.ts';

const aPlace = (id: string, kind: PlaceKind, parent: string | null, name = id): Place => ({
  id,
  kind,
  parent,
  name,
  shortName: name,
  address: '',
});
const places = [
  aPlace('s2', 'school', 'zao'),
  aPlace('north', 'region', null),
  aPlace('s1', 'school', 'zao'),
  aPlace('zao', 'municipality', 'north'),
  aPlace('b1', 'branch', 's1'),
  aPlace('s9', 'school', 'north'),
];
const tree = placeTreeOf(places);
const ids = (found: readonly Place[]) => found.map((place) => place.id);

describe('place tree', () => {
  it('finds what is under and above a place', () => {
    expect(ids(childrenOf(tree, null))).toEqual(['north']);
    expect(ids(childrenOf(tree, 'north'))).toEqual(['zao', 's9']);
    expect(ids(ancestorsOf(tree, 'b1'))).toEqual(['s1', 'zao', 'north']);
    expect(ids(subtreeOf(tree, 'north'))).toEqual(['north', 'zao', 's2', 's1', 'b1', 's9']);
    expect(ids(subtreeOf(tree, 'nowhere'))).toEqual([]);
  });

  it('says whether a place lies within another', () => {
    expect([isWithin(tree, 's1', 'zao'), isWithin(tree, 's1', 's1'), isWithin(tree, 's9', 'zao')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isWithin(tree, 'nowhere', 'nowhere')).toBe(false);
  });

  it('[PL4] keeps the order of first appearance when a place is given again', () => {
    const again = placeTreeOf([...places, aPlace('s2', 'school', 'zao', 'Новое имя')]);
    expect(childrenOf(again, 'zao').map((place) => place.name)).toEqual(['Новое имя', 's1']);
  });
});

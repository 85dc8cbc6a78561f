import { sha256 } from '@noble/hashes/sha2.js';
import { expect, it } from 'vitest';
import type { Actor } from '../access/access.ts';
import { refusalOf } from '../access/access.ts';
import {
  erasedBy,
  erasureOf,
  hashNamedBy,
  isGenuine,
  isOpenSecret,
  isPrivatePath,
  keptUntil,
  namedIn,
  privateReference,
  sealed,
} from './private-values.ts';

const salt = 'A'.repeat(22);
const value = { fullName: 'Иванова И. И.', position: 'завуч' };
const kept = sealed(value, salt, sha256);

it('[PV1] knows the columns of staff contacts, of branches too, and no other register', () => {
  const paths = ['2016-17/monitoring/6', '2016-17/monitoring/7@b1', '2016-17/monitoring/22', '2016-17/monitoring/23'];
  expect(paths.filter((path) => !isPrivatePath(path))).toEqual([]);
  const others = [
    '2016-17/monitoring/8',
    '2016-17/monitoring/24:01',
    '2016-17/readiness/6',
    '-/passport/6',
    '2016-17/monitoring/66',
  ];
  expect(others.filter(isPrivatePath)).toEqual([]);
});

it('[PV1] lets nothing but a hash stand in a revision of such a register', () => {
  const at = (stored: Parameters<typeof isOpenSecret>[0]['value']) =>
    isOpenSecret({ path: '2016-17/monitoring/6', value: stored });
  expect([at(privateReference(kept.hash)), at(null)]).toEqual([false, false]);
  expect([at(value), at('Иванова'), at({ private: 'short' }), at({ private: kept.hash, fullName: 'Иванова' })]).toEqual(
    [true, true, true, true],
  );
  const bearer: Actor = { role: 'school', place: 's10' };
  const refusal = (stored: Parameters<typeof at>[0]) =>
    refusalOf({ history: 's10', path: '2016-17/monitoring/6', value: stored }, bearer, null, (id) => [id, 'm']);
  expect([refusal(value), refusal(privateReference(kept.hash))]).toEqual(['private-in-the-open', null]);
});

it('[PV2] takes a value only under the hash of its salt and itself', () => {
  expect(isGenuine(kept, sha256)).toBe(true);
  expect(isGenuine({ ...kept, value: { ...value, position: 'директор' } }, sha256)).toBe(false);
  expect(isGenuine({ ...kept, salt: 'B'.repeat(22) }, sha256)).toBe(false);
  expect(isGenuine(sealed('x'.repeat(2001), salt, sha256), sha256)).toBe(false);
  expect(sealed(value, 'B'.repeat(22), sha256).hash).not.toBe(kept.hash);
  expect(namedIn({ path: '2016-17/monitoring/6', value: privateReference(kept.hash) })).toEqual([kept.hash]);
  expect(hashNamedBy({ private: 5 })).toBeNull();
});

it('[PV4] counts thirty days from the last day, over the ends of months and years', () => {
  expect(['2017-09-20', '2023-12-20', '2024-01-31', '2023-01-31', '2089-01-01'].map(keptUntil)).toEqual([
    '2017-10-20',
    '2024-01-19',
    '2024-03-01',
    '2023-03-02',
    '2089-01-31',
  ]);
});

it('[PV3] reads the hashes of an erasure, which needs a signature', () => {
  const erasure = { history: 's10', path: '-/erase:2016-17.1', value: erasureOf([kept.hash]) };
  expect(erasedBy(erasure)).toEqual([kept.hash]);
  expect(erasedBy({ ...erasure, path: '-/passport/x' })).toEqual([]);
  const bearer: Actor = { role: 'school', place: 's10' };
  expect(refusalOf(erasure, bearer, null, (id) => [id, 'm'])).toBe('not-signed-by-an-officer');
  expect(refusalOf(erasure, bearer, { role: 'endpoint', place: '' }, (id) => [id, 'm'])).toBeNull();
});

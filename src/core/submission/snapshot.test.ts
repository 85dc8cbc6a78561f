import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import type { Revision } from './revision.ts';
import { headIdsOf, shortHash, submissionHash } from './snapshot.ts';

const head = (id: string, path: string): Revision => ({
  id,
  history: 's10',
  path,
  value: 'yes',
  parents: [],
  gen: 1,
  at: '2017-07-06T14:32:00+03:00',
  who: 'завуч',
  label: 'ПК завуча',
  nonce: 'n',
});

describe('submissionHash', () => {
  it('[RP2] does not depend on the order of the heads, and changes with any of them', () => {
    const hash = submissionHash(['b', 'a', 'c'], sha256);
    expect(submissionHash(['c', 'b', 'a'], sha256)).toBe(hash);
    expect(submissionHash(['b', 'a', 'd'], sha256)).not.toBe(hash);
    // printf 'a\nb\nc' | sha256sum
    expect(hash).toBe('ea7fb08b7a2dc4619ffb7c7bb38d95a2047935fa165d71b12efd3852a2e6d0cc');
  });

  it('[RP2] takes the submission, its passport and branches, all heads of a conflict, and nothing else', () => {
    const paths = [
      '2016-17/readiness/K3-01',
      '2016-17/readiness/K3-01#evidence',
      '-/passport/pupils',
      '-/branch:b1',
      '2015-16/readiness/K3-01',
      '2016-17/monitoring/8',
      '-/device:d1',
    ];
    const registers = new Map(paths.map((path) => [path, [head(`1 ${path}`, path), head(`2 ${path}`, path)]]));
    const ids = headIdsOf(registers, '2016-17', ['readiness']);
    expect(ids).toEqual(paths.slice(0, 4).flatMap((path) => [`1 ${path}`, `2 ${path}`]));
  });

  it('is printed as twelve characters in groups of four', () => {
    expect(shortHash('7f3a90c15d2e0011')).toBe('7F3A-90C1-5D2E');
  });
});

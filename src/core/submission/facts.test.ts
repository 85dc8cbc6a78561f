import { expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { factsOf, firstValue } from './facts.ts';
import { RevisionIndex } from './revision-index.ts';

const index = new RevisionIndex();
const first = aRevision({ value: 'yes' });
index.add([
  first,
  aRevision({ value: 'no', seen: [first] }),
  aRevision({ value: 'partial', seen: [first] }),
  aRevision({ path: '2016-17/readiness/K3-02', value: null }),
  aRevision({ path: '2016-17/readiness/JRN:2016-09', value: { percent: 97.2 } }),
  aRevision({ path: '2015-16/readiness/K3-03', value: 'yes' }),
  aRevision({ path: '2016-17/monitoring/8', value: 3 }),
  aRevision({ path: '-/passport/pupils', value: 90 }),
]);
const facts = factsOf(index.registers(), '2016-17', 'readiness');

it('[RV6] gives every different value of a register in conflict', () => {
  expect([...(facts.get('K3-01') ?? [])].sort()).toEqual(['no', 'partial']);
});

it('leaves out cleared registers, other campaigns and other forms, and keeps the place’s own', () => {
  expect([...facts.keys()].sort()).toEqual(['-/passport/pupils', 'JRN:2016-09', 'K3-01']);
  expect(firstValue(facts, 'JRN:2016-09')).toEqual({ percent: 97.2 });
  expect(firstValue(facts, 'K3-02')).toBeNull();
});

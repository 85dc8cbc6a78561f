import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { RevisionIndex } from './revision-index.ts';

const valuesOf = (index: RevisionIndex, count = 9) => index.latest(count).map((revision) => revision.value);

describe('[CH1] the last changes', () => {
  it('go by instant when they came together, whatever their offsets look like as text', () => {
    const index = new RevisionIndex();
    const east = aRevision({ value: 'second', at: '2017-07-06T14:00:00+03:00' });
    const west = aRevision({ value: 'third', at: '2017-07-06T12:30:00+00:00' });
    const first = aRevision({ value: 'first', at: '2017-07-06T15:00:00+07:00' });
    index.add([west, first, east]);
    expect(valuesOf(index)).toEqual(['third', 'second', 'first']);
    expect(valuesOf(index, 1)).toEqual(['third']);
  });

  it('keep superseded ones, each after what answered it even when a clock went back', () => {
    const index = new RevisionIndex();
    const yes = aRevision({ value: 'yes', at: '2027-01-01T00:00:00+03:00' });
    const no = aRevision({ value: 'no', seen: [yes], at: '2017-01-01T00:00:00+03:00' });
    index.add([no, yes]);
    expect(valuesOf(index)).toEqual(['no', 'yes']);
  });

  it('go by the order they came in when that is known, and an unreadable clock is the oldest', () => {
    const index = new RevisionIndex();
    index.add([aRevision({ value: 'stored' }), aRevision({ value: 'clockless', at: 'вчера' })]);
    index.add([aRevision({ value: 'came later', at: '1999-01-01T00:00:00Z' })]);
    expect(valuesOf(index)).toEqual(['came later', 'stored', 'clockless']);
  });
});

import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import type { Json } from '../json.ts';
import type { Revision } from './revision.ts';
import { RevisionIndex } from './revision-index.ts';
import { changedSince, headIdsOf, registersAsSubmitted, submissionHash } from './snapshot.ts';
import { statusOf, statusPathOf, statusValueOf, submittedValueOf } from './status.ts';

const path = statusPathOf('2016-17');
let made = 0;
function said(value: Json, seen: Revision[] = [], at = '2017-07-06T14:32:05+03:00'): Revision {
  made += 1;
  return aRevision({ path, value, seen, at, nonce: String(made).padStart(22, '0') });
}
const answers = (count: number) =>
  Array.from({ length: count }, (_, at) => aRevision({ path: `2016-17/readiness/K3-01#n${at}`, value: `${at}` }));

describe('the status of a submission', () => {
  it('[SB4] is the head asking for more work, whatever came first', () => {
    const heads = [said(statusValueOf('accepted')), said(statusValueOf('submitted')), said(statusValueOf('returned'))];
    expect(statusOf(heads)?.state).toBe('returned');
    expect(statusOf([...heads].reverse().slice(1))?.state).toBe('submitted');
    expect(statusOf([])).toBeNull();
    expect(statusOf([said({ state: 'sent' })])).toBeNull();
  });

  it('[SB2] keeps what was submitted last when the municipality answers it', () => {
    const first = said(submittedValueOf(['a'.repeat(43)], null));
    const second = said(submittedValueOf(['b'.repeat(43)], { by: 'paper', on: '2017-07-06' }), [first]);
    const accepted = said(statusValueOf('accepted'), [second], '2017-07-10T10:00:00+03:00');
    expect(statusOf([accepted, first, second])).toEqual({
      state: 'accepted',
      forms: ['readiness'],
      reason: null,
      said: accepted,
      submittedAt: '2017-07-06T14:32:05+03:00',
      handedInAt: '2017-07-06T14:32:05+03:00',
      signing: { by: 'paper', on: '2017-07-06' },
      heads: new Set(['b'.repeat(12)]),
    });
  });

  it('[SB2] knows nothing of what was submitted where an imported one does not say', () => {
    expect(statusOf([said(statusValueOf('submitted'))])).toMatchObject({ heads: null, signing: null });
  });
});

describe('what was submitted', () => {
  it('[SB2] fits one value for as many registers as a school can have', () => {
    const value = submittedValueOf(
      answers(900).map(({ id }) => id),
      null,
    ) as { heads: string[] };
    expect(value.heads.map((text) => text.length)).toEqual([3600, 3600, 3600]);
    expect(statusOf([said(value)])?.heads?.size).toBe(900);
  });

  it('[SB2] stays as it was: later changes are named, and the sheet of then has the hash of then', () => {
    const index = new RevisionIndex();
    const [first, other, ...rest] = answers(5);
    if (!first || !other) throw new Error('no answers');
    const pupils = aRevision({ path: '-/passport/pupils', value: 90 });
    const address = aRevision({ path: '-/device:d1', value: 'x' });
    index.add([first, other, ...rest, pupils, address]);
    const ids = headIdsOf(index.registers(), '2016-17', ['readiness']);
    const heads = statusOf([said(submittedValueOf(ids, null))])?.heads ?? new Set<string>();
    const hash = submissionHash(ids, sha256);
    expect(changedSince(index.registers(), heads, '2016-17', ['readiness'])).toEqual([]);

    index.add([
      aRevision({ path: first.path, value: 'later', seen: [first] }),
      aRevision({ path: '-/passport/pupils', value: 91, seen: [pupils] }),
      aRevision({ path: '2016-17/readiness/K7-01', value: 'yes' }),
      aRevision({ path: '2015-16/readiness/K7-01', value: 'yes' }),
    ]);
    expect(changedSince(index.registers(), heads, '2016-17', ['readiness'])).toEqual([
      first.path,
      '-/passport/pupils',
      '2016-17/readiness/K7-01',
    ]);
    const then = registersAsSubmitted(index.all(), heads, '2016-17', ['readiness']);
    expect(submissionHash(headIdsOf(then, '2016-17', ['readiness']), sha256)).toBe(hash);
    expect(then.get(first.path)).toEqual([first]);
    expect(then.has('-/device:d1')).toBe(true);
  });
});

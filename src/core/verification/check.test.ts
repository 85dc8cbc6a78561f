import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import type { Json } from '../json.ts';
import type { Revision } from '../submission/revision.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import { checksOf, checkValueOf, judgedHeads, returnsOf, returnValueOf, talkOf } from './check.ts';
import { checkPathOf, returnPathOf, talkPathOf } from './verification-paths.ts';

const at = ['2016-17', 'readiness'] as const;
const answer = (key: string, value: Json, seen: Revision[] = []): Revision =>
  aRevision({ path: `${at.join('/')}/${key}`, value, seen });
const registersOf = (...revisions: Revision[]) => {
  const index = new RevisionIndex();
  index.add(revisions);
  return index.registers();
};
const key = 'K3-01';

describe('a check', () => {
  const own = answer(key, 'no');
  const evidence = answer(`${key}#evidence`, { number: '41' });
  const value = checkValueOf({ state: 'disputed', value: 'yes', reason: 'есть в реестре' }, [own, evidence], { key });
  const made = aRevision({ path: checkPathOf(...at, key), value });

  it('[VF2] names the heads of the answer and of its evidence', () => {
    expect(judgedHeads(registersOf(own, evidence, answer('K3-02', 'yes')), ...at, { key })).toEqual([own, evidence]);
    expect(value).toMatchObject({
      of: [
        [own.id, evidence.id]
          .map((id) => id.slice(0, 12))
          .sort()
          .join(''),
      ],
    });
  });

  it('[VF2] counts while those heads stand, and no longer once another does', () => {
    const stale = (...more: Revision[]) => checksOf(registersOf(own, evidence, made, ...more), ...at).get(key)?.isStale;
    expect(stale()).toBe(false);
    expect(stale(answer('K3-02', 'yes'), answer(`${key}#comment`, 'x'))).toBe(false);
    expect(stale(answer(key, 'yes', [own]))).toBe(true);
    expect(stale(answer(key, 'yes'))).toBe(true);
    expect(stale(answer(`${key}#evidence`, { number: '42' }, [evidence]))).toBe(true);
  });

  it('[VF2] that was taken back, or says nothing known, is none', () => {
    const taken = aRevision({ path: made.path, value: null, seen: [made] });
    expect(checksOf(registersOf(own, made, taken), ...at).size).toBe(0);
    expect(checksOf(registersOf(aRevision({ path: made.path, value: { state: 'seen' } })), ...at).size).toBe(0);
    expect(checksOf(registersOf(made), '2015-16', 'readiness').size).toBe(0);
  });

  it('[VF2] of a figure computed from a table is about its rows', () => {
    const [row, other] = [answer('YEAR:Y-1', { done: 1, total: 2 }), answer('JRN:2016-09', { percent: 90 })];
    expect(judgedHeads(registersOf(row, other), ...at, { key: 'K4-06', table: 'YEAR' })).toEqual([row]);
  });
});

it('[VF3] a return says why, and is answered once the answer is given anew', () => {
  const own = answer(key, 'no');
  const made = aRevision({
    path: returnPathOf(...at, key),
    value: returnValueOf('приложите номер', [own], { key }),
  });
  expect(returnsOf(registersOf(own, made), ...at).get(key)).toEqual({
    reason: 'приложите номер',
    isAnswered: false,
    revision: made,
  });
  expect(returnsOf(registersOf(own, made, answer(key, 'yes', [own])), ...at).get(key)?.isAnswered).toBe(true);
  expect(returnsOf(registersOf(made, aRevision({ path: made.path, value: null, seen: [made] })), ...at).size).toBe(0);
});

it('[VF4] a conversation is shown oldest first, without what was taken back or is of another indicator', () => {
  const said = (nonce: string, value: Json, hour: string, indicatorId = key) =>
    aRevision({ path: talkPathOf(...at, indicatorId, nonce), value, at: `2017-07-06T${hour}:00:00+03:00` });
  const [first, second] = [said('b', 'Где приказ?', '09'), said('a', 'Вот номер.', '11')];
  const registers = registersOf(second, first, said('c', null, '10'), said('d', 'x', '08', 'K3-02'));
  expect(talkOf(registers, ...at, key)).toEqual([first, second]);
});

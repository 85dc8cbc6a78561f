import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { historyOf } from './history-of.ts';
import { registersAsSubmitted, unpackIds } from './snapshot.ts';
import { statusOf, statusPathOf, submittedValueOf } from './status.ts';

const valuesOf = (changes: readonly { revision: { value: unknown } }[]) =>
  changes.map(({ revision }) => revision.value);

describe('the history of a register', () => {
  it('[HI1] goes newest first by what answers what, whatever clocks say and however it arrived', () => {
    const first = aRevision({ value: 'no', at: '2030-01-01T00:00:00+03:00' });
    const second = aRevision({ value: 'partial', seen: [first], at: '2001-01-01T00:00:00+03:00' });
    const third = aRevision({ value: 'yes', seen: [second], at: '2017-01-01T00:00:00+03:00' });
    for (const arrived of [
      [first, second, third],
      [third, first, second],
      [second, third, first, third],
    ])
      expect(valuesOf(historyOf(arrived))).toEqual(['yes', 'partial', 'no']);
    expect(historyOf([])).toEqual([]);
  });

  it('[HI1] puts no change above one that answers it, even where a generation was claimed wrongly', () => {
    const claims = { ...aRevision({ value: 'no' }), gen: 9 };
    const answer = { ...aRevision({ value: 'yes', seen: [claims] }), gen: 1 };
    expect(valuesOf(historyOf([claims, answer]))).toEqual(['yes', 'no']);
  });

  it('[HI1] shows ten heads nobody has answered in one order on every device, all of them in conflict', () => {
    const root = aRevision({ value: 0 });
    const heads = Array.from({ length: 10 }, (_, at) => aRevision({ value: at + 1, seen: [root], who: `завуч ${at}` }));
    const shown = historyOf([root, ...heads]);
    expect(shown).toEqual(historyOf([...heads].reverse().concat(root)));
    expect(shown.slice(0, 10).every(({ standing }) => standing === 'conflict')).toBe(true);
    expect(shown.at(-1)).toMatchObject({ revision: root, standing: 'replaced' });
    const choice = aRevision({ value: 3, seen: heads });
    expect(historyOf([root, ...heads, choice])[0]).toMatchObject({ settled: true, standing: 'current', missing: 0 });
    expect(historyOf([root, ...heads, choice])[0]?.replaced).toHaveLength(10);
  });

  it('[HI2] tells what a change replaced, and how much of that is not on this device', () => {
    const one = aRevision({ value: 'no' });
    const two = aRevision({ value: 'no', who: 'директор' });
    const both = aRevision({ value: 'yes', seen: [one, two] });
    expect(historyOf([one, two, both])[0]).toMatchObject({ missing: 0, settled: false });
    expect(valuesOf((historyOf([one, two, both])[0]?.replaced ?? []).map((revision) => ({ revision })))).toEqual([
      'no',
    ]);
    expect(historyOf([two, both])[0]).toMatchObject({ replaced: [two], missing: 1 });
    expect(historyOf([both])[0]).toMatchObject({ replaced: [], missing: 2, standing: 'current' });
  });

  it('[HI2] counts equal values of two people as one answer, no conflict', () => {
    const shown = historyOf([aRevision({ value: 'no' }), aRevision({ value: 'no', who: 'директор' })]);
    expect(shown.map(({ standing }) => standing)).toEqual(['current', 'current']);
  });

  it('[HI3] [SB2] marks what came after submitting, also what was made before it elsewhere; what was submitted stays', () => {
    const first = aRevision({ value: 'no' });
    const submitted = aRevision({ value: 'yes', seen: [first] });
    const status = aRevision({ path: statusPathOf('2016-17'), value: submittedValueOf([submitted.id], null) });
    const heads = statusOf([status])?.heads ?? new Set<string>();
    const late = aRevision({ value: 'partial', seen: [submitted] });
    const elsewhere = aRevision({ value: 'notProvided', seen: [first], who: 'учитель', at: '2016-01-01T00:00:00Z' });
    const register = [late, elsewhere, submitted, first];
    expect(historyOf(register, heads).map((change) => [change.revision.value, change.late])).toEqual(
      expect.arrayContaining([
        ['partial', true],
        ['notProvided', true],
        ['yes', false],
        ['no', false],
      ]),
    );
    expect(historyOf(register).some((change) => change.late)).toBe(false);
    const snapshot = registersAsSubmitted([...register, status], heads, '2016-17', ['readiness']);
    expect(snapshot.get(submitted.path)).toEqual([submitted]);
    expect(unpackIds(undefined)).toBeNull();
  });

  it('[HI3] takes everything of a register that was empty when it was submitted for late', () => {
    expect(historyOf([aRevision()], new Set()).map(({ late }) => late)).toEqual([true]);
  });
});

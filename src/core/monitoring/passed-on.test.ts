import { expect, it } from 'vitest';
import { aColumnForm } from '../../../tests/fixtures/a-monitoring-row.ts';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import type { Json } from '../json.ts';
import type { Registers } from '../submission/registers.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import { noContext } from './check-rows.ts';
import { checkSchool } from './check-school.ts';
import { changedAfter, passedOnPathOf, passedOnValueOf, readPassedOn, rowsHash } from './passed-on.ts';

function registersOf(cells: Record<string, Json>): Registers {
  const index = new RevisionIndex();
  index.add(Object.entries(cells).map(([path, value]) => aRevision({ path, value })));
  return index.registers();
}
const hashOf = (cells: Record<string, Json>) => rowsHash(registersOf(cells), 'c', 'monitoring', sha256);

it('[PN1] what is passed on reads back, and its hash is of the rows alone', () => {
  const cells = { 'c/monitoring/8': 9, '-/branch:01': { name: 'Филиал' } };
  expect(hashOf({ ...cells, '-/passport/pupils': 5, 'd/monitoring/8': 1, 'c/readiness/K1-01': 'yes' })).toBe(
    hashOf(cells),
  );
  expect(hashOf({ ...cells, 'c/monitoring/8': 10 })).not.toBe(hashOf(cells));
  const passed = { schools: new Map([['s1', hashOf(cells)]]), at: '2026-09-18T10:00:00', note: 'без школы № 3' };
  expect(readPassedOn(passedOnValueOf(passed))).toEqual(passed);
  expect([readPassedOn(null), readPassedOn({ schools: 'все' }), passedOnPathOf('c')]).toEqual([
    null,
    null,
    'c/passed-on',
  ]);
});

it('[PN2] says which schools have changed since, or were not there', () => {
  const passed = {
    schools: new Map([
      ['s1', 'a'],
      ['s2', 'b'],
    ]),
    at: '',
    note: '',
  };
  expect(
    changedAfter(
      passed,
      new Map([
        ['s1', 'a'],
        ['s2', 'c'],
        ['s3', 'd'],
      ]),
    ),
  ).toEqual(['s2', 's3']);
});

it('[PN3] checks rows without the contacts that stand apart, against the row of the campaign before', () => {
  const cells = {
    'c/monitoring/5': 'tes',
    'c/monitoring/8': 5,
    'c/monitoring/9': 7,
    'c/monitoring/21': 1,
  };
  const previous = new Map([['5', 'dnevnikRu']]);
  const given = { nameOf: String, context: { ...noContext, previous } };
  const { messages, progress, isBegun } = checkSchool(aColumnForm, registersOf(cells), 'c', given);
  expect(messages.map(({ code, columns }) => [code, columns])).toEqual([
    ['X01', ['9', '8']],
    ['X08', ['24']],
    ['X09', ['25', '5']],
  ]);
  expect(isBegun).toBe(true);
  expect(progress.missing.map(({ columnId }) => columnId)).not.toEqual(expect.arrayContaining(['6']));
  expect(checkSchool(aColumnForm, new Map(), 'c', given)).toMatchObject({ isBegun: false, messages: [] });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import type { Place } from '../places/place.ts';
import { checkRevision } from '../submission/check-revision.ts';
import type { Registers } from '../submission/registers.ts';
import { toTuple } from '../submission/revision.ts';
import { mostBytes } from '../sync/messages.ts';
import { broughtListsOf, type ListRow, listEntriesOf } from './brought-list.ts';
import { agreementOf, createReconciler, lineKeyOf } from './reconcile-list.ts';

const place = (id: string, kind: Place['kind'], parent: string | null, name: string, address = ''): Place => ({
  id,
  kind,
  parent,
  name,
  shortName: name,
  address,
});
const schools = [
  place('s1', 'school', 'm1', 'СОШ № 1', 'с. Ясное, ул. Мира, 4'),
  place('s2', 'school', 'm1', 'Ручьёвская СОШ', 'с. Ручьи, ул. Лесная, 12'),
  place('s3', 'school', 'm2', 'СОШ № 1', 'г. Заречный, ул. Речная, 7'),
];
const places = [
  place('r', 'region', null, 'Область'),
  place('m1', 'municipality', 'r', 'Ясный район'),
  place('m2', 'municipality', 'r', 'Заречный городской округ'),
  ...schools,
];
const { reconcile } = createReconciler(places, schools);
const line = (row: number, name: string, parts: Partial<ListRow> = {}): ListRow => ({
  row,
  name,
  address: '',
  municipality: '',
  kind: '',
  ...parts,
});
const none = new Map<string, string | null>();

describe('reconcileList', () => {
  it('[RC2] meets a school in another spelling and says what is written otherwise', () => {
    const row = line(2, 'МБОУ «Ручьевская средняя школа»', { address: 'с. Ручьи, ул. Садовая, 3' });
    const [first] = reconcile([row], none).lines;
    expect(first).toMatchObject({ kind: 'met', school: { id: 's2' }, decided: false, differs: ['name', 'address'] });
  });

  it('[RC2] asks about namesakes, and tells them apart by the municipality the line names', () => {
    const { lines } = reconcile([line(2, 'СОШ № 1'), line(3, 'СОШ № 1', { municipality: 'Ясный район' })], none);
    expect(lines[0]).toMatchObject({ kind: 'doubtful', candidates: [{ id: 's1' }, { id: 's3' }] });
    expect(lines[1]).toMatchObject({ kind: 'met', school: { id: 's1' }, differs: [] });
  });

  it('[RC3] tells a school met twice, lines of no school, and schools in no line', () => {
    const rows = [line(2, 'Ручьёвская СОШ'), line(3, 'ручьевская сош'), line(4, 'Гимназия «Квант»')];
    const { lines, missing } = reconcile(rows, none);
    expect(lines.map(({ kind }) => kind)).toEqual(['met', 'twice', 'foreign']);
    expect(lines[1]).toMatchObject({ first: 2, school: { id: 's2' } });
    expect(missing.map(({ id }) => id)).toEqual(['s1', 's3']);
  });

  it('[RC3] puts every line of any list into exactly one class, and every school is met once or missing', () => {
    const words = fc.constantFrom(
      'СОШ № 1',
      'Ручьёвская СОШ',
      'ручьевск школа',
      'Гимназия',
      'Область',
      '№',
      'Ясное',
      '—',
    );
    const parts = fc.record({
      name: words,
      address: words,
      municipality: fc.constantFrom('', 'Ясный район', 'Заречный'),
    });
    const said = fc.constantFrom('s1', 's2', 's3', 'gone', null, undefined);
    fc.assert(
      fc.property(fc.array(fc.tuple(parts, said), { maxLength: 12 }), (given) => {
        const rows = given.map(([one, _], at) => line(at + 2, one.name, one));
        const decisions = new Map<string, string | null>();
        for (const [at, row] of rows.entries()) {
          const decision = given[at]?.[1];
          if (decision !== undefined) decisions.set(lineKeyOf(row), decision);
        }
        const { lines, missing } = reconcile(rows, decisions);
        expect(lines.map(({ row }) => row)).toEqual(rows);
        const met = lines.flatMap((one) => (one.kind === 'met' ? [one.school.id] : []));
        expect([...met, ...missing.map(({ id }) => id)].sort()).toEqual(['s1', 's2', 's3']);
      }),
    );
  });

  it('[RC4] follows a decision in a newer version whatever the number of the line; one about a school that is gone is asked anew', () => {
    const doubted = line(2, 'СОШ № 1');
    const decisions = new Map([[lineKeyOf(doubted), 's3']]);
    const again = reconcile([line(9, '  сош №1 ')], decisions).lines[0];
    expect(again).toMatchObject({ kind: 'met', school: { id: 's3' }, decided: true });
    expect(reconcile([doubted], new Map([[lineKeyOf(doubted), 'gone']])).lines[0]).toMatchObject({ kind: 'doubtful' });
    expect(reconcile([doubted], new Map([[lineKeyOf(doubted), null]])).lines[0]).toMatchObject({
      kind: 'foreign',
      decided: true,
    });
  });

  it('[RC4] keeps a decision that makes a line the second of its school, so that it can be taken back', () => {
    const [sure, doubted] = [line(2, 'Ручьёвская СОШ'), line(3, 'СОШ № 1')];
    const { lines } = reconcile([sure, doubted], new Map([[lineKeyOf(doubted), 's2']]));
    expect(lines).toMatchObject([
      { kind: 'met', decided: false },
      { kind: 'twice', school: { id: 's2' }, decided: true, first: 2 },
    ]);
    expect(reconcile([sure, { ...sure, row: 3 }], none).lines[1]).toMatchObject({ kind: 'twice', decided: false });
  });

  it('[RC5] counts the schools a list has by municipality', () => {
    const agreement = agreementOf(reconcile([line(2, 'Ручьёвская СОШ')], none), schools);
    expect([...agreement]).toEqual([
      ['m1', { found: 1, of: 2 }],
      ['m2', { found: 0, of: 1 }],
    ]);
  });

  it('[RC1] [RC9] reads back a list of any length as it was written, each part fit for a turn, and tells when one is missing', () => {
    const list = {
      id: 'v1',
      title: 'Список',
      from: 'Поставщик',
      asOf: '2016-12-01',
      rows: Array.from({ length: 3000 }, (_, at) => line(at + 2, `СОШ № ${at}`, { address: 'ул. Мира, '.repeat(20) })),
    };
    const revisions = listEntriesOf(list, sha256).map((entry) => aRevision({ history: 'r:office', ...entry }));
    for (const one of revisions) {
      expect(checkRevision(toTuple(one), sha256).ok).toBe(true);
      expect(new TextEncoder().encode(JSON.stringify(toTuple(one))).length).toBeLessThan(mostBytes);
    }
    const registersOf = (some: typeof revisions): Registers => new Map(some.map((one) => [one.path, [one]]));
    expect(broughtListsOf(registersOf(revisions))).toMatchObject([{ ...list, isWhole: true }]);
    expect(broughtListsOf(registersOf(revisions.slice(0, -1)))).toMatchObject([{ id: 'v1', isWhole: false }]);

    const shorter = { ...list, rows: list.rows.slice(0, 2) };
    const newer = listEntriesOf(shorter, sha256).map((entry) => aRevision({ history: 'r:office', ...entry }));
    expect(broughtListsOf(registersOf([...revisions, ...newer]))).toMatchObject([{ ...shorter, isWhole: true }]);
  });
});

import { describe, expect, it } from 'vitest';
import { aColumnForm, rowsFrom } from '../../../tests/fixtures/a-monitoring-row.ts';
import { aPlace } from '../../../tests/fixtures/an-answers-file.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import type { Json } from '../../core/json.ts';
import type { CollectedSchool } from '../../core/monitoring/collect-school.ts';
import { mergeRows } from '../../core/monitoring/merge-rows.ts';
import { type Collected, planCollection } from '../../core/monitoring/plan-collection.ts';
import { wholePercent, wholePercents } from '../../core/monitoring/whole-percent.ts';
import { placeTreeOf } from '../../core/places/place-tree.ts';
import { privateReference } from '../../core/private-values/private-values.ts';
import { defaultSystems } from '../../core/systems/default-systems.ts';
import { formWithSystems } from '../../core/systems/form-with-systems.ts';
import { monitoringTable } from './monitoring-table.ts';
import { regionFigures } from './region-figures.ts';
import { regionSummary } from './region-summary.ts';

const campaign = { id: 'c', schoolYear: '2017/2018', asOf: '2017-09-01', due: '2017-09-20', forms: ['monitoring@1'] };
const region = aPlace('r', 'region', null, 'Край');
const municipality = aPlace('m', 'municipality', 'r', 'Озёрный район');
type Own = Record<string, Json>;
type Branches = { name: string; own: Own }[];

function school(id: string, own: Own | null, branches: Branches = [], parent = 'm'): CollectedSchool {
  const place = aPlace(id, 'school', parent, `Школа ${id}`);
  if (!own) return { place, state: null, sent: null };
  const rows = rowsFrom({ own, branches });
  return { place, state: 'submitted', sent: { rows, merged: mergeRows(aColumnForm, rows) } };
}
const collectedFrom = (schools: CollectedSchool[], direct: CollectedSchool[] = []): Collected => ({
  place: region,
  campaign,
  silent: [],
  groups: [
    { municipality, campaign, schools },
    ...(direct.length > 0 ? [{ municipality: null, campaign, schools: direct }] : []),
  ],
});
const inputOf = (collected: Collected, previous: Collected | null = null) => ({
  form: formWithSystems(aColumnForm, defaultSystems),
  collected,
  previous,
  reportDate: '2017-09-25',
});

describe('percents', () => {
  it.each([
    [33, 90, 37],
    [17, 90, 19],
    [22, 90, 24],
    [23, 90, 26],
    [16, 90, 18],
    [90, 160, 56],
    [283, 313, 90],
    [23, 313, 7],
    [264, 317, 83],
    [5, 6, 83],
    [1, 200, 1],
    [0, 5, 0],
    [0, 0, null],
  ])('[RG1] rounds %i из %i half up to %s', (n, of, percent) => {
    expect(wholePercent(n, of)).toBe(percent);
  });

  it('[RG2] makes parts add up to 100', () => {
    expect(wholePercents([84, 3, 3])).toEqual([93, 4, 3]);
    expect(wholePercents([149, 7, 4])).toEqual([93, 4, 3]);
    expect(wholePercents([0, 0])).toEqual([0, 0]);
    expect(wholePercents([])).toEqual([]);
  });
});

describe('figures', () => {
  it('[RG3] [RG5] counts submitted rows alone, sums branches in, and keeps schools under the region apart', () => {
    const branches = [{ name: 'Б', own: { 5: 'tes', 8: 2, 9: 2, 13: 2 } }];
    const collected = collectedFrom(
      [school('a', { 5: 'tes', 8: 10, 9: 8, 13: 8, 20: 2, 21: 1 }, branches), school('b', { 8: 4 }), school('x', null)],
      [school('d', { 5: 'other', 8: 5, 9: 5, 13: 5, 20: 1, 21: 2 }, [], 'r')],
    );
    const { all, municipal, regional, groups } = regionFigures(collected, null);
    expect([all.submitted, all.expected, municipal.submitted, regional?.submitted]).toEqual([3, 4, 2, 1]);
    expect(all.uses).toEqual({ n: 2, of: 3, empty: 1 });
    expect(all.coverage[0]).toEqual({ part: '9', whole: '8', n: 15, of: 17, schools: 2 });
    expect(groups[0]?.missing.map(({ place, reason }) => [place.id, reason])).toEqual([['x', 'silent']]);
    const lines = linesOf(regionSummary(inputOf(collected))).join('\n');
    expect(lines).toContain('в муниципалитетах 2, областных 1');
    expect(lines).toContain('Школа x');
  });

  it('[RG12] tells what the schools of every system come to, and which municipality uses which', () => {
    const collected = collectedFrom(
      [
        school('a', { 5: 'tes', 8: 10, 9: 10, 13: 10, 15: 100, 16: 80, 20: 2 }),
        school('b', { 5: 'dnevnikRu', 8: 4, 13: 2 }),
      ],
      [school('d', { 5: 'tes', 8: 5, 13: 5, 15: 50, 16: 50, 20: 1 }, [], 'r')],
    );
    const lines = linesOf(regionSummary(inputOf(collected)));
    const [tes = ''] = lines.filter((line) => line.startsWith('Томская электронная школа') && line.includes('1 из 2'));
    expect(tes.replaceAll('\u00a0', ' ')).toContain('15 из 15');
    expect(tes.replaceAll('\u00a0', ' ')).toContain('130 из 150');
    const byPlace = lines.find((line) => line.startsWith('Озёрный район') && /\| 1 \| 1 \| 2$/.test(line));
    expect(byPlace).toBeDefined();
  });

  it('[RG11] says the change in points as the two percents beside it give it, and when the years stand on other numbers', () => {
    const before = collectedFrom([school('a', { 5: 'tes', 20: 2 }), school('b', { 8: 4, 20: 1 })]);
    const now = collectedFrom([
      school('a', { 5: 'tes', 20: 2 }),
      school('b', { 5: 'tes', 20: 1 }),
      school('c', { 5: 'tes', 20: 2 }),
    ]);
    const text = linesOf(regionSummary(inputOf(now, before)))
      .join('\n')
      .replaceAll('\u00a0', ' ');
    expect(text).toContain('Отказались от бумажного журнала | 1 из 2 | 50 % | 2 из 3 | 67 % | +17 пунктов');
    expect(text).toContain('Основания разные: тогда сдали 2, теперь 3.');
  });

  it('[RG3] prints no percent where nobody has sent anything', () => {
    const lines = linesOf(regionSummary(inputOf(collectedFrom([school('x', null)])))).join('\n');
    expect(lines).toContain('Ещё никто не сдал: 0 из 1');
    expect(lines).not.toContain('NaN');
  });

  it('[RG6] tells sites that left from those that have not said', () => {
    const before = collectedFrom(['a', 'b', 'c'].map((id) => school(id, { 21: 1 })));
    const now = collectedFrom([
      school('a', { 21: 2 }),
      school('b', null),
      school('c', { 21: 1 }),
      school('d', { 21: 1 }),
    ]);
    expect(regionFigures(now, before).movement).toEqual({ before: 3, left: 1, unknown: 1, joined: 1, now: 2 });
  });

  it('[RG4] takes the campaign of a municipality before the region’s, and nothing that collects another form', () => {
    const tree = placeTreeOf([region, municipality, aPlace('s', 'school', 'm'), aPlace('t', 'school', 'r')]);
    const own = { ...campaign, due: '2017-09-15' };
    const planned = (announced: [string, (typeof campaign)[]][]) =>
      planCollection(aColumnForm, tree, region, 'c', new Map(announced))?.campaigns[0].groups.map((group) => [
        group.municipality?.id ?? null,
        group.campaign.due,
        group.schools.length,
      ]);
    expect(
      planned([
        ['r', [campaign]],
        ['m', [own]],
      ]),
    ).toEqual([
      ['m', '2017-09-15', 1],
      [null, '2017-09-20', 1],
    ]);
    expect(planned([['m', [{ ...own, forms: ['readiness@1'] }]]])).toBeUndefined();
  });
});

describe('the table', () => {
  const hash = 'h'.repeat(43);
  const reference = privateReference(hash);
  const branches = [{ name: 'Борская НОШ', own: { 5: 'none', 6: reference, 8: 4 } }];
  const collected = collectedFrom([
    school('a', { 5: 'tes', 6: reference, 7: reference, 8: 11, 25: 'Переходим.' }, branches),
  ]);

  it('[RG7] [RG9] numbers columns, schools and branches, sums the branch in and shows of it only who it is', () => {
    const table = monitoringTable(inputOf(collected)).sections[0]?.blocks.find(({ kind }) => kind === 'table');
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.columns).toHaveLength(25);
    expect([table.numbered, table.apart]).toEqual([true, { 0: 'across' }]);
    const [head, own, branch] = table.rows;
    expect(head).toEqual(['Озёрный район. Сдали 1 из 1']);
    expect([own?.[0], own?.[7], own?.[8]]).toEqual([{ number: 1, digits: 0 }, { number: 15, digits: 0 }, '']);
    expect(own?.[24]).toBe('Переходим.\nБорская НОШ: системы нет');
    expect([branch?.[0], branch?.[3], branch?.[4], branch?.[7]]).toEqual([
      { number: 2, digits: 0 },
      'Борская НОШ',
      'нет',
      '',
    ]);
    expect(table.total?.[7]).toEqual({ number: 15, digits: 0 });
  });

  it('[RG8] [PV8] shows what is private only where it is at hand', () => {
    const lines = (find?: Parameters<typeof monitoringTable>[1]) =>
      linesOf(monitoringTable(inputOf(collected), find)).join('\n');
    expect(lines()).toContain('| указан | указана |');
    const found = lines((asked) => (asked === hash ? { fullName: 'И. И. Лесная', position: 'завуч' } : null));
    expect(found).toContain('И. И. Лесная, завуч');
    expect([lines(), found].map((text) => text.includes('здесь только отметка'))).toEqual([true, false]);
  });
});

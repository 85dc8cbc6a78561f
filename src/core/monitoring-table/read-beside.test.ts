import { describe, expect, it } from 'vitest';
import { aColumnForm } from '../../../tests/fixtures/a-monitoring-row.ts';
import { readTable, valuesOf } from '../../../tests/fixtures/a-monitoring-table.ts';
import type { Json } from '../json.ts';
import { modulesBeside, readModules } from './read-modules.ts';
import { tableAnswers } from './table-answers.ts';
import { openQuestions, type TableReading } from './table-reading.ts';

const open = (reading: TableReading) => openQuestions(reading).map(({ key, proposed }) => [key, proposed]);
const campaign = {
  id: 'c',
  schoolYear: '2016/2017',
  asOf: '2016-09-01',
  municipality: 'lake',
  forms: ['monitoring@1'],
};

describe('[CX7] modules', () => {
  const turnstile = { name: 'турникет', vendor: 'ООО «Вход»', classes: 5 };

  it.each<[string, Json[]]>([
    ['турникет (ООО «Вход») – 5 классов; столовая – 3', [turnstile, { name: 'столовая', classes: 3 }]],
    ['Турникет\nстоловая, библиотека', [{ name: 'Турникет' }, { name: 'столовая, библиотека' }]],
    ['турникет, столовая (5 кл.)', [{ name: 'турникет' }, { name: 'столовая', classes: 5 }]],
    ['СКУД-2', [{ name: 'СКУД-2' }]],
    ['7', []],
  ])('reads «%s»', (text, rows) => {
    expect(readModules(text)).toEqual(rows);
  });

  it.each<[string, number]>([
    ['5 (турникет, столовая)', 2],
    ['5 кл.: турникет', 1],
    ['турникет – 3, столовая – 2', 2],
    ['около 9', 0],
    ['11', 0],
    ['11,0', 0],
    ['нет', 0],
  ])('finds them beside the figure in «%s»: %s', (text, count) => {
    expect(modulesBeside(text)).toHaveLength(count);
  });

  const head = '№|Школа|СЭД|Кол-во классов|Классов с другими модулями';

  it('are asked about in a column of their own, named or not', () => {
    for (const label of ['Перечень модулей', 'Модули']) {
      const rows = [`${head}|${label}`, '1|Ольховская ООШ|нет|9|2|турникет – 2; столовая'];
      const proposed = [{ name: 'турникет', classes: 2 }, { name: 'столовая' }];
      const asColumn = label === 'Модули' ? [['Лист1!F1', '14.modules']] : [];
      expect(open(readTable(rows)).slice(0, 1)).toEqual([...asColumn, ['Лист1!F2', proposed]].slice(0, 1));
      const decisions = new Map<string, Json>([
        ['Лист1!F1', '14.modules'],
        ['Лист1!F2', proposed],
      ]);
      const reading = readTable(rows, decisions);
      expect([open(reading), valuesOf(reading)]).toEqual([
        [],
        { s2: { 5: 'none', 8: 9, 14: 2, '14.modules': proposed } },
      ]);
      expect(tableAnswers(reading, aColumnForm, campaign)).toMatchObject({
        schools: [{ monitoring: { own: { '14.modules': proposed } } }],
      });
    }
  });

  it('in the cell of their count are asked about apart, and neither answer drops the other', () => {
    const rows = [head, '1|Ольховская ООШ|нет|9|2 (турникет)'];
    expect(open(readTable(rows))).toEqual([
      ['Лист1!E2', 2],
      ['Лист1!E2#14.modules', [{ name: 'турникет' }]],
    ]);
    const count = new Map<string, Json>([['Лист1!E2', 2]]);
    expect(open(readTable(rows, count))).toHaveLength(1);
    const both = readTable(rows, new Map([...count, ['Лист1!E2#14.modules', [{ name: 'турникет' }]]]));
    expect(valuesOf(both)).toMatchObject({ s2: { 14: 2, '14.modules': [{ name: 'турникет' }] } });
    const refused = readTable(rows, new Map([...count, ['Лист1!E2#14.modules', 'notParticipated']]));
    expect(open(refused)).toHaveLength(1);
  });
});

describe('[CX8] two tables side by side', () => {
  const one = '№|Школа|СЭД|Кол-во классов|Учащихся всего';

  it('are read each for itself, with municipalities, numbers and totals of its own', () => {
    const rows = [
      `${one}||${one}`,
      'Озёрный муниципальный округ|||||||Холмский район|||',
      '1|Ольховская ООШ|нет|9|90||1|Заречная СОШ|нет|8|80',
      '2|СОШ № 10|нет|20|400|||Итого||8|80',
    ];
    const reading = readTable(rows);
    expect([open(reading), valuesOf(reading)]).toEqual([
      [],
      { s2: { 5: 'none', 8: 9, 15: 90 }, s3: { 5: 'none', 8: 20, 15: 400 }, s4: { 5: 'none', 8: 8, 15: 80 } },
    ]);
    expect(reading.unread.map(({ key, why }) => [key, why])).toEqual([['Лист1!H4', 'total']]);
  });

  it('are known by numbers that begin anew', () => {
    const letters = 'А|Б|В|Г|Д|Е|Ж|З';
    const numbers = '1|2|3|4|5|6|7|8';
    const row = (name: string, classes: number) => `1||${name}||нет|||${classes}`;
    const rows = [
      `${letters}|${letters}`,
      `${numbers}|${numbers}`,
      `${row('Ольховская ООШ', 9)}|${row('СОШ № 10', 20)}`,
    ];
    expect(valuesOf(readTable(rows))).toEqual({ s2: { 5: 'none', 8: 9 }, s3: { 5: 'none', 8: 20 } });
  });

  it('that name one school twice ask whose row the second is', () => {
    const rows = [`${one}|${one}`, '1|Ольховская ООШ|нет|9|90|1|Ольховская ООШ|нет|9|91'];
    expect(openQuestions(readTable(rows))).toMatchObject([{ key: 'Лист1!G2', isTwice: true }]);
  });

  it('are one table where nothing but a name is said again', () => {
    const rows = ['№|Школа|СЭД|Кол-во классов|Школа', '1|Ольховская ООШ|нет|9|Ольховская ООШ'];
    expect(openQuestions(readTable(rows))).toMatchObject([{ key: 'Лист1!E1', about: { kind: 'column' } }]);
    const other = [`${one}|Организация питания|Педагогов всего|Бумажный журнал`, '1|Ольховская ООШ|нет|9|90|своя|12|1'];
    const reading = readTable(other, new Map([['Лист1!F1', null]]));
    expect([open(reading), valuesOf(reading)]).toMatchObject([[], { s2: { 15: 90, 17: 12, 20: 1 } }]);
  });
});

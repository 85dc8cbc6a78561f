import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aColumnForm } from '../../../tests/fixtures/a-monitoring-row.ts';
import { aTableReader, readTable, tablePlaces, valuesOf } from '../../../tests/fixtures/a-monitoring-table.ts';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { monitoringBlock } from '../answers-file/monitoring-block.ts';
import { parseAnswersFile } from '../answers-file/parse-answers-file.ts';
import { placeTreeOf } from '../places/place-tree.ts';
import { cellName } from './sheet-cells.ts';
import { tableAnswers } from './table-answers.ts';
import { openQuestions } from './table-reading.ts';

const head = '№ п/п|Школа, адрес|Филиал|Наименование СЭД|Кол-во классов|Классов в СЭД|Учащихся всего|Учеников в СЭД';
const asked = (rows: readonly string[], decisions = new Map()) =>
  openQuestions(readTable(rows, decisions)).map(({ key, stood, proposed }) => [key, stood, proposed]);

describe('the head of a table', () => {
  it('[XT1] is found under titles, by labels, with or without the row of numbers', () => {
    const rows = ['Сведения за 2016 год||', '', head, '1|МБОУ Заречная СОШ||Дневник.ру|11|11,0|120|110 '];
    expect(valuesOf(readTable(rows))).toEqual({ s1: { 5: 'dnevnikRu', 8: 11, 9: 11, 15: 120, 16: 110 } });
    expect(readTable(rows).unread).toMatchObject([{ key: 'Лист1!A1', why: 'above-head' }]);
  });

  it('[XT1] is known by the numbers alone, and by the group over a part of a label', () => {
    const numbered = ['А|Б|В|Г|Д|Е|Ж|З', '1|2|3|4|5|6|7|8', '1||Ольховская ООШ||нет|Иванова А. А., завуч|3-22-11|9'];
    expect(valuesOf(readTable(numbered))).toEqual({
      s2: { 5: 'none', 6: { fullName: 'Иванова А. А.', position: 'завуч' }, 7: { phone: '3-22-11' }, 8: 9 },
    });
    const grouped = [
      '№|Школа|Классы||Ученики||Педагоги',
      '|||в СЭД|всего|в СЭД|всего',
      '1|Ольховская ООШ|9|8|90|80|12',
    ];
    grouped[1] = '||всего|в СЭД|всего|в СЭД|всего';
    expect(valuesOf(readTable(grouped))).toEqual({ s2: { 8: 9, 9: 8, 15: 90, 16: 80, 17: 12 } });
  });

  it('[XT1] asks what an unknown column is, and follows the answer', () => {
    const rows = [`${head}|Всякое`, '1|Ольховская ООШ||нет|9|0|90|0|14'];
    expect(asked(rows)).toEqual([['Лист1!I1', 'Всякое', null]]);
    expect(valuesOf(readTable(rows, new Map([['Лист1!I1', '17']])))).toMatchObject({ s2: { 17: 14 } });
    const left = readTable(rows, new Map([['Лист1!I1', null]]));
    expect([openQuestions(left), left.unread]).toEqual([[], [{ key: 'Лист1!I2', why: 'not-taken', stood: '14' }]]);
  });

  it('[XT1] stands twice on a sheet, and on several sheets', () => {
    const [one, two] = ['1|Ольховская ООШ||нет|9|0|90|0', '1|СОШ №10||нет|20|0|400|0'];
    expect(Object.keys(valuesOf(readTable([head, one, '', 'Таблица 2', head, two])))).toEqual(['s2', 's3']);
    const sheets = [one, two].map((row, at) => ({ name: `Л${at}`, rows: [head, row].map((text) => text.split('|')) }));
    expect(Object.keys(valuesOf(aTableReader(sheets, new Map())))).toEqual(['s2', 's3']);
  });
});

describe('rows of schools', () => {
  it.each([
    ['МБОУ Ольховская ООШ', 's2'],
    ['Ольховская основная школа', 's2'],
    ['«Ольховская оош», д. Ольховка', 's2'],
    ['Олховская ООШ', 's2'],
    ['школа N 10', 's3'],
    ['МБОУ СОШ №10 г. Озёрска', 's3'],
    ['МКОУ «Заречная СОШ», п. Холмы, ул. Лесная', 's4'],
    ['Заречная ср. школа, с. Заречное, Школьная 4', 's1'],
  ])('[XT2] meets «%s»', (written, id) => {
    const reading = readTable([head, `1|${written}||нет|9|0|90|0`]);
    expect([openQuestions(reading), Object.keys(valuesOf(reading))]).toEqual([[], [id]]);
  });

  it.each([
    ['Заречная СОШ', ['s1', 's4']],
    ['Нижне-Ольховская ООШ', ['s2']],
    ['СОШ № 11', []],
    ['Неведомая гимназия', []],
  ])('[XT2] asks which school «%s» is', (written, candidates) => {
    const reading = readTable([head, `1|${written}||нет|9|0|90|0`]);
    expect(openQuestions(reading)).toMatchObject([{ key: 'Лист1!B2', about: { kind: 'school' }, candidates }]);
    expect(reading.unread).toMatchObject([{ why: 'no-school' }]);
    const decided = readTable([head, `1|${written}||нет|9|0|90|0`], new Map([['Лист1!B2', 's2']]));
    expect(Object.keys(valuesOf(decided))).toEqual(['s2']);
  });

  it('[XT2] follows headings of municipalities, and asks about a school met twice', () => {
    const rows = [
      head,
      'Холмский р-н',
      '1|Заречная СОШ||нет|9|0|90|0',
      'Озёрный округ',
      '2|Заречная СОШ||нет|8|0|80|0',
    ];
    rows[1] = 'Холмский район';
    expect(valuesOf(readTable(rows))).toMatchObject({ s4: { 8: 9 }, s1: { 8: 8 } });
    const twice = [head, '1|Ольховская ООШ||нет|9|0|90|0', '2|Ольховская ООШ||нет|7|0|70|0'];
    expect(openQuestions(readTable(twice))).toMatchObject([{ key: 'Лист1!B3', isTwice: true }]);
  });

  it('[XT2] puts branches under their school: named in their column, beside the school, or indented', () => {
    const branches = [
      '2||Моховой филиал, д. Моховая|нет|2|0|10|0',
      '2|МБОУ Заречная СОШ, с. Заречное|Моховой|нет|2|0|10|0',
    ];
    for (const branch of [...branches, '2|   Моховой филиал||нет|2|0|10|0']) {
      const reading = readTable([head, '1|МБОУ Заречная СОШ, с. Заречное||нет|11|0|120|0', branch]);
      expect([openQuestions(reading), valuesOf(reading)]).toMatchObject([[], { 's1 Моховой филиал': { 8: 2 } }]);
    }
    const unknown = [head, '1|Ольховская ООШ||нет|11|0|120|0', '2||Луговой филиал|нет|2|0|10|0'];
    expect(asked(unknown)).toEqual([['Лист1!C3', 'Луговой филиал', 'new']]);
    const taken = readTable(unknown, new Map([['Лист1!C3', 'new']]));
    expect(valuesOf(taken)).toMatchObject({ 's2 Луговой филиал': { 8: 2, 15: 10 } });
  });

  it('[XT5] lists totals, notes and rows without a name as unread', () => {
    const rows = [head, '1|Ольховская ООШ||нет|9|0|90|0', '|Итого|||9|0|90|0', '|||нет|1|2||', 'Исп. Петрова'];
    expect(readTable(rows).unread.map(({ key, why }) => [key, why])).toEqual([
      ['Лист1!B3', 'total'],
      ['Лист1!D4', 'no-name'],
      ['Лист1!A5', 'note'],
    ]);
  });
});

it('[XT4] a decision that does not fit leaves the doubt, null takes nothing', () => {
  const rows = [head, '1|Ольховская ООШ||нет|около 9|0|-|0'];
  expect(asked(rows)).toEqual([
    ['Лист1!E2', 'около 9', 9],
    ['Лист1!G2', '-', null],
  ]);
  expect(asked(rows, new Map<string, unknown>([['Лист1!E2', 'девять']]))).toHaveLength(2);
  const decided = readTable(
    rows,
    new Map([
      ['Лист1!E2', 9],
      ['Лист1!G2', null],
    ]) as never,
  );
  expect([openQuestions(decided), valuesOf(decided)]).toEqual([[], { s2: { 5: 'none', 8: 9, 9: 0, 16: 0 } }]);
});

it('[XT6] gives the entries a file of answers gives, contacts apart from them', () => {
  const reading = readTable(
    [
      '№|Школа|Филиал|СЭД|Ответственный за СЭД|Кол-во классов|Учащихся всего',
      '1|Ольховская ООШ||Дневник.ру|Иванова А. А.|9|90',
      '2||Луговой филиал|нет||2|10',
    ],
    new Map([['Лист1!C3', 'new']]),
  );
  const campaign = {
    id: '2016-17',
    schoolYear: '2016/2017',
    asOf: '2016-09-01',
    municipality: 'lake',
    forms: ['monitoring@1'],
  };
  const parsed = parseAnswersFile(tableAnswers(reading, aColumnForm, campaign), readinessForm, {
    places: placeTreeOf(tablePlaces),
    factsOf: () => new Map(),
    blocks: [monitoringBlock(aColumnForm)],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  expect(parsed.value.schools).toMatchObject([
    {
      place: { id: 's2' },
      entries: [
        ['2016-17/monitoring/5', 'dnevnikRu'],
        ['2016-17/monitoring/8', 9],
        ['2016-17/monitoring/15', 90],
        ['-/branch:01', { name: 'Луговой филиал' }],
        ['2016-17/monitoring/5@01', 'none'],
        ['2016-17/monitoring/8@01', 2],
        ['2016-17/monitoring/15@01', 10],
      ],
      privates: [['2016-17/monitoring/6', { fullName: 'Иванова А. А.' }]],
    },
  ]);
});

it('[XT5] never throws and loses no cell, whatever the grid', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(
      ...head.split('|'),
      '1',
      '2',
      '3',
      '4',
      '11',
      '-',
      'нет',
      'Итого',
      'Ольховская ООШ',
      'Холмский район',
      '  филиал',
    ),
  );
  const rows = fc.array(
    fc.oneof(
      fc.array(word, { maxLength: 10 }),
      fc.constant(head.split('|')),
      fc.constant([...head.split('|'), '', ...head.split('|')]),
      fc.constant(['1', '2', '3', '4', '5', '6']),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(rows, fc.array(fc.constantFrom(null, 's2', '5', 9)), (grid, said) => {
      const sheet = { name: 'Л', rows: grid };
      const first = aTableReader([sheet], new Map());
      const decisions = new Map(first.questions.map(({ key }, at) => [key, said[at] ?? null]));
      for (const reading of [first, aTableReader([sheet], decisions)])
        for (const [row, cells] of grid.entries())
          for (const [column, text] of cells.entries())
            if (text.replace(/[\s\u00a0]+/g, '') !== '')
              expect(reading.fates.has(cellName(sheet, row, column))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

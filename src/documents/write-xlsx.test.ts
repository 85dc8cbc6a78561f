import { describe, expect, it } from 'vitest';
import { everyBlock, hostileTexts, longTable, longWord } from '../../tests/fixtures/a-report-document.ts';
import { elementsOf, fileOf, openPackage, sheetCells } from '../../tests/support/read-package.ts';
import { sheetNames } from './sheet-names.ts';
import { writeXlsx } from './write-xlsx.ts';
import { numberOf } from './xlsx-sheet.ts';

const sheetOf = async (document = everyBlock, index = 1): Promise<string> =>
  fileOf(openPackage(await writeXlsx(document)), `xl/worksheets/sheet${index}.xml`);

describe('numberOf', () => {
  it.each([
    ['12', 12, '0'],
    ['0', 0, '0'],
    ['0,6316', 0.6316, '0.0000'],
    ['76,20\u00a0%', 0.762, '0.00"\u00a0"%'],
    ['98,38 %', 0.9838, '0.00"\u00a0"%'],
    ['100%', 1, '0%'],
  ])('[DC3] takes «%s» for a number', (text, value, format) => {
    expect(numberOf(text)).toEqual({ value, format });
  });

  it.each(['', '007', '-5', '+5', '=1', '1 из 2', '12.5', '1,', '31.08.2026', '1234567890123456', '1e5', '0x10', '%'])(
    '[DC3] leaves «%s» a text',
    (text) => {
      expect(numberOf(text)).toBeNull();
    },
  );
});

describe('writeXlsx', () => {
  it('[DC3] writes what looks like a formula as text', async () => {
    const cells = sheetCells(await writeXlsx(everyBlock), 2);
    for (const text of hostileTexts)
      expect(cells.filter((cell) => cell.shown === text && !cell.isNumber)).not.toEqual([]);
    expect(cells.filter((cell) => cell.hasFormula)).toEqual([]);
    expect(cells.filter((cell) => cell.shown === longWord)).toHaveLength(1);
  });

  it('[DC3] writes numbers as numbers', async () => {
    const numbers = sheetCells(await writeXlsx(everyBlock), 1).filter((cell) => cell.isNumber);
    expect(numbers.map((cell) => cell.shown)).toEqual([
      '90',
      '94,18\u00a0%',
      '94,18',
      '12',
      '0,00',
      '0,6316',
      '100,00',
      '76,20\u00a0%',
    ]);
  });

  it('[DC4] keeps the heads of a long table in sight and on every page', async () => {
    const files = openPackage(await writeXlsx(longTable(60)));
    const sheet = fileOf(files, 'xl/worksheets/sheet1.xml');
    expect(elementsOf(sheet, 'pane')[0]?.getAttribute('ySplit')).toBe('3');
    const named = elementsOf(fileOf(files, 'xl/workbook.xml'), 'definedName');
    const nameOf = (kind: string) => named.find((one) => one.getAttribute('name') === `_xlnm.${kind}`);
    const titles = nameOf('Print_Titles');
    expect(nameOf('Print_Area')?.textContent).toMatch(/^'Мониторинг ''СЭД'' по округу'!\$A\$1:\$[A-Z]+\$6\d$/);
    expect(titles?.textContent).toBe("'Мониторинг ''СЭД'' по округу'!$3:$3");
    expect(elementsOf(await sheetOf(), 'pane')).toEqual([]);
  });

  it('[DC4] gives each cell of a long table a column of its own', async () => {
    const merged = elementsOf(await sheetOf(longTable(60)), 'mergeCell').map((cell) => cell.getAttribute('ref'));
    expect(merged).toEqual(['A1:C1', 'A2:C2', 'A65:B65']);
  });

  it('[DC4] prints one page wide on A4, a one-page section on one page', async () => {
    const setupOf = async (document = everyBlock): Promise<(string | null | undefined)[]> => {
      const [setup] = elementsOf(await sheetOf(document), 'pageSetup');
      return ['paperSize', 'orientation', 'fitToWidth', 'fitToHeight'].map((name) => setup?.getAttribute(name));
    };
    expect(await setupOf()).toEqual(['9', 'portrait', '1', '1']);
    expect(await setupOf(longTable(60))).toEqual(['9', 'landscape', '1', '0']);
  });

  it.each([
    { rows: 30, where: 'with room below it', breaks: [] },
    { rows: 42, where: 'at the foot of a page', breaks: ['44'] },
    { rows: 60, where: 'on the next page', breaks: [] },
  ])('[DC4] ends a page before the heads of a table that stand $where: $breaks', async ({ rows, breaks }) => {
    const table = { kind: 'table', columns: [{ title: 'Показатель' }, { title: 'Ответ' }] } as const;
    const first = Array.from({ length: rows }, () => ['вопрос', 'ответ']);
    const blocks = [
      { ...table, rows: first },
      { ...table, running: 'Вторая таблица', rows: [['вопрос', 'ответ']] },
    ];
    const footer = { left: '', right: '' };
    const sheet = await sheetOf({
      title: 'Ответы',
      page: 'portrait',
      sections: [{ title: 'Ответы', fit: 'flow', footer, blocks }],
    });
    expect(elementsOf(sheet, 'brk').map((mark) => mark.getAttribute('id'))).toEqual(breaks);
  });

  it('[DC4] sets a very long text smaller than a row of print could otherwise hold', async () => {
    const files = openPackage(await writeXlsx(everyBlock));
    const heights = elementsOf(fileOf(files, 'xl/worksheets/sheet2.xml'), 'row').map((row) =>
      Number(row.getAttribute('ht')),
    );
    expect(Math.max(...heights)).toBeGreaterThan(300);
    expect(Math.max(...heights)).toBeLessThan(409);
    expect(fileOf(files, 'xl/styles.xml')).toMatch(/<sz val="[5-8]"\/>/);
  });

  it('[DC10] gives every table a sheet when asked, and figures as numbers', async () => {
    const table = {
      kind: 'table',
      columns: [{ title: 'Доля' }],
      rows: [[{ number: 76.25, digits: 1, unit: '%' }]],
    } as const;
    const blocks = [{ kind: 'paragraph', text: 'Введение' }, { ...table, caption: 'Таблица 1. Доли' }, table] as const;
    const section = { title: 'Отчёт', fit: 'flow', blocks, footer: { left: '', right: '' } } as const;
    const bytes = await writeXlsx({ title: 'Отчёт', page: 'portrait', sections: [section], sheets: 'tables' });
    const names = elementsOf(fileOf(openPackage(bytes), 'xl/workbook.xml'), 'sheet').map((each) =>
      each.getAttribute('name'),
    );
    expect(names).toEqual(['Отчёт', 'Таблица 1. Доли', 'Отчёт (2)']);
    expect(fileOf(openPackage(bytes), 'xl/worksheets/sheet2.xml')).toContain('<v>0.7625</v>');
  });

  it('[DC9] draws a bar behind its number', async () => {
    const rules = elementsOf(await sheetOf(), 'conditionalFormatting');
    const addresses = rules.map((rule) => rule.getAttribute('sqref'));
    const shown = sheetCells(await writeXlsx(everyBlock), 1).filter((cell) => addresses.includes(cell.address));
    expect(shown.map((cell) => cell.shown)).toEqual(['94,18', '0,00', '100,00']);
  });
});

describe('sheetNames', () => {
  it('[DC4] makes a name of every title', () => {
    const titles = [
      'А/Б: [что?]*\\',
      '',
      "'в кавычках'",
      'д'.repeat(40),
      'Д'.repeat(40),
      'Д'.repeat(40),
      'History',
      `${'е'.repeat(30)}😀`,
    ];
    const names = sheetNames(titles);
    expect(names).toEqual([
      'А Б что',
      '2',
      'в кавычках',
      'д'.repeat(31),
      `${'Д'.repeat(27)} (2)`,
      `${'Д'.repeat(27)} (3)`,
      'History (2)',
      'е'.repeat(30),
    ]);
    expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([]);
  });
});

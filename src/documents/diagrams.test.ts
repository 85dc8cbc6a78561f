import { describe, expect, it } from 'vitest';
import { docxWords, elementsOf, fileOf, openPackage, sheetCells } from '../../tests/support/read-package.ts';
import type { ReportDocument } from '../reports/report-document.ts';
import { officialSettings } from './paper.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writeXlsx } from './write-xlsx.ts';

const report: ReportDocument = {
  title: 'Справка',
  page: 'portrait',
  sheetPerTable: true,
  sections: [
    {
      title: 'Справка о готовности',
      fit: 'flow',
      footer: { left: '', right: '' },
      blocks: [
        { kind: 'heading', text: 'Готовность' },
        { kind: 'paragraph', text: 'Готовы 2 из 3.' },
        {
          kind: 'diagram',
          diagram: {
            kind: 'bars',
            title: 'Диаграмма 1',
            alt: 'Первая школа 76,20 %',
            max: 100,
            rows: [{ name: 'Первая школа', value: 76.2, words: '76,20 %' }],
          },
        },
        {
          kind: 'table',
          running: 'Таблица 1. Итоги',
          columns: [{ title: 'Школа' }, { title: 'Итог', align: 'end' }],
          rows: [['Первая школа', '76,20 %']],
        },
        { kind: 'heading', text: 'Экзамены' },
        { kind: 'table', columns: [{ title: 'Школа' }], rows: [['Вторая школа']] },
      ],
    },
  ],
};
const png = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3]);

describe('a document with a diagram', () => {
  it('[DC11] has it as a drawn picture with its words, and in dots for programs that draw none', async () => {
    const files = openPackage(await writeDocx(report, { pictures: [png] }));
    const names = [...files.keys()];
    expect(names.filter((name) => name.endsWith('.svg'))).toHaveLength(1);
    const dots = names.find((name) => name.endsWith('.png')) ?? '';
    expect([...fileOf(files, dots)].map((sign) => sign.charCodeAt(0)).slice(1, 4)).toEqual([80, 78, 71]);
    const described = elementsOf(fileOf(files, 'word/document.xml'), 'wp:docPr')[0];
    expect(described?.getAttribute('descr')).toBe('Первая школа 76,20 %');
    const drawn = fileOf(files, names.find((name) => name.endsWith('.svg')) ?? '');
    expect(drawn).toMatch(/^[\x20-\x7e]+$/);
    expect(drawn).toContain('&#1055;');
  });

  it('[DC7] has it in html as a drawing inside the page', () => {
    const html = writeHtml(report);
    expect(html).toMatch(/<figure><figcaption>Диаграмма 1<\/figcaption><svg[^>]*role="img"/);
  });
});

it('[DC10] is set as a municipality wishes, in fourteen points where it wished nothing', async () => {
  const sizesIn = async (settings?: typeof officialSettings) => {
    const files = openPackage(await writeDocx(report, settings ? { settings } : {}));
    const margin = elementsOf(fileOf(files, 'word/document.xml'), 'w:pgMar')[0];
    const styles = fileOf(files, 'word/styles.xml');
    return { left: margin?.getAttribute('w:left'), isBig: styles.includes('<w:sz w:val="28"/>'), styles };
  };
  expect(await sizesIn()).toMatchObject({ left: '1134', isBig: false });
  expect(await sizesIn(officialSettings)).toMatchObject({ left: '1701', isBig: true });
  expect((await sizesIn({ ...officialSettings, font: 'Arial' })).styles).toContain('"Arial"');
});

it('[DC10] opens with the letterhead', async () => {
  const letterhead = { bytes: png, type: 'png' as const, width: 60, height: 20 };
  const files = openPackage(
    await writeDocx(report, { settings: { ...officialSettings, letterhead }, pictures: [png] }),
  );
  const body = fileOf(files, 'word/document.xml');
  expect(body.indexOf('<w:drawing>')).toBeLessThan(body.indexOf('Heading1'));
  expect(docxWords(await writeDocx(report))).toContain('Справка о готовности');
});

it('[DC12] has every table on a sheet of its own after the words, heads frozen, its range to print', async () => {
  const bytes = await writeXlsx(report);
  const files = openPackage(bytes);
  const names = elementsOf(fileOf(files, 'xl/workbook.xml'), 'sheet').map((sheet) => sheet.getAttribute('name'));
  expect(names).toEqual(['Справка о готовности', 'Таблица 1. Итоги', 'Экзамены']);
  expect(fileOf(files, 'xl/worksheets/sheet2.xml')).toContain('state="frozen"');
  const printed = elementsOf(fileOf(files, 'xl/workbook.xml'), 'definedName').map((one) => one.textContent);
  expect(printed).toContain("'Таблица 1. Итоги'!$A$1:$B$4");
  const total = sheetCells(bytes, 2).find((cell) => /^76,20.%$/.test(cell.shown));
  expect(total?.isNumber).toBe(true);
});

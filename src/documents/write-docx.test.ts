import { describe, expect, it } from 'vitest';
import { everyBlock, longTable } from '../../tests/fixtures/a-report-document.ts';
import { docxWords, elementsOf, fileOf, openPackage } from '../../tests/support/read-package.ts';
import { writeDocx } from './write-docx.ts';

const bodyOf = async (document = everyBlock): Promise<string> =>
  fileOf(openPackage(await writeDocx(document)), 'word/document.xml');

describe('writeDocx', () => {
  it('[DC2] has real headings', async () => {
    const styles = elementsOf(await bodyOf(), 'w:pStyle').map((style) => style.getAttribute('w:val'));
    expect(styles.filter((style) => style === 'Heading1')).toHaveLength(everyBlock.sections.length);
    expect(styles).toContain('Heading2');
  });

  it('[DC2] repeats the heads of a table and splits no row', async () => {
    const rows = elementsOf(await bodyOf(longTable(100)), 'w:tr');
    expect(rows).toHaveLength(102);
    expect(rows.filter((row) => row.getElementsByTagName('w:tblHeader').length > 0)).toEqual([rows[0]]);
    expect(rows.filter((row) => row.getElementsByTagName('w:cantSplit').length === 0)).toEqual([]);
  });

  it('[DC2] repeats what is continued above the heads', async () => {
    const heads = elementsOf(await bodyOf(), 'w:tr').filter(
      (row) => row.getElementsByTagName('w:tblHeader').length > 0,
    );
    expect(heads.map((row) => row.textContent).slice(0, 2)).toEqual(['Продолжение таблицы', 'ПоказательБалл0 — 100']);
  });

  it('[DC2] is A4, turned round where the report is', async () => {
    const sizeOf = async (document = everyBlock): Promise<(string | null)[]> => {
      const [size] = elementsOf(await bodyOf(document), 'w:pgSz');
      return ['w:w', 'w:h', 'w:orient'].map((name) => size?.getAttribute(name) ?? null);
    };
    expect(await sizeOf()).toEqual(['11906', '16838', 'portrait']);
    expect(await sizeOf(longTable(1))).toEqual(['16838', '11906', 'landscape']);
  });

  it('[DC2] says title, language and typeface, and numbers its pages', async () => {
    const files = openPackage(await writeDocx(everyBlock));
    expect(elementsOf(fileOf(files, 'docProps/core.xml'), 'dc:title')[0]?.textContent).toBe(everyBlock.title);
    expect(fileOf(files, 'word/styles.xml')).toMatch(
      /w:ascii="Times New Roman".*<w:sz w:val="24"\/>.*<w:lang w:val="ru-RU"\/>/s,
    );
    const footer = fileOf(files, 'word/footer1.xml');
    expect(footer).toContain('слева');
    expect(footer).toMatch(/PAGE.*NUMPAGES/s);
  });

  it('[RE9] has the font, size, margins and letterhead that were set', async () => {
    const picture = { type: 'image/png', base64: 'iVBORw0KGgo=', width: 40, height: 20 } as const;
    const settings = { font: 'Arial', size: 13, margins: { left: 30 }, letterhead: { picture, lines: ['Отдел'] } };
    const files = openPackage(await writeDocx(everyBlock, undefined, settings));
    expect(fileOf(files, 'word/styles.xml')).toMatch(/w:ascii="Arial".*<w:sz w:val="26"\/>/s);
    const body = fileOf(files, 'word/document.xml');
    const left = elementsOf(body, 'w:pgMar').map((margin) => margin.getAttribute('w:left'));
    const flows = everyBlock.sections.map(({ fit }) => fit === 'flow');
    expect(left.map((margin) => margin === '1701')).toEqual(flows);
    expect(elementsOf(body, 'w:p').map((one) => one.textContent)[1]).toBe('Отдел');
    expect([...files.keys()].filter((path) => path.startsWith('word/media/'))).toHaveLength(1);
  });

  it('[DC2] keeps a square beside its words and leaves room to write', async () => {
    const words = docxWords(await writeDocx(everyBlock));
    expect(words).toContain('□\u00a0да □\u00a0нет,\u00a0потому\u00a0что № __________');
  });

  it('[DC9] draws a bar in blocks beside its number', async () => {
    expect(docxWords(await writeDocx(everyBlock))).toMatch(/94,18\s%\n█{9}░\n.*12\n░{10}\n.*0,6316\n█{10}\n/s);
  });
});

import { writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { readXlsxSheets } from './read-xlsx.ts';

it('[CN7] reads the sheets of a workbook as text, numbers and gaps too', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Школы',
        rows: [
          ['id', 'name'],
          ['s1', 'Школа № 1'],
          ['s2', null],
          [30, 'число'],
        ],
      },
      { name: 'Другой', rows: [['не читается']] },
    ],
  });
  const sheets = await readXlsxSheets(bytes, 100);
  expect(sheets?.[1]).toEqual({ name: 'Другой', rows: [['не читается']] });
  expect(sheets?.[0]?.rows.map((row) => [row[0], row[1] ?? ''])).toEqual([
    ['id', 'name'],
    ['s1', 'Школа № 1'],
    ['s2', ''],
    ['30', 'число'],
  ]);
});

it('[CN7] says of bytes that are no workbook that they cannot be read', async () => {
  expect(await readXlsxSheets(new TextEncoder().encode('PK not a workbook'), 100)).toBe(null);
  expect(await readXlsxSheets(new Uint8Array(), 100)).toBe(null);
});

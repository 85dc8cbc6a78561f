import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readXlsxSheets } from './read-xlsx.ts';
import { writeSheets } from './write-sheets.ts';

it('[FS12] writes text as text and numbers as numbers, and nothing as a formula', async () => {
  const rows = [
    ['name', 'expression', 'points'],
    ['a', '=1+1', 3],
    ["@x'", '+cmd', 0.5],
    ['007', '-', ''],
  ];
  const bytes = await writeSheets('Форма', [{ name: 'survey', rows }]);
  const [sheet] = (await readXlsxSheets(bytes, 100)) ?? [];
  expect(sheet).toEqual({ name: 'survey', rows: rows.map((row) => row.map(String)) });
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).not.toContain('<f>');
  expect(xml).toMatch(/<c r="C2"[^>]*><v>3<\/v>/);
  expect(xml).toContain('state="frozen"');
});

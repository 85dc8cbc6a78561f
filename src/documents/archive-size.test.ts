import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { mostFormBytes } from '../core/form-sheets/read-form.ts';
import { unpackedSize } from './archive-size.ts';
import { isTooLarge, readXlsxSheets } from './read-xlsx.ts';

const sheetPath = 'xl/worksheets/sheet1.xml';
const workbook = await writeXlsx({
  sheets: [
    {
      name: 'survey',
      rows: [
        ['type', 'name'],
        ['text', 'a'],
      ],
    },
  ],
});
const parts = unzipSync(workbook);
const withParts = (more: Record<string, Uint8Array>): Uint8Array => zipSync({ ...parts, ...more });
const sheetOf = (rows: string): Uint8Array =>
  strToU8(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );

/** The archive with four bytes of what its list says of an entry replaced: 20: packed, 24: unpacked. */
function saying(bytes: Uint8Array, path: string, at: 20 | 24, size: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  for (let entry = 0; entry + 46 + path.length <= changed.length; entry += 1)
    if (
      view.getUint32(entry, true) === 0x02014b50 &&
      new TextDecoder().decode(changed.subarray(entry + 46, entry + 46 + path.length)) === path
    )
      view.setUint32(entry + at, size, true);
  return changed;
}

const bomb = withParts({ [sheetPath]: new Uint8Array(80_000_000) });
const strings = strToU8(`<sst>${'<si><t>a</t></si>'.repeat(4_000_000)}</sst>`);
const emptyRows = sheetOf(Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 1}"/>`).join(''));
const random = (() => {
  let state = 20_261_126;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
})();

it('[FS23] adds up what the entries of an archive unpack to', () => {
  const sum = Object.values(parts).reduce((all, { length }) => all + length, 0);
  expect(unpackedSize(workbook)).toBe(sum);
  expect(isTooLarge(workbook, sum)).toBe(false);
  expect(isTooLarge(workbook, sum - 1)).toBe(true);
});

it.each([
  ['a sheet of zeros', bomb],
  ['shared strings', withParts({ 'xl/sharedStrings.xml': strings })],
  ['an entry nobody asks for', withParts({ 'xl/media/picture.png': new Uint8Array(80_000_000) })],
])('[FS23] unpacks nothing of a small archive that says it becomes more than 64 MB: %s', async (_, bytes) => {
  expect(bytes.length).toBeLessThan(1_000_000);
  expect(isTooLarge(bytes)).toBe(true);
  expect(await readXlsxSheets(bytes, 5000)).toBe(null);
});

it('[FS23] takes an archive at its word: what unpacks to more than it says is not read', async () => {
  expect(isTooLarge(saying(bomb, sheetPath, 24, 1000))).toBe(false);
  expect(await readXlsxSheets(saying(bomb, sheetPath, 24, 1000), 5000)).toBe(null);
});

it.each([
  ['what it unpacks to', saying(bomb, sheetPath, 24, 0)],
  ['how long it is', saying(bomb, sheetPath, 20, 0)],
  ['either, in four bytes', saying(bomb, sheetPath, 24, 0xffffffff)],
])('[FS23] reads no archive with an entry that does not say %s', async (_, bytes) => {
  expect(unpackedSize(bytes)).toBe(null);
  expect(await readXlsxSheets(bytes, 5000)).toBe(null);
});

it('[FS23] reads a million empty rows as a table of none, and as a form not at all', async () => {
  const bytes = withParts({ [sheetPath]: emptyRows });
  expect((await readXlsxSheets(bytes, 5000))?.[0]?.rows.flat()).toEqual([]);
  expect(isTooLarge(bytes, mostFormBytes)).toBe(true);
  expect(await readXlsxSheets(bytes, 5000, mostFormBytes)).toBe(null);
});

it.each([
  ['nothing', new Uint8Array()],
  ['a text', strToU8('type,name\ntext,a\n')],
  ['two letters of an archive', strToU8('PK')],
  ['an archive of something else', zipSync({ 'a.txt': strToU8('words') })],
  ['a locked workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(2000))],
  [
    'a workbook without its sheet',
    zipSync({ ...Object.fromEntries(Object.entries(parts).filter(([path]) => path !== sheetPath)) }),
  ],
  ['a sheet that is no XML', withParts({ [sheetPath]: strToU8('\u0000\u0001 no sheet') })],
])('[FS23] says of %s that it is no workbook, or that nothing stands in it', async (_, bytes) => {
  const sheets = await readXlsxSheets(bytes, 5000, mostFormBytes);
  expect(sheets?.flatMap(({ rows }) => rows) ?? []).toEqual([]);
});

it('[FS23] ends with an answer wherever a workbook is cut or spoiled', async () => {
  for (let cut = 0; cut < workbook.length; cut += 97)
    expect(await readXlsxSheets(workbook.subarray(0, cut), 5000, mostFormBytes)).toBe(null);
  for (let turn = 0; turn < 300; turn += 1) {
    const spoiled = workbook.slice();
    for (let byte = 0; byte < 4; byte += 1) spoiled[Math.floor(random() * spoiled.length)] = Math.floor(random() * 256);
    const sheets = await readXlsxSheets(spoiled, 5000, mostFormBytes);
    expect(sheets === null || Array.isArray(sheets)).toBe(true);
  }
});

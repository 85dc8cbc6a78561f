import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, it, vi } from 'vitest';
import { formHashOf } from '../../src/core/form/published-form.ts';
import { sheetsOf } from '../../src/core/form-sheets/write-form.ts';
import { exampleForm } from '../../src/demo/example-form.ts';
import { writeSheets } from '../../src/documents/write-sheets.ts';
import { sha256 } from '../../src/server/store/histories.ts';
import { aFile, command, gotovo } from '../support/command-line.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'gotovo-sheets-'));
const fileOf = (name: string, bytes: Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};
const good = sheetsOf(exampleForm);
let example = new Uint8Array();

beforeAll(async () => {
  example = new Uint8Array(await writeSheets(exampleForm.title, good));
  gotovo(
    folder,
    'places',
    'import',
    aFile('places.csv', 'id,kind,parent,name,shortName,address\nkrai,region,,Край,Край,\n'),
  );
});

it('[FS24] the example of the documents is published from its workbook', async () => {
  const publish = await command([
    'form',
    'publish',
    fileOf('example.xlsx', example),
    '--place',
    'krai',
    '--data',
    folder,
  ]);
  expect([publish.code, publish.stdout.trim()]).toEqual([0, `distance-learning@1\t${formHashOf(exampleForm, sha256)}`]);
});

it('[FS22] a broken workbook ends with every place that is wrong, and nothing published', async () => {
  const survey = good[0]?.rows.map((row) =>
    row.map((cell) => (cell === 40 ? 'сорок' : cell === 'act' ? '1 act' : cell)),
  );
  const bytes = await writeSheets('', [{ name: 'survey', rows: survey ?? [] }, ...good.slice(1)]);
  const publish = await command(['form', 'publish', fileOf('broken.xlsx', bytes), '--place', 'krai', '--data', folder]);
  expect([publish.code, publish.stdout]).toEqual([1, '']);
  expect(publish.stderr).toContain('Лист «survey», строка 2, столбец I «weight»: «сорок» — не число.');
  expect(publish.stderr).toContain('Лист «survey», строка 3, столбец B «name»: имя «1 act» не подходит.');
  expect(publish.stderr).toContain('Ничего не взято');
});

it('[FS23] what is no workbook, or too large a one, ends with a sentence', async () => {
  const bomb = zipSync({ ...unzipSync(example), 'xl/worksheets/sheet1.xml': new Uint8Array(80_000_000) });
  const check = async (name: string, bytes: Uint8Array) => {
    const { code, stderr } = await command(['form', 'check', fileOf(name, bytes)]);
    return [code, stderr.trim().split('\n').length, stderr.includes('Ничего не взято')];
  };
  expect(await check('bomb.xlsx', bomb)).toEqual([1, 1, true]);
  expect(await check('cut.xlsx', example.slice(0, 4000))).toEqual([1, 1, true]);
  expect(await check('words.xlsx', new TextEncoder().encode('слова'))).toEqual([1, 1, true]);
});

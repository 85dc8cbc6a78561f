import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { indicatorsOf } from '../core/form/form.ts';
import { mostFormBytes, readForm } from '../core/form-sheets/read-form.ts';
import { sheetsOf } from '../core/form-sheets/write-form.ts';
import { readXlsxSheets } from '../documents/read-xlsx.ts';
import { writeSheets } from '../documents/write-sheets.ts';
import { lawCodes } from '../forms/legal-acts.ts';
import { exampleForm } from './example-form.ts';

const file = join(import.meta.dirname, '../../docs/examples/distance-learning.xlsx');
const sheetsIn = async (bytes: Uint8Array) => (await readXlsxSheets(bytes, 5000, mostFormBytes)) ?? [];

it('[FS24] the example reads back from its sheets equal, with nothing to tell', () => {
  const sheets = sheetsOf(exampleForm).map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(String)) }));
  expect(readForm(sheets, lawCodes)).toEqual({ form: exampleForm, issues: [] });
  expect(indicatorsOf(exampleForm).length).toBe(10);
});

it('[FS24] the workbook of the documents is the example, as it is written and as it is read', async () => {
  const sheets = await sheetsIn(readFileSync(file));
  expect(sheets).toEqual(await sheetsIn(await writeSheets(exampleForm.title, sheetsOf(exampleForm))));
  expect(readForm(sheets, lawCodes)).toEqual({ form: exampleForm, issues: [] });
});

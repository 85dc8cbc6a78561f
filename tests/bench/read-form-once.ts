import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { mostFormBytes, readForm } from '../../src/core/form-sheets/read-form.ts';
import { readXlsxSheets } from '../../src/documents/read-xlsx.ts';
import { lawCodes } from '../../src/forms/legal-acts.ts';

/** Reads a workbook once in a process of its own, as a form or with the library alone, and tells time and the most memory. */
const [, , file = '', how] = process.argv;
const bytes = new Uint8Array(readFileSync(file));
const began = performance.now();
if (how === 'alone') await readXlsx(bytes);
else {
  const { form } = readForm((await readXlsxSheets(bytes, 5000, mostFormBytes)) ?? [], lawCodes);
  if (form === null && how === 'form') throw new Error('no form');
}
const took = performance.now() - began;
console.log(JSON.stringify({ took, peakInMb: process.resourceUsage().maxRSS / 1024 }));

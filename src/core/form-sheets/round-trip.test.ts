import { describe, expect, it } from 'vitest';
import { readXlsxSheets } from '../../documents/read-xlsx.ts';
import { writeSheets } from '../../documents/write-sheets.ts';
import { collectableForms } from '../../forms/forms.ts';
import { legalActs } from '../../forms/legal-acts.ts';
import { formIssueWords } from '../../reports/form-issue-words.ts';
import { readForm } from './read-form.ts';
import { sheetsOf, type WrittenSheet } from './write-form.ts';

const laws = new Set(legalActs.map(({ code }) => code));
const asRead = (sheets: readonly WrittenSheet[]) =>
  sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(String)) }));

describe.each(collectableForms)('the shipped form $id', (written) => {
  it('[FS2] stands in sheets that read back equal', () => {
    const read = readForm(asRead(sheetsOf(written as Parameters<typeof sheetsOf>[0])), laws);
    expect(read.issues.filter(({ level }) => level === 'error')).toEqual([]);
    expect(read.form).toEqual(written);
  });

  it('[FS2] stands in a workbook that reads back equal', async () => {
    const sheets = sheetsOf(written as Parameters<typeof sheetsOf>[0]);
    const read = await readXlsxSheets(await writeSheets(written.title, sheets), 5000);
    expect(readForm(read ?? [], laws).form).toEqual(written);
  });
});

it('[FS6] tells a step that the spreadsheet took for a time', () => {
  const issue = { sheet: 'survey', row: 3, level: 'error', code: 'not-steps', typed: '1900-01-04' } as const;
  expect(formIssueWords(issue)).toContain('таблица приняла запись за время');
});

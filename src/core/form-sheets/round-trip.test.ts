import { describe, expect, it } from 'vitest';
import { collectableForms } from '../../forms/forms.ts';
import { legalActs } from '../../forms/legal-acts.ts';
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
});

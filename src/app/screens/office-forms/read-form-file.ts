import type { FormIssue } from '../../../core/form-sheets/issues.ts';
import { type AnyForm, mostFormBytes, readForm } from '../../../core/form-sheets/read-form.ts';
import { lawCodes } from '../../../forms/legal-acts.ts';
import { readTableFile, type TableFileProblem } from '../../office/read-table-file.ts';

export type FormFile =
  | { kind: 'reading' }
  | { kind: 'problem'; code: TableFileProblem['code'] }
  | { kind: 'read'; name: string; form: AnyForm | null; issues: readonly FormIssue[] };

/** FS2: what a file says of a form; nothing of it is written anywhere. */
export async function readFormFile(file: File): Promise<FormFile> {
  const sheets = await readTableFile(new Uint8Array(await file.arrayBuffer()), mostFormBytes);
  if (!sheets.ok) return { kind: 'problem', code: sheets.problem.code };
  if (sheets.value.length === 1 && sheets.value[0]?.name === 'CSV') return { kind: 'problem', code: 'csv' };
  return { kind: 'read', name: file.name, ...readForm(sheets.value, lawCodes) };
}

import { type AnyForm, mostFormBytes, readForm } from '../core/form-sheets/read-form.ts';
import { lawCodes } from '../forms/legal-acts.ts';
import { formIssueWords } from '../reports/form-issue-words.ts';
import { formSheetTexts } from '../texts/form-sheets.ts';
import { formsScreenTexts } from '../texts/forms-screen.ts';
import { readTable } from './read-table.ts';
import { printable, say } from './say.ts';

/** FS2: the form in a spreadsheet; what was found is told line by line, and errors end it with nothing taken. */
export async function readFormFile(file: string): Promise<AnyForm> {
  const { problems } = formsScreenTexts;
  const sheets = await readTable(file, mostFormBytes, problems);
  if (sheets.length === 1 && sheets[0]?.name === 'CSV') throw new Error(problems.csv);
  const { form: read, issues } = readForm(sheets, lawCodes);
  for (const issue of issues) say(printable(`${formSheetTexts.levels[issue.level]}. ${formIssueWords(issue)}`));
  if (read === null) throw new Error(formSheetTexts.nothingTaken);
  return read;
}

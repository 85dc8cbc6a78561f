import { fail, ok, type Result } from '../result.ts';

/** Rows are counted as a spreadsheet counts them, from 1; a quoted cell with line breaks is still one row. */
export type CsvProblem =
  | { code: 'not-utf8'; row: number }
  | { code: 'quote-unclosed'; row: number }
  | { code: 'quote-misplaced'; row: number };

/** A cell in quotation marks (a doubled one is a mark itself) or without, then what ends it. */
const cellPattern = (separator: string) =>
  new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`, 'y');

/**
 * PL1: rows of cells of a CSV text by RFC 4180, with or without a byte order mark, any line ends, comma or semicolon
 * (whichever the first line has more of: Russian Excel writes semicolons) unless it is said which. Text that was not UTF-8 is a problem, not a name.
 */
export function readCsv(text: string, known?: ',' | ';' | '\t'): Result<string[][], CsvProblem> {
  const plain = text.replace(/^\ufeff/, '');
  const separator = known ?? separatorOf(plain);
  const cell = cellPattern(separator);
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < plain.length || row.length > 0) {
    const from = cell.lastIndex;
    const found = cell.exec(plain);
    if (!found) return fail({ code: isOpen(plain, from) ? 'quote-unclosed' : 'quote-misplaced', row: rows.length + 1 });
    const [, quoted, bare = '', end = ''] = found;
    const value = quoted === undefined ? bare : quoted.replaceAll('""', '"');
    row.push(value);
    if (value.includes('\ufffd')) return fail({ code: 'not-utf8', row: rows.length + 1 });
    if (end === separator) continue;
    rows.push(row);
    row = [];
  }
  return ok(rows);
}

/** Whether a quotation mark opens at this place and never closes. */
const isOpen = (text: string, from: number): boolean =>
  text[from] === '"' && !/^"[^"]*(?:""[^"]*)*"/.test(text.slice(from));

function separatorOf(text: string): string {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return head.split(';').length > head.split(',').length ? ';' : ',';
}

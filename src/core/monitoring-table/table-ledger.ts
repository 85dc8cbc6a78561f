import type { Json } from '../json.ts';
import { type CellFate, cellName, filledIn, type Sheet, textOfCell } from './sheet-cells.ts';
import type { Decisions, Question, TableReading, TableSchool, Unread, UnreadWhy } from './table-reading.ts';

/** `part`: what of a cell, where more than one thing is asked about it. */
export type Spot = { sheet: Sheet; row: number; column: number; part?: string };

type Asked = Omit<Question, 'key' | 'decided'> & {
  /** whether a decision can be followed; null always can */
  fits: (value: Json) => boolean;
};

const priority: readonly CellFate[] = ['unread', 'value', 'head', 'question'];

/** XT5: the book in which every cell that is not empty gets its fate, so that nothing is dropped unseen. */
export class TableLedger {
  private readonly fates = new Map<string, CellFate>();
  private readonly questions: Question[] = [];
  private readonly unread: Unread[] = [];
  private values = 0;

  constructor(private readonly decisions: Decisions) {}

  /** A doubt weighs more than all else that can be said of a cell. */
  mark(sheet: Sheet, row: number, column: number, fate: CellFate): void {
    if (textOfCell(sheet.rows[row], column) === '') return;
    const key = cellName(sheet, row, column);
    const before = this.fates.get(key);
    if (before === undefined || priority.indexOf(fate) > priority.indexOf(before)) this.fates.set(key, fate);
  }

  /** XT4: notes a doubt; what was decided of it, undefined while nothing was, or nothing that fits. */
  ask({ sheet, row, column, part }: Spot, { fits, ...asked }: Asked): Json | undefined {
    const key = cellName(sheet, row, column) + (part === undefined ? '' : `#${part}`);
    this.mark(sheet, row, column, 'question');
    const decision = this.decisions.get(key);
    const decided = decision !== undefined && (decision === null || fits(decision)) ? decision : undefined;
    this.questions.push({ key, ...asked, ...(decided === undefined ? {} : { decided }) });
    return decided;
  }

  /** One cell that gives nothing. */
  leaveCell({ sheet, row, column }: Spot, why: UnreadWhy): void {
    this.mark(sheet, row, column, 'unread');
    this.unread.push({ key: cellName(sheet, row, column), why, stood: textOfCell(sheet.rows[row], column) });
  }

  /** A row of which nothing is taken; named by its first cell. */
  leaveRow(sheet: Sheet, row: number, why: UnreadWhy, except: readonly number[] = []): void {
    const cells = filledIn(sheet.rows[row]).filter((at) => !except.includes(at));
    for (const at of cells) this.mark(sheet, row, at, 'unread');
    const [first] = cells;
    if (first === undefined) return;
    const stood = cells.map((at) => textOfCell(sheet.rows[row], at)).join(' | ');
    this.unread.push({ key: cellName(sheet, row, first), why, stood });
  }

  take({ sheet, row, column }: Spot): void {
    this.mark(sheet, row, column, 'value');
    this.values += 1;
  }

  reading(schools: readonly TableSchool[]): TableReading {
    return { schools, questions: this.questions, unread: this.unread, fates: this.fates, values: this.values };
  }
}

import type { Diagram } from './diagram.ts';

/** A piece of a line. `\n` inside text breaks the line; `tick` is a square with its words; `line` is room to write on. */
export type Run = string | { bold: string } | { tick: string } | { line: true };
export type Text = string | readonly Run[];
/** A figure: printed with so many digits and a decimal comma, a real number in xlsx; `unit` % takes 76.2 for 76,2 %. */
export type Figure = { number: number; digits: number; unit?: '%' };
/** What stands in one cell: text, a bar of 0 to 100, or a figure. */
export type Cell = Text | { bar: number } | Figure;

export type Column = {
  title: string;
  /** per cent of the table's width; without it the content decides */
  width?: number;
  align?: 'end';
  /** never broken into several lines */
  keep?: boolean;
  /** its head stands on end, so that the column may be as narrow as its figures */
  turned?: boolean;
};

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: Text; large?: boolean }
  | { kind: 'facts'; items: readonly (readonly [string, Text])[] }
  | {
      kind: 'table';
      columns: readonly Column[];
      rows: readonly (readonly Cell[])[];
      /** the last row, set apart */
      total?: readonly Cell[];
      /** says above the column heads what is continued; repeated with them on every page */
      running?: string;
      /** «Таблица 1. …», on the right above the table and never parted from it */
      caption?: string;
      /** rows are filled in by hand: high enough to write in */
      byHand?: boolean;
      /** under the heads stands a row with the numbers of the columns; such a table is what its sheet is there for */
      numbered?: boolean;
      /** so many first columns stay in sight on a screen */
      held?: number;
      /** rows set apart, by their place from 0: of `across` the first cell stands across the table, `sum` is set as a total */
      apart?: Readonly<Record<number, 'across' | 'sum'>>;
    }
  | { kind: 'diagram'; diagram: Diagram }
  | { kind: 'box'; blocks: readonly Block[] }
  | { kind: 'list'; items: readonly Text[] }
  | { kind: 'side-by-side'; left: readonly Block[]; right: readonly Block[] }
  /** each label with a line to write on, in one row */
  | { kind: 'write-in'; labels: readonly string[] }
  | { kind: 'signatures'; rows: readonly { who: string; fields: readonly string[] }[] };

/** What begins on a new page. `fit`: `one-page` is set small enough to stay on it, `flow` goes on over several. */
export type Section = {
  title: string;
  fit: 'one-page' | 'flow';
  /** where it lies otherwise than the document */
  page?: 'portrait' | 'landscape';
  /** paper twice as large as A4, for a table of very many columns */
  paper?: 'a3';
  blocks: readonly Block[];
  footer: { left: Text; right: Text };
};

/** A report without a format: printed by the program, written as docx or xlsx from the same thing. */
export type ReportDocument = {
  title: string;
  page: 'portrait' | 'landscape';
  sections: readonly Section[];
  /** an xlsx of it has a sheet for every table, instead of one for every section */
  sheets?: 'tables';
};

export const runsOf = (text: Text): readonly Run[] => (typeof text === 'string' ? [text] : text);

/** A text without its looks, for formats and tests that need words only. */
export const plainText = (text: Text): string =>
  runsOf(text)
    .map((run) => (typeof run === 'string' ? run : 'bold' in run ? run.bold : 'tick' in run ? `□ ${run.tick}` : '____'))
    .join('');

/** A figure as people write it: { number: 76.2, digits: 1, unit: '%' } → «76,2 %». */
export const figureText = ({ number, digits, unit }: Figure): string =>
  `${number.toFixed(digits).replace('.', ',')}${unit ? '\u00a0%' : ''}`;

import {
  type Cell,
  type Figure,
  figureText,
  plainText,
  type Run,
  runsOf,
  type Text,
} from '../reports/report-document.ts';

/** Room to write a date or a number on. */
const blank = '_'.repeat(10);
const shortWords = 24;

/** DC2: the words of a run: a square stays beside its words, and short words beside each other; a line is underscores. */
export function wordsOfRun(run: Run): string {
  if (typeof run === 'object' && 'line' in run) return blank;
  if (typeof run === 'string' || !('tick' in run)) return plainText([run]);
  return `□\u00a0${run.tick.length <= shortWords ? run.tick.replaceAll(' ', '\u00a0') : run.tick}`;
}

export const wordsOf = (text: Text): string => runsOf(text).map(wordsOfRun).join('');

export const isBar = (cell: Cell): cell is { bar: number } => typeof cell === 'object' && 'bar' in cell;

export const isFigure = (cell: Cell): cell is Figure => typeof cell === 'object' && 'number' in cell;

/** What a cell without a bar says. */
export const textOfCell = (cell: Exclude<Cell, { bar: number }>): Text => (isFigure(cell) ? figureText(cell) : cell);

/** The words of a cell; a bar has none. */
export const wordsOfCell = (cell: Cell): string => (isBar(cell) ? '' : wordsOf(textOfCell(cell)));

/** An item of a list, with its dash. */
export const listItem = (item: Text): Text => ['– ', ...runsOf(item)];

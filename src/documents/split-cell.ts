import { type Cell, type Run, runsOf } from '../reports/report-document.ts';
import { isBar, isFigure, wordsOfCell, wordsOfRun } from './words.ts';

/** A spreadsheet calls a file damaged when a cell holds more than 32,767; half of it, for some letters are written as several. */
const mostInCell = 16_000;

/** DC8: what one cell can hold of a text, and what goes on in the row below it. */
export function splitCell(cell: Cell): { first: Cell; rest: Cell } {
  if (isBar(cell) || isFigure(cell) || wordsOfCell(cell).length <= mostInCell) return { first: cell, rest: '' };
  const first: Run[] = [];
  const rest: Run[] = [];
  let room = mostInCell;
  for (const run of runsOf(cell)) {
    const words = wordsOfRun(run);
    const [head, tail] = rest.length > 0 ? [null, run] : words.length <= room ? [run, null] : cutRun(run, room);
    if (head !== null) first.push(head);
    if (tail !== null) rest.push(tail);
    room -= words.length;
  }
  return { first, rest };
}

/** A run cut in two, never in the middle of a character; one of few words stays whole. */
function cutRun(run: Run, room: number): [Run | null, Run | null] {
  const text = typeof run === 'string' ? run : 'bold' in run ? run.bold : null;
  if (text === null) return [null, run];
  const at = /[\ud800-\udbff]/.test(text.charAt(room - 1)) ? room - 1 : room;
  const parts = [text.slice(0, at), text.slice(at)] as const;
  return typeof run === 'string' ? [...parts] : [{ bold: parts[0] }, { bold: parts[1] }];
}

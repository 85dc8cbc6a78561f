import { boardTexts } from '../../texts/board.ts';
import { dateText } from '../../texts/numbers.ts';
import type { Diagram } from '../diagram.ts';
import type { Board } from './board.ts';

/**
 * BD4: how many schools had submitted by each day on which one did, up to today; by the day of submission. Null: nobody has,
 * so there is nothing to draw.
 */
export function deliveriesByDay({ rows, due }: Pick<Board, 'rows' | 'due'>): Diagram | null {
  const submitted = rows.flatMap(({ submittedOn }) => submittedOn ?? []).sort();
  if (submitted.length === 0) return null;
  const days = [...new Set(submitted)].map((day) => ({ day, count: submitted.filter((one) => one <= day).length }));
  return {
    kind: 'steps',
    title: boardTexts.byDay,
    alt: boardTexts.byDayAlt(
      days.map(({ day, count }) => ({ day: dateText(day), count })),
      rows.length,
      due && dateText(due),
    ),
    days,
    of: rows.length,
    ...(due === null ? {} : { due }),
  };
}

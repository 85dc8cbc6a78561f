import { columnOfLabel } from '../monitoring-table/head-words.ts';
import { createMatcher } from '../monitoring-table/match-places.ts';
import { filledIn, type Sheet, textOfCell } from '../monitoring-table/sheet-cells.ts';
import type { Place } from '../places/place.ts';
import type { ListRow } from './brought-list.ts';

export const listParts = ['name', 'address', 'municipality', 'kind'] as const;
type ListPart = (typeof listParts)[number];

/** Which row is the head and in which column each part stands; null: nowhere. */
export type ListColumns = { head: number } & Record<ListPart, number | null>;

const partOfLabel = (label: string): ListPart | null => {
  if (/адрес/i.test(label)) return 'address';
  if (/^(тип|вид)(\s|$)/i.test(label)) return 'kind';
  const column = columnOfLabel(label);
  return column === '3' ? 'name' : column === '2' ? 'municipality' : null;
};

/** RC6: the head of a list, the first row of at least two cells that names the schools' column, and what its columns are; null: no such row, a person says. */
export function listColumnsOf(sheet: Sheet): ListColumns | null {
  for (const [head, row] of sheet.rows.entries()) {
    const columns: ListColumns = { head, name: null, address: null, municipality: null, kind: null };
    const filled = filledIn(row);
    for (const at of filled) {
      const part = partOfLabel(textOfCell(row, at));
      if (part !== null) columns[part] ??= at;
    }
    if (columns.name !== null && filled.length >= 2) return columns;
  }
  return null;
}

/** What stands under the head: the lines of schools, and the numbers of the other rows that say something. */
export type ListReading = {
  rows: ListRow[];
  nameless: number[];
  /** RC8: a total, the numbers of the columns, a municipality over its schools */
  apart: number[];
};

/**
 * RC6, RC8: the lines under the head. A municipality alone in its row is that of the lines below that name none.
 * `isMunicipality`: whether a text certainly is one of the network.
 */
export function listRowsOf(
  sheet: Sheet,
  columns: ListColumns,
  isMunicipality: (text: string) => boolean = () => false,
): ListReading {
  const reading: ListReading = { rows: [], nameless: [], apart: [] };
  let above = '';
  for (let at = columns.head + 1; at < sheet.rows.length; at += 1) {
    const cells = sheet.rows[at];
    const texts = filledIn(cells).map((one) => textOfCell(cells, one));
    const [first] = texts;
    if (first === undefined) continue;
    const textIn = (part: ListPart) => textOfCell(cells, columns[part] ?? undefined);
    const isOver = texts.length === 1 && isMunicipality(first);
    if (isOver) above = first;
    const name = textIn('name');
    if (isOver || isTotal(first) || areNumbers(texts)) reading.apart.push(at + 1);
    else if (name === '') reading.nameless.push(at + 1);
    else {
      const municipality = textIn('municipality') || above;
      reading.rows.push({ row: at + 1, name, address: textIn('address'), municipality, kind: textIn('kind') });
    }
  }
  return reading;
}

const isTotal = (text: string): boolean => /^(итого|всего)(?!\p{L})/iu.test(text);

/** 1, 2, 3 … under a head. */
const areNumbers = (texts: readonly string[]): boolean =>
  texts.length > 1 && texts.every((text, at) => text === String(at + 1));

/** RC8: tells whether a text certainly is a municipality of the network. */
export function municipalityIn(places: readonly Place[]): (text: string) => boolean {
  const match = createMatcher(places.filter(({ kind }) => kind === 'municipality'));
  return (text) => match(text).sure !== null;
}

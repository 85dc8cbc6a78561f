import { columnOfLabel } from '../monitoring-table/head-words.ts';
import { filledIn, type Sheet, textOfCell } from '../monitoring-table/sheet-cells.ts';
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

/** RC6: the lines under the head, and the numbers of rows with something in them but no name. */
export function listRowsOf(sheet: Sheet, columns: ListColumns): { rows: ListRow[]; nameless: number[] } {
  const rows: ListRow[] = [];
  const nameless: number[] = [];
  for (let at = columns.head + 1; at < sheet.rows.length; at += 1) {
    const cells = sheet.rows[at];
    if (filledIn(cells).length === 0) continue;
    const textIn = (part: ListPart) => textOfCell(cells, columns[part] ?? undefined);
    const name = textIn('name');
    if (name === '') nameless.push(at + 1);
    else
      rows.push({
        row: at + 1,
        name,
        address: textIn('address'),
        municipality: textIn('municipality'),
        kind: textIn('kind'),
      });
  }
  return { rows, nameless };
}

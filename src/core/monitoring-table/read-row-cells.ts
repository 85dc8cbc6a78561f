import { modulesName } from '../answers-file/monitoring-block.ts';
import type { Json } from '../json.ts';
import { isFitting } from './fitting-value.ts';
import { modulesBeside } from './read-modules.ts';
import { readTableCell } from './read-table-cell.ts';
import type { RowReader, Table } from './row-reader.ts';
import { filledIn, textOfCell } from './sheet-cells.ts';
import { isListBeside } from './table-columns.ts';
import type { Spot } from './table-ledger.ts';

/** The number of the row and the municipality beside it are read, but give no value of their own. */
export function placeCells({ sheet, columns }: Table, row: number, { ledger, matchMunicipality }: RowReader): number[] {
  return ['1', '2', '4'].flatMap((id) => {
    const at = columns.get(id);
    const text = textOfCell(sheet.rows[row], at);
    if (at === undefined || text === '') return [];
    if (id === '2' && matchMunicipality(text).candidates.length === 0)
      ledger.leaveCell({ sheet, row, column: at }, 'no-place-for-it');
    else ledger.mark(sheet, row, at, 'value');
    return [at];
  });
}

type Whose = { school: string; branch: string | null };

/** XT3: every other cell of the row into a value, or a doubt. */
export function readCells(
  { sheet, columns }: Table,
  row: number,
  { ledger, columns: filled }: RowReader,
  of: Whose,
  cells: Map<string, Json>,
  except: readonly number[],
): void {
  for (const at of filledIn(sheet.rows[row])) {
    if (except.includes(at)) continue;
    const id = [...columns].find(([, one]) => one === at)?.[0];
    const column = filled.find((one) => one.id === id);
    const spot = { sheet, row, column: at };
    if (!column) {
      ledger.leaveCell(spot, 'not-taken');
      continue;
    }
    const typed = sheet.rows[row]?.[at] ?? '';
    const read = readTableCell(column, typed);
    if (read.kind === 'doubt') {
      const decided = ledger.ask(spot, {
        about: { kind: 'cell', column: column.id, ...of },
        stood: typed.trim(),
        proposed: read.proposed,
        candidates: read.candidates,
        fits: (value) => isFitting(column, value),
      });
      if (decided !== undefined && decided !== null) {
        ledger.take(spot);
        cells.set(column.id, decided);
      }
    } else if (read.kind === 'value') {
      ledger.take(spot);
      cells.set(column.id, read.value);
    } else ledger.mark(sheet, row, at, 'value');
    if (isListBeside(column)) readBeside(spot, typed, filled, { ledger, of, cells });
  }
}

/** CX7: modules named in the cell of their count are asked about apart, so that taking the figure does not drop them. */
function readBeside(
  spot: Spot,
  typed: string,
  filled: RowReader['columns'],
  { ledger, of, cells }: Pick<RowReader, 'ledger'> & { of: Whose; cells: Map<string, Json> },
): void {
  const rows = modulesBeside(typed);
  const list = filled.find(({ id }) => id === modulesName);
  if (rows.length === 0 || list === undefined) return;
  const decided = ledger.ask(
    { ...spot, part: list.id },
    {
      about: { kind: 'cell', column: list.id, ...of },
      stood: typed.trim(),
      proposed: rows,
      candidates: [rows],
      fits: (value) => isFitting(list, value),
    },
  );
  if (decided !== undefined && decided !== null) cells.set(list.id, decided);
}

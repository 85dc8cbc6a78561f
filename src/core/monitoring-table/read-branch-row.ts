import type { Json } from '../json.ts';
import { childrenOf } from '../places/place-tree.ts';
import { createMatcher } from './match-places.ts';
import { placeCells, readCells } from './read-row-cells.ts';
import type { RowReader, Table } from './row-reader.ts';
import { textOfCell } from './sheet-cells.ts';

/** A branch is met among those known of its school; one that resembles several is asked about, a new one too. */
export function readBranchRow(table: Table, row: number, reader: RowReader, column: number): void {
  const { sheet, state } = table;
  const { ledger, tree, branchesOf } = reader;
  const school = state.school;
  const around = placeCells(table, row, reader);
  const own = table.columns.get('3');
  const except = [column, ...around, ...(own === undefined ? [] : [own])];
  if (own !== undefined && own !== column) ledger.mark(sheet, row, own, 'value');
  if (school === null || school === 'left') return void ledger.leaveRow(sheet, row, 'no-school');
  const text = textOfCell(sheet.rows[row], column).replace(/^[-–—•]\s*/, '');
  const listed = branchesOf(school.place);
  const places = childrenOf(tree, school.place).filter(({ id }) => listed.every((one) => one.id !== id));
  const known = [...listed, ...places];
  const { sure, candidates } = createMatcher(known)(text);
  const isTaken = sure !== null && school.branches.some(({ id }) => id === sure);
  let id: Json | undefined = sure;
  if (sure === null || isTaken)
    id = ledger.ask(
      { sheet, row, column },
      {
        about: { kind: 'branch', school: school.place },
        stood: text,
        proposed: candidates.length === 0 ? newBranch : null,
        candidates: [...candidates, newBranch],
        fits: (value) =>
          value === newBranch ||
          (known.some((one) => one.id === value) && school.branches.every((one) => one.id !== value)),
      },
    );
  else ledger.mark(sheet, row, column, 'value');
  if (typeof id !== 'string') return void ledger.leaveRow(sheet, row, 'no-school', except);
  const cells = new Map<string, Json>();
  const name = known.find((one) => one.id === id)?.name ?? text;
  school.branches.push({ id: id === newBranch ? null : id, name, cells });
  readCells(table, row, reader, { school: school.place, branch: name }, cells, except);
}

/** What a person decides of a branch that was not known before. */
export const newBranch = 'new';

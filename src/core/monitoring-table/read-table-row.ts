import type { Json } from '../json.ts';
import { isWithin } from '../places/place-tree.ts';
import type { Match } from './match-places.ts';
import { readBranchRow } from './read-branch-row.ts';
import { placeCells, readCells } from './read-row-cells.ts';
import type { RowReader, Table } from './row-reader.ts';
import { cellName, filledIn, isFigure, textOfCell } from './sheet-cells.ts';
import type { TableSchool } from './table-reading.ts';

const isTotal = (text: string): boolean =>
  /^(итого|всего|в\s+т\.?\s*ч|сумма|по (району|округу|муниципалитету|области|городу))/i.test(text);
const isBranchName = (typed: string): boolean =>
  /^[ \u00a0\t]{2,}\S/.test(typed) ||
  /^\s*([-–—•]\s*)?(филиал|структурн\S* подразделен)/i.test(typed) ||
  /^\s*[-–—•]\s*\S{3}/.test(typed);
const saysNothing = (text: string): boolean => text === '' || /^([-–—−]+|нет)$/i.test(text);

/** XT2: one row below the head: a total, a municipality, a school or a branch of the school above it. */
export function readTableRow(table: Table, row: number, reader: RowReader): void {
  const { sheet, columns, state } = table;
  const cells = sheet.rows[row];
  const filled = filledIn(cells);
  if (filled.length === 0) return;
  const { ledger } = reader;
  const [nameAt, branchAt] = [columns.get('3'), columns.get('4')];
  const name = textOfCell(cells, nameAt);
  const branch = saysNothing(textOfCell(cells, branchAt)) ? '' : textOfCell(cells, branchAt);
  if (filled.slice(0, 3).some((at) => isTotal(textOfCell(cells, at)))) return void ledger.leaveRow(sheet, row, 'total');
  const texts = new Set(filled.map((at) => textOfCell(cells, at)));
  if (texts.size === 1 && readMunicipality(table, row, reader, [...texts][0] ?? '')) return;
  const typed = nameAt === undefined ? '' : (cells?.[nameAt] ?? '');
  if (nameAt !== undefined && branch === '' && name !== '' && !(state.school && isBranchName(typed)))
    return void readSchoolRow(table, row, reader, nameAt);
  const at = branch === '' ? nameAt : branchAt;
  if (at === undefined || (branch === '' && name === '')) {
    if (filled.length === 1) Object.assign(state, { municipality: null, school: null, name: '' });
    return void ledger.leaveRow(sheet, row, filled.length === 1 ? 'note' : 'no-name');
  }
  // a branch that names its school beside itself, as a merged cell read out row by row does
  if (branch !== '' && name !== '' && name !== state.name && nameAt !== undefined)
    openSchool(table, row, reader, nameAt);
  return void readBranchRow(table, row, reader, at);
}

/** A row with one text in it that is a municipality heads the rows below it; a note or a school's bare name is none. */
function readMunicipality({ sheet, state }: Table, row: number, reader: RowReader, text: string): boolean {
  const { sure } = reader.matchMunicipality(text);
  const isHeader =
    sure !== null &&
    (/район|округ|город|муницип|^г\.|управлен|отдел/i.test(text) || reader.matchSchool(text).sure === null);
  if (!isHeader || isFigure(text)) return false;
  for (const at of filledIn(sheet.rows[row])) reader.ledger.mark(sheet, row, at, 'head');
  Object.assign(state, { municipality: sure, school: null, name: '' });
  return true;
}

function readSchoolRow(table: Table, row: number, reader: RowReader, nameAt: number): void {
  const school = openSchool(table, row, reader, nameAt);
  const around = placeCells(table, row, reader);
  if (school === null) return void reader.ledger.leaveRow(table.sheet, row, 'no-school', [nameAt, ...around]);
  readCells(table, row, reader, { school: school.place, branch: null }, school.cells as Map<string, Json>, [
    nameAt,
    ...around,
  ]);
}

/** The school a cell names: certain, decided, or asked about (null until then, and when it is not taken). */
function openSchool(table: Table, row: number, reader: RowReader, column: number): TableSchool | null {
  const { sheet, columns, state } = table;
  const { ledger, tree, met } = reader;
  const text = textOfCell(sheet.rows[row], column);
  const named = textOfCell(sheet.rows[row], columns.get('2'));
  const above = (named === '' ? null : reader.matchMunicipality(named).sure) ?? state.municipality;
  const match = meetSchool(reader, text, above);
  const { sure, candidates } = match;
  const isTwice = sure !== null && met.has(sure);
  const spot = { sheet, row, column };
  let id = sure;
  if (sure === null || isTwice) {
    const decided = ledger.ask(spot, {
      about: { kind: 'school' },
      stood: text,
      proposed: isTwice ? null : candidates.length === 1 ? (candidates[0] ?? null) : null,
      candidates,
      ...(isTwice ? { isTwice } : {}),
      fits: (value) => typeof value === 'string' && tree.byId.get(value)?.kind === 'school' && !met.has(value),
    });
    id = typeof decided === 'string' ? decided : null;
  } else ledger.mark(sheet, row, column, 'value');
  state.name = text;
  if (id === null) {
    state.school = 'left';
    return null;
  }
  const school: TableSchool = { place: id, key: cellName(sheet, row, column), cells: new Map(), branches: [] };
  met.set(id, school);
  state.school = school;
  return school;
}

function meetSchool({ matchSchool, tree }: RowReader, text: string, above: string | null): Match {
  if (above === null) return matchSchool(text);
  const near = matchSchool(text, (id) => isWithin(tree, id, above));
  return near.candidates.length > 0 ? near : { ...matchSchool(text), sure: null };
}

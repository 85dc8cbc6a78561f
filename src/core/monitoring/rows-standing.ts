import { type ColumnForm, filledColumns } from '../form/column-form.ts';
import { canonicalJson, type Json } from '../json.ts';
import type { Facts } from '../submission/facts.ts';
import type { OtherForm } from '../submission/other-form.ts';
import { type BranchTwins, branchTwinsOf, twinsLeftOut } from './branch-twins.ts';
import { type CheckContext, checkRows, noContext, type RowMessage } from './check-rows.ts';
import { allBranchRows, type BranchRow, type SchoolRows, schoolRowsOf } from './column-rows.ts';
import { fittingRows, type UnfitCell } from './fits-column.ts';
import { type MergedRow, mergeRows } from './merge-rows.ts';
import { progressOf, type RowsProgress } from './missing-cells.ts';

/** A message with where its confirmation stands; an error has none. */
type ToldMessage = RowMessage & {
  /** id of the branch it is about */
  branchId: string | null;
  confirmKey: string | null;
  isConfirmed: boolean;
};

/** How far a school has come with a form of columns, and what keeps it from submitting it. */
export type RowsStanding = {
  /** without what does not fit */
  rows: SchoolRows;
  merged: MergedRow;
  progress: RowsProgress;
  unfit: readonly UnfitCell[];
  messages: readonly ToldMessage[];
  /** CX3: rows that may be of one branch, and those rows */
  twins: readonly (BranchTwins & { rows: readonly BranchRow[] })[];
  /** short keys of registers with several values */
  conflicts: readonly string[];
  /** the paper journal given up is what X04 would say; null: it would not */
  withoutPaper: RowMessage | null;
  mayBeSubmitted: boolean;
};

export type RowsGiven = {
  /** what a branch without a name is called, by its place from 1 */
  nameOf: (at: number) => string;
  /** CX1: what the checks look at besides the rows */
  context: CheckContext;
};

/**
 * MS4: a form of columns may be submitted once every cell that is asked for is filled in and fits, nothing stands twice, no check
 * finds an error, every warning is confirmed, and of rows that may be of one branch the school has said it.
 */
export function rowsStanding(form: ColumnForm, facts: Facts, { nameOf, context }: RowsGiven): RowsStanding {
  const { rows, unfit } = fittingRows(filledColumns(form), named(schoolRowsOf(form, facts), nameOf));
  const progress = progressOf(form, rows);
  const isSaid = isSaidOf(form, rows);
  const found = checkRows(form, rows, context).filter(isSaid);
  const messages = found.map((message) => withKey(message, rows, facts));
  const everyRow = allBranchRows(form, facts);
  const twins = branchTwinsOf(everyRow, facts).map((one) => ({
    ...one,
    rows: everyRow.filter(({ id }) => one.ids.includes(id)),
  }));
  const out = twinsLeftOut(twins);
  const conflicts = [...facts].flatMap(([key, values]) =>
    values.length > 1 && isCell(key) && !out.has(/@([^@]+)$/.exec(key)?.[1] ?? '') ? [key] : [],
  );
  const isOpen = ({ level, isConfirmed }: ToldMessage) => level === 'error' || !isConfirmed;
  return {
    rows,
    merged: mergeRows(form, rows),
    progress,
    unfit,
    messages,
    twins,
    conflicts,
    withoutPaper: [withoutPaper(form, rows, context)].find((one) => one !== null && isSaid(one)) ?? null,
    mayBeSubmitted:
      progress.missing.length === 0 &&
      unfit.length === 0 &&
      conflicts.length === 0 &&
      twins.every(({ isDecided }) => isDecided) &&
      !messages.some(isOpen),
  };
}

/** Neither the place's own nor a confirmation. */
const isCell = (key: string): boolean => !key.startsWith('-/') && !key.includes('#');

/** Every branch has a name of its own, so that a message tells which one it means. */
function named({ own, branches }: SchoolRows, nameOf: (at: number) => string): SchoolRows {
  const taken = new Set<string>();
  return {
    own,
    branches: branches.map((branch, at) => {
      const first = branch.name === '' ? nameOf(at + 1) : branch.name;
      const name = taken.has(first) ? `${first} (${at + 1})` : first;
      taken.add(name);
      return { ...branch, name };
    }),
  };
}

/** A sum some place has not given its part of says nothing yet: the empty cell does. */
function isSaidOf(form: ColumnForm, { own, branches }: SchoolRows): (message: RowMessage) => boolean {
  const all = [own, ...branches.map(({ row }) => row)];
  const isPartly = (id: string) =>
    form.columns.some((column) => column.id === id && column.branch === 'sum') && all.some((row) => !row.has(id));
  return ({ branch, columns }) => branch !== null || !columns.some(isPartly);
}

/** MS5: a confirmation holds the values confirmed, in a register of its own, and lapses when they change. */
function withKey(message: RowMessage, rows: SchoolRows, facts: Facts): ToldMessage {
  const branchId = rows.branches.find(({ name }) => name === message.branch)?.id ?? null;
  if (message.level === 'error') return { ...message, branchId, confirmKey: null, isConfirmed: false };
  const confirmKey = `${message.code}:${confirmedAt(message, branchId)}#confirmed`;
  const said = canonicalJson([...message.values]);
  const isConfirmed = (facts.get(confirmKey) ?? []).some((value) => canonicalJson(value) === said);
  return { ...message, branchId, confirmKey, isConfirmed };
}

/** Of a branch X16 stands once, the others once a column; no «@», which makes a register a branch's. */
const confirmedAt = ({ code, columns: [first = ''] }: RowMessage, branchId: string | null): string =>
  branchId === null ? first : code === 'X16' ? branchId : `${branchId}:${first}`;

/** What X04 would say if the school wrote that no paper journal is kept. */
function withoutPaper(form: ColumnForm, rows: SchoolRows, context: CheckContext): RowMessage | null {
  const said = rows.own.get('20') ?? null;
  if (said === null || said === 2) return null;
  const own = new Map<string, Json>([...rows.own, ['20', 2]]);
  return checkRows(form, { ...rows, own }, context).find(({ code }) => code === 'X04') ?? null;
}

/** MS1: how a form of columns is counted where forms are counted together. */
export const countedForm = (form: ColumnForm, given: Pick<RowsGiven, 'nameOf'>): OtherForm => ({
  id: form.id,
  progressOf: (facts) => {
    const { filled, of } = rowsStanding(form, facts, { ...given, context: noContext }).progress;
    return { answered: filled, of };
  },
});

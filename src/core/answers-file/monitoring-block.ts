import * as z from 'zod/mini';
import { type ColumnForm, type FormColumn, filledColumns } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import { type CheckContext, checkRows, noContext } from '../monitoring/check-rows.ts';
import { cellKey, listBeside, listedKey, noneTookPart, schoolRowsOf } from '../monitoring/column-rows.ts';
import { propertiesOf } from '../submission/answer.ts';
import { type Facts, factsOf } from '../submission/facts.ts';
import { rowsOf } from '../submission/passport.ts';
import type { AnswersWarning } from './answers-problem.ts';
import type { FormBlock, WrittenBlock } from './form-block.ts';
import { cellSchemaOf, rowSchemaOf } from './monitoring-cells.ts';
import { isObject, pathTo, rowId, text } from './parse-with.ts';
import { branchPrefix, rowIdAt } from './read-passport.ts';
import type { Reading } from './reading.ts';

/** In the file the modules of column 14 stand under this name. */
export const modulesName = '14.modules';
const nameInFile = (column: FormColumn): string => (column.kind === 'rows' ? column.id : modulesName);

const branchSchema = z.strictObject({
  id: z.optional(rowId),
  name: z.optional(text),
  own: z.optional(z.unknown()),
});
const blockSchema = z.strictObject({ own: z.optional(z.unknown()), branches: z.optional(z.array(z.unknown())) });

/** AF13: the region's monitoring in the file: `own` by numbers of columns, and the same of every branch. `levels`: what the region has made of each check (CX2), where it is known. */
export function monitoringBlock(form: ColumnForm, levels: CheckContext['levels'] = noContext.levels): FormBlock {
  return {
    id: form.id,
    version: form.version,
    read: (reading, raw, path) => readMonitoring(form, reading, raw, path),
    warningsOf: (reading, path) => warningsOf(form, reading, path, levels),
    write: (registers, campaignId) => writeMonitoring(form, factsOf(registers, campaignId, form.id)),
  };
}

function readMonitoring(form: ColumnForm, reading: Reading, raw: unknown, path: string): void {
  const block = reading.parse(blockSchema, raw, path);
  if (!block) return;
  readRow(form, reading, block.own ?? {}, pathTo(path, 'own'), null);
  for (const [at, one] of (block.branches ?? []).entries()) {
    const branchPath = pathTo(path, 'branches', at);
    const branch = reading.parse(branchSchema, one, branchPath);
    if (!branch) continue;
    const id = branchIdOf(reading, branch, at, branchPath);
    if (id !== null) readRow(form, reading, branch.own ?? {}, pathTo(branchPath, 'own'), id);
  }
}

/** AF14: a branch is met by its id, else by its name in the passport or among places; one that is not there becomes a row of the passport. */
function branchIdOf(
  reading: Reading,
  { id, name }: { id?: string | undefined; name?: string | undefined },
  at: number,
  path: string,
): string | null {
  const known = rowsOf(reading.facts(), branchPrefix);
  if (id !== undefined && known.some(([one]) => one === id)) return id;
  if (name === undefined) {
    reading.problems.push({ code: 'missing', path: pathTo(path, 'name') });
    return null;
  }
  const named = known.find(([, row]) => row.name === name)?.[0];
  if (id === undefined && named !== undefined) return named;
  const place = reading.branches.find((one) => one.name === name || one.shortName === name);
  const free = [at, ...Array(known.length + 1).keys()]
    .map(rowIdAt)
    .find((one) => known.every(([taken]) => taken !== one));
  const made = id ?? place?.id ?? free ?? rowIdAt(at);
  reading.take(branchPrefix + made, { name }, path);
  return made;
}

function readRow(form: ColumnForm, reading: Reading, raw: unknown, path: string, branch: string | null): void {
  if (!isObject(raw)) return void reading.problems.push({ code: 'wrong-type', expected: 'object', path });
  for (const [name, value] of Object.entries(raw)) {
    const at = pathTo(path, name);
    const column =
      form.columns.find(({ id }) => id === name) ?? form.columns.find(({ rows }) => rows && name === modulesName);
    if (!column) reading.problems.push({ code: 'unknown-column', id: name, path: at });
    else if (column.kind === 'row-number' || column.kind === 'place')
      reading.warnings.push({ code: 'computed-not-taken', id: name, path: at });
    else if (column.rows && (column.kind === 'rows' || name === modulesName))
      readRows(form, reading, column, value, at, branch);
    else readCell(form, reading, column, value, at, branch);
  }
}

const pathOf = (form: ColumnForm, { campaign }: Reading, key: string): string => `${campaign.id}/${form.id}/${key}`;

function readCell(
  form: ColumnForm,
  reading: Reading,
  column: FormColumn,
  raw: unknown,
  path: string,
  branch: string | null,
): void {
  const value = reading.parse(z.optional(cellSchemaOf(column)), raw, path);
  if (value === undefined) return;
  if (column.kind === 'system') reading.checkSystem(value, 'grade-book', path);
  const register = pathOf(form, reading, cellKey(column.id, branch));
  if (column.private) reading.takePrivate(register, value, path);
  else reading.take(register, value, path);
}

function readRows(
  form: ColumnForm,
  reading: Reading,
  column: FormColumn,
  raw: unknown,
  path: string,
  branch: string | null,
): void {
  if (raw === null) return;
  if (raw === noneTookPart && column.kind === 'rows')
    return void reading.take(pathOf(form, reading, cellKey(column.id, branch)), raw, path);
  const rows = reading.parse(z.array(z.unknown()), raw, path);
  for (const [at, one] of (rows ?? []).entries()) {
    const row = reading.parse(rowSchemaOf(column), one, pathTo(path, at));
    if (row && Object.keys(propertiesOf(row)).length > 0)
      reading.take(pathOf(form, reading, listedKey(column.id, rowIdAt(at), branch)), row, pathTo(path, at));
  }
}

/** AF8: the cross-checks are told, and stop nothing: a paper return is what it is. */
function warningsOf(
  form: ColumnForm,
  reading: Reading,
  path: string,
  levels: CheckContext['levels'],
): AnswersWarning[] {
  const prefix = `${reading.campaign.id}/${form.id}/`;
  const facts: Facts = new Map(
    [...reading.facts()].flatMap(([key, values]) => {
      if (key.startsWith('-/')) return [[key, values] as const];
      return key.startsWith(prefix) ? [[key.slice(prefix.length), values] as const] : [];
    }),
  );
  return checkRows(form, schoolRowsOf(form, facts), { ...noContext, levels }).map(
    ({ code, level, branch, columns, values }) => ({
      code: 'cross-check' as const,
      check: code,
      isError: level === 'error',
      branch,
      columns,
      values,
      path,
    }),
  );
}

function writeMonitoring(form: ColumnForm, facts: Facts): WrittenBlock | null {
  const keys = [...facts.keys()].filter((key) => !key.startsWith('-/')).sort();
  if (keys.length === 0) return null;
  const { own, branches } = schoolRowsOf(form, facts);
  const placed = new Set<string>();
  const written = (cells: ReadonlyMap<string, Json>, branch: string | null): Json =>
    Object.fromEntries(
      filledColumns(form).flatMap((column): [string, Json][] => {
        const key = cellKey(column.id, branch);
        const value = cells.get(column.id) ?? null;
        const parts: [string, Json][] = [];
        if (column.private)
          placed.add(key); // never in an export (PV)
        else if (!Array.isArray(value) && value !== null && cellSchemaOf(column).safeParse(value).success) {
          placed.add(key);
          parts.push([column.id, value]);
        }
        const rows = column.rows
          ? (cells.get(column.kind === 'rows' ? column.id : listBeside(column.id)) ?? null)
          : null;
        if (Array.isArray(rows) && rows.every((row) => rowSchemaOf(column).safeParse(row).success)) {
          for (const one of keys) if (isListed(one, column.id, branch)) placed.add(one);
          parts.push([nameInFile(column), rows as Json]);
        }
        return parts;
      }),
    );
  const block = {
    own: written(own, null),
    ...(branches.length > 0
      ? { branches: branches.map(({ id, name, row }) => ({ id, name, own: written(row, id) })) }
      : {}),
  };
  return {
    block,
    conflicts: keys.flatMap((key) => {
      const [first, ...others] = facts.get(key) ?? [];
      return first !== undefined && others.length > 0 ? [{ register: `${form.id}/${key}`, values: others }] : [];
    }),
    notTaken: keys
      .filter((key) => !placed.has(key))
      .map((key) => ({ register: `${form.id}/${key}`, value: facts.get(key)?.[0] ?? null })),
  };
}

const isListed = (key: string, columnId: string, branch: string | null): boolean =>
  key.startsWith(`${columnId}:`) && (branch === null ? !key.includes('@') : key.endsWith(`@${branch}`));

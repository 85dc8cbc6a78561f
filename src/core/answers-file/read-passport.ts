import * as z from 'zod/mini';
import type { Json } from '../json.ts';
import { rowsOf } from '../submission/passport.ts';
import { defaultSystems } from '../systems/default-systems.ts';
import { ownSystemId } from '../systems/systems.ts';
import { between, count, pathTo, rowId, text } from './parse-with.ts';
import type { Reading } from './reading.ts';

const shipped = defaultSystems.filter(({ kind }) => kind === 'grade-book').map(({ id }) => id);

/** SD4: a shipped grade book system, or one that has the shape of a region's own; whether the region has it: `checkSystem` (DW3). */
export const system = z.custom<string>(
  (raw) => typeof raw === 'string' && (shipped.includes(raw) || ownSystemId.test(raw)),
  {
    params: { code: 'unknown-option', allowed: [...shipped, 'own-…'] },
  },
);
const level = z.enum(['НОШ', 'ООШ', 'СОШ', 'лицей', 'гимназия']);

/** Single fields of the passport, each its own register `-/passport/<name>`, as the passport's screen stores them. */
export const passportFields = {
  pupils: count,
  teachers: count,
  staffWithAccess: count,
  classes: count,
  grad9: count,
  grad11: count,
  shortName: text,
  address: text,
  municipality: text,
  level,
  siteUrl: text,
  inn: text,
  sedSystem: system,
  sedVendor: text,
  sedUrl: text,
  operatorRegNo: text,
} as const satisfies Record<string, z.ZodMiniType<Json>>;

export const buildingSchema = z.strictObject({
  id: z.optional(rowId),
  address: z.optional(text),
  lessonsHeld: z.optional(z.boolean()),
  lan: z.optional(z.boolean()),
  internet: z.optional(z.enum(['fibre', 'radio', 'satellite', 'mobile', 'none'])),
  speedMbps: z.optional(between(0, 1_000_000)),
  internetFunding: z.optional(z.enum(['regional', 'municipal', 'own'])),
  teacherPcs: z.optional(count),
  pupilPcs: z.optional(count),
  branchId: z.optional(rowId),
});

const branchSchema = z.strictObject({
  id: z.optional(rowId),
  name: z.optional(text),
  address: z.optional(text),
  sedSystem: z.optional(system),
  pupils: z.optional(count),
  teachers: z.optional(count),
  classes: z.optional(count),
});

export const buildingPrefix = '-/passport/building:';
export const branchPrefix = '-/branch:';
const fieldNames = Object.keys(passportFields) as (keyof typeof passportFields)[];

/** AF9: a row without an id gets its position, two digits: the same place in the list is the same row at the next import. */
export const rowIdAt = (at: number): string => String(at + 1).padStart(2, '0');

/**
 * The passport: every field its register, every building and branch a row. A building that does not say so holds lessons, as
 * the screen's new row does.
 */
export function readPassport(reading: Reading, passport: Readonly<Record<string, unknown>>, path: string): void {
  const { buildings = [], branches = [], ...fields } = passport;
  for (const [name, raw] of Object.entries(fields)) {
    const field = fieldNames.find((one) => one === name);
    if (!field) reading.problems.push({ code: 'unknown-field', name, path: pathTo(path, name) });
    else readField(reading, field, raw, pathTo(path, name));
  }
  readRows(reading, branchSchema, branchPrefix, branches, pathTo(path, 'branches'));
  readRows(reading, buildingSchema, buildingPrefix, buildings, pathTo(path, 'buildings'));
}

/** One field; null or blank text says nothing. */
export function readField(reading: Reading, name: keyof typeof passportFields, raw: unknown, path: string): void {
  const schema: z.ZodMiniType<Json | undefined> = z.optional(passportFields[name]);
  const value = reading.parse(schema, raw, path);
  if (value === undefined) return;
  if (name === 'sedSystem') reading.checkSystem(value, 'grade-book', path);
  reading.take(`-/passport/${name}`, value, path);
}

function readRows(
  reading: Reading,
  schema: typeof buildingSchema | typeof branchSchema,
  prefix: typeof buildingPrefix | typeof branchPrefix,
  raw: unknown,
  path: string,
): void {
  const list = raw === null ? [] : reading.parse(z.array(z.unknown()), raw, path);
  if (list === undefined || list.length === 0) return;
  const before = rowsOf(reading.stored, prefix).map(([id]) => prefix + id);
  for (const [at, one] of list.entries()) {
    const row = reading.parse<z.infer<typeof schema>>(schema, one, pathTo(path, at));
    if (!row) continue;
    const { id = rowIdAt(at), ...value } = row;
    const whole = prefix === buildingPrefix ? { lessonsHeld: true, ...value } : value;
    reading.take(prefix + id, whole as Json, pathTo(path, at));
    checkBranch(reading, whole, pathTo(path, at));
    if ('sedSystem' in whole) reading.checkSystem(whole.sedSystem, 'grade-book', pathTo(path, at, 'sedSystem'));
  }
  const count = before.filter((key) => !reading.values.has(key)).length;
  const table = prefix === buildingPrefix ? 'buildings' : 'branches';
  if (count > 0) reading.warnings.push({ code: 'rows-stay', table, count, path });
}

function checkBranch(reading: Reading, row: Readonly<Record<string, unknown>>, path: string): void {
  if (typeof row.branchId !== 'string') return;
  const known = reading.facts().has(branchPrefix + row.branchId);
  if (!known) reading.problems.push({ code: 'unknown-branch', id: row.branchId, path: pathTo(path, 'branchId') });
}

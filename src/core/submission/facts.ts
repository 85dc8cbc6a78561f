import { canonicalJson, type Json } from '../json.ts';
import { type Registers, valuesOf } from './registers.ts';

/**
 * What scoring reads: the distinct current values of every register, first line first; more than one is a conflict.
 * Keys are short: answers lose their campaign and form (`K3-01`, `JRN:2016-09`, `YEAR:Y-1`, `GIA:ОГЭ.МАТ.2017-06-06`,
 * `SITE:S-03#url`, `K3-01#evidence`), the place's own registers keep theirs (`-/passport/pupils`, `-/branch:<id>`).
 */
export type Facts = ReadonlyMap<string, readonly Json[]>;

/** The full path of a register by its short key: `K3-01` → `2016-17/readiness/K3-01`; the place's own and full paths stay. */
export const registerPathOf = (campaignId: string, formId: string, key: string): string =>
  key.includes('/') ? key : `${campaignId}/${formId}/${key}`;

/** The facts of one submission: registers under `<campaign>/<form>/` and the place's own, without cleared ones. */
export function factsOf(registers: Registers, campaignId: string, formId: string): Facts {
  const prefix = `${campaignId}/${formId}/`;
  const facts = new Map<string, readonly Json[]>();
  for (const [path, view] of registers) {
    const key = path.startsWith(prefix) ? path.slice(prefix.length) : path.startsWith('-/') ? path : null;
    if (key === null) continue;
    const values = valuesOf(view, canonicalJson);
    if (values.length > 1 || (values.length === 1 && values[0] !== null)) facts.set(key, values);
  }
  return facts;
}

/** The value shown first; null: empty. */
export const firstValue = (facts: Facts, key: string): Json => facts.get(key)?.[0] ?? null;

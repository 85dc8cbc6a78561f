import type { Json } from '../json.ts';
import type { Revision } from './revision.ts';

/** What one register shows now: its heads, first line first (by gen, then id, both descending). Empty: never written. */
export type RegisterView = readonly Revision[];

/** Every written register of one history, by path. */
export type Registers = ReadonlyMap<string, RegisterView>;

/** RV5: heads are revisions no other revision names as parent; arrival order does not matter. */
export function headsOf(revisions: Iterable<Revision>): RegisterView {
  const all = [...revisions];
  const answered = new Set(all.flatMap((revision) => revision.parents));
  return all.filter((revision) => !answered.has(revision.id)).sort((a, b) => b.gen - a.gen || (a.id < b.id ? 1 : -1));
}

/** RV6: different heads with equal values are one answer; several different values are a conflict. */
export function valuesOf(view: RegisterView | undefined, textOf: (value: Json) => string): readonly Json[] {
  const seen = new Map<string, Json>();
  for (const head of view ?? []) {
    const text = textOf(head.value);
    if (!seen.has(text)) seen.set(text, head.value);
  }
  return [...seen.values()];
}

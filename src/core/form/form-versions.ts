import { type Form, indicatorsOf } from './form.ts';

/**
 * FP6: what an indicator of an earlier version is called in this one: by the indicator that says it was called so, unless that stood
 * in the earlier version already; else by its own name. null: it is no longer asked. `before` null: the earlier version is not known.
 */
export function nameNow(before: Form | null, now: Form, id: string): string | null {
  const stood = new Set(before === null ? [] : indicatorsOf(before).map((one) => one.id));
  const indicators = indicatorsOf(now);
  const heir = indicators.find((one) => one.was?.includes(id) && !stood.has(one.id));
  return (heir ?? indicators.find((one) => one.id === id))?.id ?? null;
}

/** FP6: what an indicator of this version was called in the earlier one; null: it was not there. */
export function nameThen(before: Form, now: Form, id: string): string | null {
  return indicatorsOf(before).find((one) => nameNow(before, now, one.id) === id)?.id ?? null;
}

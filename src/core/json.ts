/** Any value a register can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** RV2: the one text of a value: keys sorted by code unit, no spaces, so equal values have equal bytes. */
export function canonicalJson(value: Json): string {
  if (!hasKeys(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value as Record<string, Json>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}

/** Whether there is anything to sort in it. */
const hasKeys = (value: Json): boolean =>
  typeof value === 'object' && value !== null && (!Array.isArray(value) || value.some(hasKeys));

import type { Json } from '../json.ts';
import type { Facts } from '../submission/facts.ts';
import type { Check } from './check.ts';

/** VF5: the officer's values that count: of disputed answers whose school has not answered anew. */
export function judgedValues(checks: ReadonlyMap<string, Check>): ReadonlyMap<string, Json> {
  const values = new Map<string, Json>();
  for (const [key, check] of checks) if (check.state === 'disputed' && !check.isStale) values.set(key, check.value);
  return values;
}

/** VF5: the facts with the officer's values in place of the school's; his one value settles a conflict, all else stays as it is. */
export function verifiedFacts(facts: Facts, checks: ReadonlyMap<string, Check>): Facts {
  const judged = judgedValues(checks);
  if (judged.size === 0) return facts;
  return new Map([...facts, ...[...judged].map(([key, value]) => [key, [value]] as const)]);
}

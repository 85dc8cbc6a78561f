import type { Json } from '../core/json.ts';
import type { Endpoint } from './endpoint.ts';
import { type GivenRow, readPrivate } from './store/private-values.ts';
import { writeDownGiven } from './write-down-given.ts';

/** PV8: the values of these hashes that are here, by hash; `named` by history. PV5: what is found is written down first. */
export async function readContacts(
  endpoint: Endpoint,
  named: ReadonlyMap<string, readonly string[]>,
  whom: Pick<GivenRow, 'device' | 'place' | 'role'>,
): Promise<ReadonlyMap<string, Json>> {
  const found = new Map<string, Json>();
  for (const [history, hashes] of named) {
    const values = await readPrivate(endpoint.engine.read, history, hashes);
    if (values.length > 0) await writeDownGiven(endpoint, whom, history, values.length);
    for (const { hash, value } of values) found.set(hash, value);
  }
  return found;
}

import type { Endpoint } from './endpoint.ts';
import { type GivenRow, noteGiven } from './store/private-values.ts';

/**
 * PV5: writes down that values of a history were given, to whom and how many, in the store and in the log; before they are given,
 * so that none leave unwritten.
 */
export async function writeDownGiven(
  { engine, log, now }: Endpoint,
  whom: Pick<GivenRow, 'device' | 'place' | 'role'>,
  history: string,
  count: number,
): Promise<void> {
  await engine.write((writer) => noteGiven(writer, { at: now(), ...whom, history, count }));
  log.warn({ history, ...whom, count }, 'private values given');
}

import type { Logger } from 'pino';
import { type Counters, createCounters } from './counters.ts';
import { type Allowances, createAllowances } from './create-allowance.ts';
import { type EndpointKey, openEndpointKey } from './endpoint-key.ts';
import type { Engine } from './store/engine.ts';
import { createPlaces, type Places } from './store/places.ts';
import { type StoreWatch, watchStore } from './store/watch-store.ts';

/** Everything a route or a command of the endpoint works with. */
export type Endpoint = {
  engine: Engine;
  key: EndpointKey;
  places: () => Promise<Places>;
  /** milliseconds since 1970 */
  now: () => number;
  log: Logger;
  counters: Counters;
  allowances: Allowances;
  watch: StoreWatch;
};

export async function openEndpoint(opened: Engine, log: Logger, now: () => number = Date.now): Promise<Endpoint> {
  const { engine, watch } = watchStore(opened, now);
  const [key, places, counters] = [await openEndpointKey(engine), createPlaces(engine), createCounters()];
  return { engine, key, places, now, log, counters, allowances: createAllowances(), watch };
}

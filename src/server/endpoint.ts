import type { Logger } from 'pino';
import { type EndpointKey, openEndpointKey } from './endpoint-key.ts';
import type { Engine } from './store/engine.ts';
import { createPlaces, type Places } from './store/places.ts';

/** Everything a route or a command of the endpoint works with. */
export type Endpoint = {
  engine: Engine;
  key: EndpointKey;
  places: () => Promise<Places>;
  /** milliseconds since 1970 */
  now: () => number;
  log: Logger;
};

export async function openEndpoint(engine: Engine, log: Logger, now: () => number = Date.now): Promise<Endpoint> {
  return { engine, key: await openEndpointKey(engine), places: createPlaces(engine), now, log };
}

import { importEnvelope } from '../../src/server/import-envelope.ts';
import { readRevisions } from '../../src/server/store/histories.ts';
import type { RunningEndpoint } from './endpoint.ts';

/** A file an endpoint takes → what it says it took; throws when it does not take it. */
export async function taken({ endpoint }: RunningEndpoint, file: Uint8Array) {
  const outcome = await importEnvelope(endpoint, file);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** A file an endpoint puts aside until an officer decides → under which id and why; throws when it does anything else with it. */
export async function putAside({ endpoint }: RunningEndpoint, file: Uint8Array) {
  const outcome = await importEnvelope(endpoint, file);
  if (outcome.ok || outcome.problem.code !== 'quarantined') throw new Error('not put aside');
  return outcome.problem;
}

/** A history of an endpoint → the ids of its revisions, in order. */
export const idsOf = async ({ engine }: RunningEndpoint, history: string): Promise<string[]> =>
  (await readRevisions(engine.read, history)).map(({ id }) => id);

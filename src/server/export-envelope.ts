import { endpointId, historiesOf } from '../core/access/access.ts';
import { writeEnvelope } from '../core/envelope/envelope.ts';
import type { Place } from '../core/places/place.ts';
import { programVersion } from '../core/program-version.ts';
import type { Revision } from '../core/submission/revision.ts';
import type { Endpoint } from './endpoint.ts';
import { signByEndpoint } from './make-receipt.ts';
import { readRevisions, sha256 } from './store/histories.ts';

/** EV12: the endpoint's copy of everything a place has, signed by the endpoint; returns the text and how many revisions it holds. */
export async function exportEnvelope(endpoint: Endpoint, place: Place, label: string) {
  const revisions: Revision[] = [];
  const names: string[] = [];
  for (const history of historiesOf(place.id)) {
    const own = await readRevisions(endpoint.engine.read, history);
    if (own.length > 0) names.push(history);
    revisions.push(...own);
  }
  const header = {
    histories: (names.length > 0 ? names : [place.id]).map((history) => ({ history, place: place.shortName })),
    madeAt: new Date(endpoint.now()).toISOString(),
    by: { device: endpointId, label, publicKey: endpoint.key.publicKey },
    program: programVersion,
  };
  const text = await writeEnvelope(header, revisions, { sha256, sign: signByEndpoint(endpoint) });
  return { text, revisions: revisions.length };
}

import type { Envelope } from '../core/envelope/envelope.ts';
import { type Receipt, writeReceipt } from '../core/envelope/receipt.ts';
import type { Revision } from '../core/submission/revision.ts';
import type { Taken } from './apply-envelope.ts';
import type { Endpoint } from './endpoint.ts';
import { standingOf } from './standing.ts';
import type { Device } from './store/devices.ts';
import { readRevisions, sha256 } from './store/histories.ts';

/**
 * EV10: what goes back on the stick: what was taken, known and refused, who the device is, and every revision it lacks of its
 * own and the public histories: its entry, campaigns, what colleagues and officers wrote. Signed by the endpoint.
 */
export async function makeReceipt(
  endpoint: Endpoint,
  { by, hash, revisions, privates }: Envelope,
  taken: readonly Taken[],
  device: Device | null,
): Promise<string> {
  const { byId } = await endpoint.places();
  const standing = device && ((await standingOf(endpoint, device)) as Receipt['standing']);
  const brought = new Set([...revisions.map(({ id }) => id), ...taken.flatMap(({ accepted }) => accepted)]);
  const missing: Revision[] = [];
  for (const history of standing ? new Set([standing.own, ...standing.histories]) : [])
    missing.push(...(await readRevisions(endpoint.engine.read, history)).filter(({ id }) => !brought.has(id)));
  const header = {
    envelope: hash,
    to: by,
    at: new Date(endpoint.now()).toISOString(),
    histories: taken.map(({ history, accepted, refused, seq, chain, ...counts }) => ({
      history,
      place: byId.get(history.split(':')[0] ?? '')?.shortName ?? '',
      new: counts.new,
      known: accepted.length - counts.new,
      refused: refused.length,
      seq,
      chain,
    })),
    accepted: taken.flatMap(({ accepted }) => accepted),
    refused: taken.flatMap(({ refused }) => refused),
    ...(privates && {
      privates: {
        kept: taken.flatMap((one) => one.privates.kept),
        erased: taken.flatMap((one) => one.privates.erased),
      },
    }),
    standing,
    endpointKey: endpoint.key.publicKey,
  };
  return writeReceipt(header, missing, { sha256, sign: signByEndpoint(endpoint) });
}

/** The endpoint's signature over the hash of a file it makes. */
export const signByEndpoint =
  ({ key }: Pick<Endpoint, 'key'>) =>
  async (hash: string): Promise<string> =>
    key.signatureOf({ id: hash }).value;

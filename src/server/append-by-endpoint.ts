import { randomBytes } from 'node:crypto';
import { needsSignature } from '../core/access/access.ts';
import { canonicalJson, type Json } from '../core/json.ts';
import { createRevision } from '../core/submission/create-revision.ts';
import type { Revision } from '../core/submission/revision.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { toWire } from '../core/sync/messages.ts';
import { serveHistory } from '../core/sync/serve-history.ts';
import type { Endpoint } from './endpoint.ts';
import type { Writer } from './store/engine.ts';
import { lockHistory, readRevisions, sha256 } from './store/histories.ts';

export type EndpointEntry = {
  path: string;
  value: Json;
  /** only where nothing stands in the register */
  unlessThere?: boolean;
};
export type EndpointAuthor = { who: string; label: string; at: string; via: string };

/**
 * Writes values into a history as the endpoint: each answers today's heads of its register, what judges or grants is signed by
 * the endpoint's key; a value that stands there already is not written again. Returns how many were new.
 */
export async function appendByEndpoint(
  { key, now }: Pick<Endpoint, 'key' | 'now'>,
  writer: Writer,
  history: string,
  entries: readonly EndpointEntry[],
  { who, label, at, via }: EndpointAuthor,
): Promise<number> {
  const table = await lockHistory(writer, history, null);
  const index = new RevisionIndex();
  index.add(await readRevisions(writer, history));
  const made: Revision[] = [];
  for (const { path, value, unlessThere } of entries) {
    const seen = index.heads(path);
    if (unlessThere && seen.some((head) => head.value !== null)) continue;
    const [only] = seen;
    if (seen.length <= 1 && canonicalJson(only?.value ?? null) === canonicalJson(value)) continue;
    const nonce = randomBytes(16).toString('base64url');
    const revision = createRevision({ history, path, value, seen, at, who, label, nonce }, sha256);
    const signed = needsSignature(revision) ? { ...revision, signature: key.signatureOf(revision) } : revision;
    index.add([signed]);
    made.push(signed);
  }
  const asked = { after: table.head, revisions: made.map((revision) => [...toWire(revision)]) };
  await serveHistory(table, asked, { history, sha256, refusalOf: () => null, now: now(), via });
  return made.length;
}

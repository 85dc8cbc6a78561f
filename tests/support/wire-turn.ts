import { expect } from 'vitest';
import type { Revision } from '../../src/core/submission/revision.ts';
import { type Cursor, noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest, readSyncAnswer } from '../../src/core/sync/client-turn.ts';
import { sha256 } from '../fixtures/a-revision.ts';
import type { WireDevice } from './endpoint.ts';

/** One turn of one history through the real messages, its chain checked → what the endpoint made of that history. */
export async function turn(
  device: WireDevice,
  history: string,
  revisions: readonly Revision[],
  after: Cursor = noCursor,
) {
  const offers = [{ history, after, revisions }];
  const { status, body } = await device.post('/sync', buildSyncRequest(offers, 'nonce-1', 0));
  expect(status).toBe(200);
  const read = readSyncAnswer(body, offers, 'nonce-1', sha256);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value[0] ?? null;
}

/** The same turn → the page it brought; throws when it brought none. */
export async function pageOf(...args: Parameters<typeof turn>) {
  const page = await turn(...args);
  if (page?.state !== 'page') throw new Error(`no page: ${page?.state}`);
  return page;
}

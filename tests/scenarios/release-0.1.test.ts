import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactOf } from '../../src/app/office/contact-of.ts';
import { askPlaces } from '../../src/app/school-files/known-places.ts';
import { parseStanding } from '../../src/app/sync/enrolment.ts';
import { checkRevision } from '../../src/core/submission/check-revision.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { type Offer, readSyncAnswer } from '../../src/core/sync/client-turn.ts';
import { fromWire, type SyncRequest } from '../../src/core/sync/messages.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { sha256 } from '../fixtures/a-revision.ts';
import { type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';

// The messages of release 0.1 as they went over the wire. These files never change: a device may come back after two years.

const textOf = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/release-0.1', name), 'utf8');
const messageOf = <Body>(name: string) => JSON.parse(textOf(name)) as Body;

describe('what a device of release 0.1 says and was answered', () => {
  let running: RunningEndpoint;
  const request = messageOf<SyncRequest>('sync-request.txt');
  const offers: Offer[] = request.histories.map(({ history, after, revisions }) => ({
    history,
    after,
    revisions: revisions.map((wire): Revision => {
      const checked = checkRevision(fromWire(wire, history).tuple, sha256);
      if (!checked.ok) throw new Error(checked.problem.code);
      return checked.value;
    }),
  }));

  beforeAll(async () => {
    running = await startEndpoint();
  });
  afterAll(() => running.stop());

  it('[W10] is let in with its code, and what it brings is taken whole, under the same ids', async () => {
    const device = new WireDevice(running.address);
    const code = await issueCode(running.endpoint.engine.write, { place: 's1', role: 'school', now: Date.now() });
    const enrolled = await device.post('/enrol', { ...messageOf<object>('enrol-request.txt'), code });
    expect([enrolled.status, parseStanding(enrolled.body)?.own]).toEqual([200, 's1']);
    const { status, body } = await device.post('/sync', textOf('sync-request.txt'));
    const turns = readSyncAnswer(body, offers, request.nonce, sha256);
    expect([status, turns.ok]).toEqual([200, true]);
    const [own] = turns.ok ? turns.value : [];
    expect(own).toMatchObject({ history: 's1', state: 'page', refused: [], sent: [], more: false });
    const confirmed = own?.state === 'page' ? own.confirmed.map(({ id }) => id) : [];
    expect(confirmed).toEqual(expect.arrayContaining(offers[0]?.revisions.map(({ id }) => id) ?? []));
  });

  it('[W10] is read by an officer’s newer device, which knows no contacts from it', async () => {
    const call = async () => ({ kind: 'answer', body: messageOf('places-answer.txt') }) as const;
    const known = await askPlaces(call, 'places-nonce', 'now');
    expect(known?.places.map(({ id }) => id)).toEqual(['r', 'm', 's1']);
    expect(known && contactOf('s1', { known, said: [], viaOf: () => null })).toMatchObject({
      lastSeen: null,
      devices: 0,
    });
  });

  it('[W10] is read by a newer device: standing, rows of others, own rows, confirmations, an old cursor', () => {
    expect(parseStanding(messageOf('enrol-answer.txt'))).toMatchObject({ own: 's1', role: 'school' });
    const turns = readSyncAnswer(messageOf('sync-answer.txt'), offers, request.nonce, sha256);
    expect(turns).toMatchObject({
      ok: true,
      value: [
        { history: 's1', state: 'page', cursor: { seq: 3 }, more: false, refused: [] },
        { history: 'm:public', state: 'page' },
        { history: 'r:public', state: 'diverged' },
      ],
    });
    const [own] = turns.ok ? turns.value : [];
    expect(own?.state === 'page' && own.confirmed.map(({ srvAt }) => srvAt > 1e12)).toEqual([true, true, true]);
  });
});

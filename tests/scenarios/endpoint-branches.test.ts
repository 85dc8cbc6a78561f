import { afterAll, beforeAll, expect, it } from 'vitest';
import { RevisionIndex } from '../../src/core/submission/revision-index.ts';
import { toWire } from '../../src/core/sync/messages.ts';
import { standingOf } from '../../src/server/standing.ts';
import { readRevisions } from '../../src/server/store/histories.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, type WireDevice } from '../support/endpoint.ts';

let running: RunningEndpoint;
beforeAll(async () => {
  running = await startEndpoint();
});
afterAll(() => running.stop());

async function schoolNow(): Promise<RevisionIndex> {
  const index = new RevisionIndex();
  index.add(await readRevisions(running.engine.read, 's1'));
  return index;
}

async function bring(device: WireDevice, path: string, value: never | object | number): Promise<string> {
  const index = await schoolNow();
  const made = aRevision({ history: 's1', path, value: value as never, seen: index.heads(path) });
  const histories = [{ history: 's1', after: { seq: 0, chain: '' }, revisions: [[...toWire(made)]] }];
  const { body } = await device.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories });
  return JSON.stringify((body.histories as { refused: unknown }[])[0]?.refused);
}

it('[MS6] writes the branch into the school’s history with its first device, once, and not over what the school wrote', async () => {
  const school = await anEnrolled(running, 's1', 'school');
  expect((await schoolNow()).heads('-/branch:b1')).toEqual([]);
  await anEnrolled(running, 'b1', 'branch');
  const [written, ...others] = (await schoolNow()).heads('-/branch:b1');
  expect(others).toEqual([]);
  expect(written).toMatchObject({ value: { name: 'b1', address: '' }, who: 'сервер', label: 'выдача кода' });
  expect(await bring(school, '-/branch:b1', { name: 'Филиал в Заречье', classes: 4 })).toBe('[]');
  await anEnrolled(running, 'b1', 'branch');
  expect((await schoolNow()).heads('-/branch:b1').map(({ value }) => value)).toEqual([
    { name: 'Филиал в Заречье', classes: 4 },
  ]);
});

it('[MS7] takes from a branch’s device the registers of its own column and no other', async () => {
  const branch = await anEnrolled(running, 'b1', 'branch');
  const { histories } = await standingOf(running.endpoint, { id: branch.id, role: 'branch', place: 'b1' });
  expect(histories).toEqual(['m:public', 'r:public']);
  expect(await bring(branch, '2026-27/monitoring/8@b1', 4)).toBe('[]');
  expect(await bring(branch, '2026-27/monitoring/8', 11)).toContain('not-your-branch');
  expect(await bring(branch, '2026-27/monitoring/8@b2', 11)).toContain('not-your-branch');
  expect(await bring(branch, '2026-27/status', { state: 'submitted' })).toContain('not-your-branch');
});

it('[MS2] takes a region’s campaign into its public history, where every school below reads it', async () => {
  const officer = await anEnrolled(running, 'r', 'officer');
  const value = { id: '2026-27-r', schoolYear: '2026/2027', asOf: '2026-09-01', municipality: 'r' };
  const made = officer.signed(aRevision({ history: 'r:public', path: '-/campaign:2026-27-r', value }));
  const histories = [{ history: 'r:public', after: { seq: 0, chain: '' }, revisions: [[...toWire(made)]] }];
  const brought = await officer.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories });
  expect(JSON.stringify(brought.body)).toContain('"refused":[]');
  for (const place of ['s1', 's3', 's4']) {
    const school = await anEnrolled(running, place, 'school');
    const asked = [{ history: 'r:public', after: { seq: 0, chain: '' }, revisions: [] }];
    const read = await school.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories: asked });
    expect([place, JSON.stringify(read.body).includes('-/campaign:2026-27-r')]).toEqual([place, true]);
  }
});

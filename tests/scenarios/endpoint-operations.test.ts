import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cursor, noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { importEnvelope } from '../../src/server/import-envelope.ts';
import { readMetrics, watchLoop } from '../../src/server/metrics.ts';
import { awaitDevices, awaitedPlaces } from '../../src/server/store/awaited.ts';
import { revokeDevice } from '../../src/server/store/devices.ts';
import { readHistory } from '../../src/server/store/histories.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { aFolder, anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';
import { anEnvelope } from '../support/envelopes.ts';
import { onPostgres } from '../support/postgres.ts';

let clock = Date.UTC(2026, 8, 14);
let running: RunningEndpoint;
const folder = aFolder();
beforeAll(async () => {
  running = await startEndpoint(folder, { now: () => clock });
});
afterAll(() => running.stop());

const health = async ({ address } = running) => {
  const response = await fetch(`${address}/health`);
  return { status: response.status, body: await response.json() };
};
const syncBody = (after: Cursor, values: readonly number[], unsent: number) =>
  buildSyncRequest(
    [{ history: 's1', after, revisions: values.map((value) => aRevision({ history: 's1', value })) }],
    'n',
    unsent,
  );

describe('health', () => {
  it('[OP1] says that the store answers, and writes at most once a minute to know it', async () => {
    const { watch } = running.endpoint;
    clock += 61_000;
    expect(await health()).toEqual({ status: 200, body: { ok: true, version: 'test' } });
    expect(watch.writtenAt).toBe(clock);
    const written = clock;
    clock += 59_000;
    expect((await health()).status).toBe(200);
    expect(watch.writtenAt).toBe(written);
  });

  it('[OP1] says that nothing can be written, and that it can again', async () => {
    const { endpoint } = running;
    clock += 61_000;
    const { engine } = endpoint;
    const full = Object.assign(new Error('full'), { code: onPostgres ? '53100' : 'SQLITE_FULL' });
    endpoint.engine = { ...engine, write: () => Promise.reject(full) };
    expect(await health()).toEqual({ status: 503, body: { ok: false, code: 'store-full', version: 'test' } });
    endpoint.engine = engine;
    expect((await health()).status).toBe(200);
  });

  if (onPostgres)
    it('[OP1] says that the database does not answer', async () => {
      await running.engine.write(async (writer) => {
        await sql`lock table settings in access exclusive mode`.execute(writer);
        expect(await health()).toEqual({ status: 503, body: { ok: false, code: 'store-busy', version: 'test' } });
      });
      expect((await health()).status).toBe(200);
    });

  it('[OP2] tells a damaged row, and takes nothing of any device until the process ends', async () => {
    const other = await startEndpoint();
    const device = await anEnrolled(other, 's1', 'school');
    await device.post('/sync', syncBody(noCursor, [1], 1));
    await sql`update revisions set body = '[]'`.execute(other.engine.read);
    expect(await device.post('/sync', syncBody(noCursor, [], 0))).toMatchObject({
      status: 503,
      body: { code: 'store-damaged' },
    });
    expect(await health(other)).toMatchObject({ status: 503, body: { ok: false, code: 'store-damaged' } });
    const stranger = await new WireDevice(other.address).post('/challenge', { nonce: 'n' });
    expect([stranger.status, stranger.body]).toEqual([503, { code: 'store-damaged' }]);
    expect((await fetch(`${other.address}/none.js`)).status).toBe(404); // files are still looked for
    await other.stop();
  });

  if (!onPostgres)
    it('[OP2] tells a broken file', async () => {
      const data = aFolder();
      const first = await startEndpoint(data);
      const device = await anEnrolled(first, 's1', 'school');
      await device.post(
        '/sync',
        syncBody(
          noCursor,
          Array.from({ length: 200 }, (_, at) => at),
          200,
        ),
      );
      await first.stop();
      const file = join(data, 'gotovo.sqlite');
      const database = new Database(file);
      const { rootpage } = database.prepare("select rootpage from sqlite_master where name = 'revisions'").get() as {
        rootpage: number;
      };
      database.close();
      const bytes = readFileSync(file);
      bytes.fill(0x5a, (rootpage - 1) * 4096, rootpage * 4096);
      writeFileSync(file, bytes);
      const again = await startEndpoint(data);
      const asked = await new WireDevice(again.address).post('/sync', syncBody(noCursor, [], 0), {
        cookie: device.cookie,
      });
      expect([asked.status, asked.body]).toEqual([503, { code: 'store-damaged' }]);
      expect((await health(again)).body).toMatchObject({ code: 'store-damaged' });
      await again.stop();
    });
});

describe('metrics', () => {
  it('[OP3] count what was served, and name nobody', async () => {
    const other = await startEndpoint();
    const device = await anEnrolled(other, 's1', 'school');
    await device.post('/sync', syncBody(noCursor, [1, 2], 2));
    await device.post('/sync', syncBody({ seq: 9, chain: 'x' }, [], 0));
    await fetch(`${other.address}/health`);
    await new WireDevice(other.address).post('/sync', syncBody(noCursor, [], 0));
    const loop = watchLoop();
    const text = await readMetrics(other.endpoint, loop);
    loop.disable();
    const value = (name: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')
          .at(-1),
      );
    expect(value('gotovo_requests_total{route="/sync",status="200"}')).toBe(2);
    expect(value('gotovo_requests_total{route="/sync",status="401"}')).toBe(1);
    expect(value('gotovo_request_seconds_bucket{route="/sync",le="+Inf"}')).toBe(3);
    expect(value('gotovo_request_seconds_count{route="/health"}')).toBe(1);
    expect(
      ['turns', 'diverged', 'revisions_stored', 'revisions_refused'].map((name) => value(`gotovo_${name}_total`)),
    ).toEqual([2, 1, 2, 0]);
    expect(value('gotovo_revisions')).toBe(3); // the device's own entry with them
    expect(value('gotovo_histories')).toBe(1);
    expect(value('gotovo_store_bytes')).toBeGreaterThan(10_000);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect(value('gotovo_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0);
    expect(text).not.toMatch(/s1\b|ПК|127\.0\.0\.1|NaN/);
    expect(text.match(/^# TYPE (\S+)/gm)?.length).toBe(new Set(text.match(/^# TYPE (\S+)/gm)).size);
    await other.stop();
  });
});

describe('a store that was put back', () => {
  it('[OP4] awaits every live device until it is known to hold nothing more', async () => {
    const other = await startEndpoint();
    const { engine } = other;
    const device = await anEnrolled(other, 's1', 'school');
    const lost = await anEnrolled(other, 's2', 'school');
    await engine.write((writer) => revokeDevice(writer, lost.id, 1));
    await device.post('/sync', syncBody(noCursor, [1], 1));
    const restored = await engine.write((writer) => awaitDevices(writer, 5, 4));
    expect(restored).toEqual({ at: 5, copiedAt: 4, places: 1 });
    const waiting = async () => (await awaitedPlaces(engine.read)).map(({ place, devices }) => [place, devices]);
    expect(await waiting()).toEqual([['s1', 1]]);

    const fresh = await anEnrolled(other, 's2', 'school'); // came after, so it holds nothing from before
    await fresh.post('/sync', buildSyncRequest([], 'n', 0));
    const listed = await device.post('/devices', { nonce: 'n' });
    expect((listed.body.devices as { seenAt: number }[])[0]?.seenAt).toBeGreaterThan(0);
    await device.post('/sync', syncBody({ seq: 99, chain: 'lost' }, [], 0)); // diverged
    await device.post('/sync', syncBody(noCursor, [], 3)); // three of its own it has not brought yet
    await device.post('/sync', buildSyncRequest([{ history: 'm:public', after: noCursor, revisions: [] }], 'n', 0));
    await device.post('/sync', syncBody(noCursor, [2], 3));
    expect(await waiting()).toEqual([['s1', 1]]);
    await device.post('/sync', syncBody(noCursor, [3, 4], 2));
    expect(await waiting()).toEqual([]);
    expect((await readHistory(engine.read, 's1'))?.head.seq).toBe(5);
    await device.post('/sync', syncBody(noCursor, [], 0));
    expect(await waiting()).toEqual([]);
    await other.stop();
  });
});

describe('a store that was put back, and a device without a network', () => {
  it('[OP4] awaits it no more once a file of its own was taken', async () => {
    const device = await anEnrolled(running, 's3', 'school');
    const waiting = async () => (await awaitedPlaces(running.engine.read)).filter(({ place }) => place === 's3');
    await running.engine.write((writer) => awaitDevices(writer, clock, null));
    expect(await waiting()).toEqual([{ place: 's3', devices: 1, seenAt: clock }]);
    const brought = await importEnvelope(
      running.endpoint,
      await anEnvelope(device, [aRevision({ history: 's3', value: 1 })]),
    );
    expect(brought).toMatchObject({ ok: true, value: { taken: [{ history: 's3', new: 1 }] } });
    expect(await waiting()).toEqual([]);
  });
});

describe('a device turned away', () => {
  it('[OP6] takes with it the one it goes on for, whose lost key would still open', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const opens = async () => {
      const { body } = await device.post('/challenge', { nonce: 'n' });
      const challenge = String(body.challenge);
      return device.post('/session', { nonce: 'n', device: device.id, challenge, signature: device.sign(challenge) });
    };
    const { publicKey } = new WireDevice(running.address);
    const { body } = await device.post('/device-key', { nonce: 'n', publicKey });
    await running.engine.write((writer) => revokeDevice(writer, String(body.device), clock));
    const asked = await opens();
    expect([asked.status, asked.body]).toEqual([401, { code: 'revoked' }]);
  });
});

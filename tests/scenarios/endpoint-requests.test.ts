import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { anAnswer } from '../fixtures/a-revision.ts';
import { aFolder, anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';
import { pageOf } from '../support/wire-turn.ts';

let running: RunningEndpoint;
beforeAll(async () => {
  running = await startEndpoint(aFolder(), { now: () => Date.UTC(2026, 8, 14) });
});
afterAll(() => running.stop());

describe('a request', () => {
  it('[HT2] from another page, or without the program’s header, is refused', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const request = buildSyncRequest([], 'n', 0);
    for (const headers of [
      { 'x-gotovo': '' },
      { 'content-type': 'text/plain' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://example.org' },
    ] as Record<string, string>[])
      expect((await device.post('/sync', request, headers)).body).toEqual({ code: 'foreign-origin' });
  });

  it('[HT1] is read up to its cap, packed or not, and nothing of a broken one is done', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const packed = gzipSync(JSON.stringify(buildSyncRequest([], 'n', 0)));
    const gzip = { 'content-encoding': 'gzip' };
    expect((await device.post('/sync', packed, gzip)).status).toBe(200);
    expect((await device.post('/sync', packed.subarray(0, 20), gzip)).body).toEqual({ code: 'body-unreadable' });
    expect((await device.post('/sync', gzipSync(Buffer.alloc(40_000_000)), gzip)).body).toEqual({
      code: 'body-too-large',
    });
    expect((await device.post('/sync', packed, { 'content-encoding': 'lzma' })).status).toBe(415);
    expect((await device.post('/sync', 'x'.repeat(1_100_000))).body).toEqual({ code: 'body-too-large' });
    for (const broken of ['{', '[]', '{"proto":2}', Uint8Array.of(0xff, 0xfe)])
      expect((await device.post('/sync', broken)).body).toEqual({ code: 'body-unreadable' });
  });

  it('[RV4] with text no store could hold is refused, or what it signs counts as unsigned', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const bad = 'x\u0000\ud800';
    const offer = { history: bad, after: noCursor, revisions: [] };
    const session = { nonce: 'n', device: bad, challenge: 'c', signature: 's' };
    const answers = [
      await device.post('/session', session),
      await device.post('/sync', { proto: 1, nonce: 'n', histories: [offer] }),
    ];
    expect(answers.map(({ body }) => body)).toEqual(answers.map(() => ({ code: 'body-unreadable' })));
    const signed = { ...anAnswer('s1', 'yes'), signature: { by: bad, value: bad } };
    const { confirmed, refused } = await pageOf(device, 's1', [signed]);
    expect([confirmed.at(-1)?.id, refused]).toEqual([signed.id, []]);
  });

  it('[HT1] is counted while it comes when it names no length', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const inParts = async (text: string) => {
      const response = await fetch(`${running.address}/sync`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-gotovo': '1', cookie: device.cookie },
        body: new Blob([text]).stream(),
        duplex: 'half',
      } as RequestInit);
      return response.json();
    };
    expect(await inParts(JSON.stringify(buildSyncRequest([], 'n', 0)))).toEqual({
      proto: 1,
      nonce: 'n',
      histories: [],
    });
    expect(await inParts('x'.repeat(1_100_000))).toEqual({ code: 'body-too-large' });
  });

  it('[HT3] gets the security headers with every answer', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'none'));
    writeFileSync(join(folder, 'none', 'index.html'), '<!doctype html>');
    const { address, stop } = await startEndpoint(folder);
    const file = await fetch(address);
    const etag = file.headers.get('etag') ?? '';
    const again = await fetch(address, { headers: { 'if-none-match': etag } });
    const refused = await new WireDevice(address).post('/nowhere', {});
    const missing = await fetch(`${address}/nowhere.js`);
    expect([file, again, refused, missing].map(({ status }) => status)).toEqual([200, 304, 405, 404]);
    for (const { headers } of [file, again, refused, missing]) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    await stop();
  });
});

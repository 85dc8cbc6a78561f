import { afterAll, describe, expect, it, vi } from 'vitest';
import program from '../../package.json' with { type: 'json' };
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { aStore, command, endAll, serve } from '../support/command-line.ts';
import { aFolder, WireDevice } from '../support/endpoint.ts';

vi.setConfig({ testTimeout: 120_000 });
afterAll(endAll);

const freePort = async (): Promise<string> => {
  const { address, stop } = await serve(['--port', '0', '--data', aFolder()]);
  await stop('SIGTERM');
  return new URL(address).port;
};

describe('serve', () => {
  it('[CL6] prints its address, and on an empty store how to begin', async () => {
    const { address, stdout, stderr, stop } = await serve(['--port', '0', '--data', aFolder()]);
    await vi.waitFor(() => expect(stderr()).toContain('npm start -- --demo'));
    expect(stderr()).toContain('places import');
    expect(stderr()).toContain('codes issue --place ID');
    expect(stdout()).toBe(`Готово открыто: ${address}\n`);
    const page = await fetch(address);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<html lang="ru"')]);
    const health = await fetch(`${address}/health`);
    expect([health.status, await health.json()]).toEqual([200, { ok: true, version: program.version }]);
    expect(await stop('SIGTERM')).toBe(0);
  });

  it('[CL6] prints a code of one school and of one officer with --demo, and both work; again and again', async () => {
    const data = aFolder();
    for (const _start of ['first', 'second']) {
      const { address, stdout, stderr, stop } = await serve(['--port', '0', '--data', data, '--demo']);
      const codesOf = () => [...stdout().matchAll(/(?:\d{4} ?){5}/g)].map(([code]) => code.replaceAll(' ', ''));
      await vi.waitFor(() => expect(codesOf()).toHaveLength(2));
      const [school = '', officer = ''] = codesOf();
      expect((await new WireDevice(address).enrol(school)).body).toMatchObject({ role: 'school', own: 'zimoluzhye' });
      const inOffice = await new WireDevice(address).enrol(officer);
      expect(inOffice.body).toMatchObject({ role: 'officer', place: { id: 'tihovodsk' } });
      expect(stderr()).not.toContain('Хранилище пустое');
      expect(await stop('SIGTERM')).toBe(0);
    }
    const { stdout } = await command(['places', 'list', '--json', '--data', data]);
    expect(JSON.parse(stdout)).toHaveLength(9);
  });

  it('[CL6] refuses a store that is served already, and a port that is taken, with exit code 1', async () => {
    const data = aFolder();
    const { address, stop } = await serve(['--port', '0', '--data', data]);
    const second = await command(['serve', '--port', '0', '--data', data]);
    expect([second.code, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toContain(`хранилище ${data} уже открыто другим serve`);
    const { port } = new URL(address);
    const elsewhere = await command(['serve', '--port', port, '--data', aFolder()]);
    expect([elsewhere.code, elsewhere.stderr]).toEqual([1, `gotovo: порт ${port} занят, выберите другой: --port\n`]);
    expect((await fetch(address)).status).toBe(200);
    expect(await stop('SIGINT')).toBe(0);
    const third = await serve(['--port', port, '--data', data]);
    expect(await third.stop('SIGTERM')).toBe(0);
  });

  it('[CL6] heeds PORT, DATA_DIR, PUBLIC_URL and LOG_LEVEL; a flag before a setting', async () => {
    const [port, data] = [await freePort(), await aStore()];
    const PUBLIC_URL = 'https://gotovo.example';
    const { address, stderr, stop } = await serve([], { PORT: port, DATA_DIR: data, PUBLIC_URL, LOG_LEVEL: 'info' });
    expect(address).toBe(PUBLIC_URL);
    const page = await fetch(`http://localhost:${port}/`);
    expect(page.headers.get('strict-transport-security')).toContain('max-age');
    await vi.waitFor(() => expect(stderr()).toContain('"status":200'));
    expect(stderr()).not.toContain('Хранилище пустое');
    expect(await stop('SIGTERM')).toBe(0);
    const quiet = await serve(['--port', '0', '--data', aFolder()], { PORT: 'x', DATA_DIR: data, LOG_LEVEL: 'silent' });
    expect((await fetch(quiet.address)).status).toBe(200);
    await vi.waitFor(() => expect(quiet.stderr()).toContain('Хранилище пустое'));
    expect(quiet.stderr()).not.toContain('"status"');
    expect(await quiet.stop('SIGTERM')).toBe(0);
  });

  it('[CL6] killed at any moment keeps everything it has confirmed, and serves on', async () => {
    const data = await aStore();
    const first = await serve(['--port', '0', '--data', data]);
    const { stdout } = await command(['codes', 'issue', '--place', 's10', '--json', '--data', data]);
    const device = new WireDevice(first.address);
    await device.enrol(JSON.parse(stdout).code);
    const answers = Array.from({ length: 40 }, (_, at) =>
      aRevision({ history: 's10', path: '2016-17/readiness/K1-01', value: at }),
    );
    const offer = (part: typeof answers) =>
      device.post('/sync', buildSyncRequest([{ history: 's10', after: noCursor, revisions: part }], 'n', 0));
    for (let at = 0; at < 36; at += 4) expect((await offer(answers.slice(at, at + 4))).status).toBe(200);
    const cut = offer(answers.slice(36)).catch(() => null); // whether this one arrived nobody knows
    await first.stop('SIGKILL');
    await cut;
    const { port } = new URL(first.address);
    const second = await serve(['--port', port, '--data', data]);
    expect((await offer([])).status).toBe(200);
    const verified = await command(['verify', '--data', data]);
    expect(verified.code).toBe(0);
    const rows = Number(/^s10\t(\d+)\tцела$/m.exec(verified.stdout)?.[1]);
    expect(rows - 1).toBeGreaterThanOrEqual(36); // the first row is the device itself
    expect(await second.stop('SIGTERM')).toBe(0);
  });
});

import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import program from '../../package.json' with { type: 'json' };
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { aFile, aStore, command, endAll, placesCsv, type Serving, serve } from '../support/command-line.ts';
import { aFolder, WireDevice } from '../support/endpoint.ts';
import { databaseOf, query } from '../support/postgres.ts';

vi.setConfig({ testTimeout: 120_000 });
afterAll(endAll);

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

describe('version', () => {
  it('[CL2] goes to stdout', async () => {
    const said = { code: 0, stdout: `${program.version}\n`, stderr: '' };
    for (const typed of ['version', '--version']) expect(await command([typed])).toMatchObject(said);
  });
});

describe('a folder the system refuses', () => {
  it('[OP7] is told in one line, at once', async () => {
    for (const args of [
      ['samples', '--out', '/proc/nothing/samples'],
      ['serve', '--port', '0', '--data', '/proc/nothing/store'],
    ]) {
      const { code, stderr } = await command(args);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^gotovo: \/proc\/nothing: [^\n]+\n$/)]);
    }
  });
});

describe('a file that is not whole', () => {
  it('[OP2] is not served, and what to do is told', async () => {
    const data = await aStore();
    const file = join(data, 'gotovo.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, bytes.length - 4096);
    writeFileSync(file, bytes);
    const { code, stdout, stderr } = await command(['serve', '--port', '0', '--data', data]);
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^gotovo: [^\n]*повреж[^\n]*gotovo restore\n$/),
    ]);
  });
});

describe('the metrics', () => {
  it('[OP3] stand on a port of their own on the loopback, and nowhere else', async () => {
    const port = await freePort();
    const { address, stop } = await serve(['--port', '0', '--metrics-port', String(port), '--data', await aStore()]);
    const metrics = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect([metrics.status, metrics.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(await metrics.text()).toContain('\ngotovo_store_damaged 0\n');
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
    const own = Object.values(networkInterfaces()).flat();
    for (const one of own.filter((found) => found && !found.internal && found.family === 'IPv4'))
      await expect(fetch(`http://${one?.address}:${port}/metrics`)).rejects.toThrow();
    expect(await stop('SIGTERM')).toBe(0);
  });

  it('[CL1] need a port that is one, and one that is free', async () => {
    const data = await aStore();
    const bad = await command(['serve', '--metrics-port', 'x', '--data', data]);
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('«x»')]);
    const { stop, address } = await serve(['--port', '0', '--data', data], { HOST: '127.0.0.1' });
    const taken = await command(['serve', '--port', '0', '--metrics-port', new URL(address).port, '--data', aFolder()]);
    expect([taken.code, taken.stderr]).toEqual([1, expect.stringContaining('занят')]);
    expect(await stop('SIGTERM')).toBe(0);
  });
});

async function anEnrolled(
  { address }: Serving,
  flags: readonly string[],
  env: Record<string, string>,
): Promise<WireDevice> {
  const { stdout } = await command(['codes', 'issue', '--place', 's10', '--json', ...flags], env);
  const device = new WireDevice(address);
  await device.enrol(JSON.parse(stdout).code);
  return device;
}

/** A turn that has begun: its headers and half of its body are sent, and it waits for a word. */
async function aBegunTurn({ address }: Serving, device: WireDevice, values: readonly number[]) {
  const revisions = values.map((value) => aRevision({ history: 's10', path: '2016-17/readiness/K2-04', value }));
  const body = JSON.stringify(buildSyncRequest([{ history: 's10', after: noCursor, revisions }], 'n', 0));
  const headers = {
    'content-type': 'application/json',
    'x-gotovo': '1',
    cookie: device.cookie,
    'content-length': Buffer.byteLength(body),
  };
  const asking: ClientRequest = request(`${address}/sync`, { method: 'POST', headers });
  asking.write(body.slice(0, 20));
  await vi.waitFor(() => expect(asking.socket?.bytesWritten).toBeGreaterThan(20));
  return {
    asking,
    end: async () => {
      asking.end(body.slice(20));
      const [answer] = (await once(asking, 'response')) as [IncomingMessage];
      answer.resume();
      return answer;
    },
  };
}

const stores: [string, () => Promise<{ flags: string[]; env: Record<string, string> }>][] = [
  ['SQLite', async () => ({ flags: ['--data', await aStore()], env: {} })],
  [
    'PostgreSQL',
    async () => {
      const env = { DATABASE_URL: await databaseOf(aFolder()) };
      await command(['places', 'import', aFile('places.csv', placesCsv)], env);
      return { flags: [], env };
    },
  ],
];

describe.each(stores)('serve on %s, told to stop', (_name, aFreshStore) => {
  it('[OP5] answers the turn that has begun, lets nobody new in, and ends with 0', async () => {
    const { flags, env } = await aFreshStore();
    const serving = await serve(['--port', '0', ...flags], env);
    const device = await anEnrolled(serving, flags, env);
    const begun = await aBegunTurn(serving, device, [1, 2]);
    const ended = serving.stop('SIGTERM');
    await vi.waitFor(() => expect(fetch(`${serving.address}/health`)).rejects.toThrow(), { timeout: 10_000 });
    const answer = await begun.end();
    expect(answer.statusCode).toBe(200);
    expect(await ended).toBe(0);
    expect((await command(['verify', ...flags], env)).stdout).toMatch(/^s10\t3\tцела$/m);
  });

  it('[OP5] cuts off what never ends, and ends with 0', async () => {
    const { flags, env } = await aFreshStore();
    const serving = await serve(['--port', '0', ...flags], env);
    const device = await anEnrolled(serving, flags, env);
    const { asking } = await aBegunTurn(serving, device, [1]);
    const cut = once(asking, 'error');
    expect(await serving.stop('SIGTERM')).toBe(0);
    await cut;
  });
});

describe('serve on PostgreSQL, told to stop', () => {
  it('[OP5] waits for the turn that waits for the database', async () => {
    const env = { DATABASE_URL: await databaseOf(aFolder()) };
    await command(['places', 'import', aFile('places.csv', placesCsv)], env);
    const serving = await serve(['--port', '0'], env);
    const device = await anEnrolled(serving, [], env);
    const holding = query(env.DATABASE_URL, 'begin; update histories set last = last; select pg_sleep(3); commit');
    await vi.waitFor(async () => {
      const held =
        "select 1 from pg_stat_activity where query like 'begin;%' and wait_event = 'PgSleep' and datname = current_database()";
      expect(await query(env.DATABASE_URL, held)).toHaveLength(1);
    });
    const begun = await aBegunTurn(serving, device, [7]);
    const answered = begun.end();
    await vi.waitFor(
      async () => {
        const waits = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
        expect(await query(env.DATABASE_URL, waits)).toHaveLength(1);
      },
      { timeout: 10_000 },
    );
    const ended = serving.stop('SIGTERM');
    expect((await answered).statusCode).toBe(200);
    expect(await ended).toBe(0);
    await holding;
    expect((await command(['verify'], env)).stdout).toMatch(/^s10\t2\tцела$/m);
  });
});

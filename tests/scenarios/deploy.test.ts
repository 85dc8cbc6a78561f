import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { Agent, request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest, readSyncAnswer } from '../../src/core/sync/client-turn.ts';
import { aRevision, sha256 } from '../fixtures/a-revision.ts';
import { aFile, aStore, command, endAll, placesCsv, run, type Serving, serve } from '../support/command-line.ts';
import { aFolder, WireDevice } from '../support/endpoint.ts';
import { databaseOf } from '../support/postgres.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const has = (tool: string, flag: string): boolean => spawnSync(tool, [flag]).status === 0;

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** nginx with the files of `deploy/`, but for ports and paths, and a certificate signed by itself. */
async function startNginx(endpointPort: string): Promise<{ port: number; ca: Buffer; stop: () => Promise<unknown> }> {
  const folder = mkdtempSync(join(tmpdir(), 'gotovo-nginx-'));
  chmodSync(folder, 0o755);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', join(folder, 'key.pem')];
  const names = ['-subj', '/CN=gotovo.example', '-addext', 'subjectAltName=DNS:gotovo.example'];
  spawnSync('openssl', ['req', '-x509', ...key, ...names, '-days', '2', '-out', join(folder, 'fullchain.pem')]);
  const [port, plain] = [await freePort(), await freePort()];
  const site = readFileSync('deploy/nginx.conf', 'utf8')
    .replaceAll(/ {2}listen \[::\].*\n/g, '')
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ', `listen 127.0.0.1:${port} `)
    .replace('127.0.0.1:8080', `127.0.0.1:${endpointPort}`)
    .replaceAll(/\/etc\/(gotovo|nginx)\//g, `${folder}/`);
  writeFileSync(join(folder, 'site.conf'), site);
  writeFileSync(join(folder, 'gotovo-proxy.conf'), readFileSync('deploy/gotovo-proxy.conf'));
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => {
    mkdirSync(join(folder, name));
    return `${name}_temp_path ${join(folder, name)};`;
  });
  const main = `daemon off; pid ${folder}/pid; error_log ${folder}/log; events {} http { ${own.join(' ')} include ${folder}/site.conf; }`;
  writeFileSync(join(folder, 'nginx.conf'), main);
  const nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'log')], { stdio: 'ignore' });
  const ended = once(nginx, 'exit');
  const ca = readFileSync(join(folder, 'fullchain.pem'));
  await vi.waitFor(() => hello(port, ca).then(({ socket }) => socket.destroy()), { timeout: 20_000, interval: 200 });
  const stop = () => {
    nginx.kill('SIGQUIT');
    return ended;
  };
  return { port, ca, stop };
}

/** One handshake, with the ticket it brings; with the ticket of an earlier one it may be resumed. */
async function hello(
  port: number,
  ca: Buffer,
  session?: Buffer,
): Promise<{ socket: TLSSocket; ticket: Promise<Buffer> }> {
  const socket = connect({
    port,
    host: '127.0.0.1',
    servername: 'gotovo.example',
    ca,
    session,
    ALPNProtocols: ['h2', 'http/1.1'],
  });
  const ticket = once(socket, 'session').then(([brought]) => brought as Buffer);
  ticket.catch(() => undefined);
  await once(socket, 'secureConnect');
  return { socket, ticket };
}

describe('the nightly copy', () => {
  const copyTo = (BACKUPS: string, env: Record<string, string>) => run('deploy/gotovo-backup', [], { BACKUPS, ...env });

  it('[CL4] lies in its folder, proven to restore; what is older than a month goes only then', async () => {
    const [DATA_DIR, backups] = [await aStore(), aFolder()];
    const old = join(backups, 'gotovo-2026-01-01T000000Z.sqlite');
    writeFileSync(old, 'old');
    utimesSync(old, 0, 0);
    const broken = await copyTo(backups, { DATA_DIR: aFolder() });
    expect([broken.code, existsSync(old)]).toEqual([2, true]);
    const { code, stdout } = await copyTo(backups, { DATA_DIR });
    expect([code, existsSync(old)]).toEqual([0, false]);
    expect(readdirSync(backups)).toEqual([basename(stdout.trim())]);
    const restored = await command(['restore', stdout.trim(), '--data', aFolder()]);
    expect([restored.code, restored.stderr]).toEqual([0, expect.stringContaining('ждать некого')]);
  });

  if (has('pg_dump', '--version'))
    it('[PG1] of PostgreSQL is its own dump', async () => {
      const env = { DATABASE_URL: await databaseOf(aFolder()) };
      await command(['places', 'import', aFile('places.csv', placesCsv)], env);
      const { code, stdout } = await copyTo(aFolder(), env);
      expect(code).toBe(0);
      const listed = spawnSync('pg_restore', ['--list', stdout.trim()], { encoding: 'utf8' });
      expect(listed.stdout).toContain('TABLE DATA public revisions');
    });
});

const hasProxy = has('nginx', '-v') && has('openssl', 'version');
if (hasProxy)
  describe('behind nginx as deploy/ sets it up', () => {
    let serving: Serving;
    let nginx: Awaited<ReturnType<typeof startNginx>>;
    let data = '';
    let agent: Agent;
    beforeAll(async () => {
      data = await aStore();
      const port = String(await freePort());
      serving = await serve(['--port', port, '--data', data], {
        PUBLIC_URL: 'https://gotovo.example',
        HOST: '127.0.0.1',
      });
      nginx = await startNginx(port);
      agent = new Agent({ ca: nginx.ca, servername: 'gotovo.example', keepAlive: true });
    });
    afterAll(async () => {
      agent.destroy();
      await nginx.stop();
      await serving.stop('SIGTERM');
      endAll();
    });

    async function ask(method: 'GET' | 'POST', path: string, headers: Record<string, string> = {}, body = '') {
      const asking = request({
        host: '127.0.0.1',
        port: nginx.port,
        agent,
        method,
        path,
        headers: { host: 'gotovo.example', ...headers },
      });
      asking.end(body);
      const [response] = await once(asking, 'response');
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part as Buffer);
      return { status: response.statusCode as number, headers: response.headers, bytes: Buffer.concat(parts) };
    }
    const post = (path: string, body: unknown, cookie = '') =>
      ask(
        'POST',
        path,
        { 'content-type': 'application/json', 'x-gotovo': '1', origin: 'https://gotovo.example', cookie },
        JSON.stringify(body),
      );

    it('[HT3] shows the program with its headers, HSTS among them, packed as the endpoint packed it', async () => {
      const { status, headers, bytes } = await ask('GET', '/', { 'accept-encoding': 'gzip, br' });
      expect([status, headers['content-encoding']]).toEqual([200, 'br']);
      expect(bytes.equals(readFileSync('dist/app/index.html.br'))).toBe(true);
      expect(headers['strict-transport-security']).toBe('max-age=31536000');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers.server).toBe('nginx');
      expect((await ask('GET', '/metrics')).status).toBe(404);
    });

    it('[EN4] [SY8] enrols a device and takes its answers', async () => {
      const { stdout } = await command(['codes', 'issue', '--place', 's10', '--json', '--data', data]);
      const { publicKey } = new WireDevice('');
      const claim = { proto: 1, nonce: 'n', code: JSON.parse(stdout).code, publicKey, label: 'ПК завуча' };
      const enrolled = await post('/enrol', claim);
      expect(enrolled.status).toBe(200);
      const [cookie = ''] = (enrolled.headers['set-cookie']?.[0] ?? '').split(';');
      const offers = [{ history: 's10', after: noCursor, revisions: [aRevision({ history: 's10', value: 3 })] }];
      const turned = await post('/sync', buildSyncRequest(offers, 'n', 1), cookie);
      const read = readSyncAnswer(JSON.parse(turned.bytes.toString()), offers, 'n', sha256);
      expect(read).toMatchObject({ ok: true, value: [{ state: 'page' }] });
      const long = await post('/sync', { long: 'x'.repeat(1_200_000) }, cookie);
      expect([long.status, JSON.parse(long.bytes.toString())]).toEqual([413, { code: 'body-too-large' }]);
    });

    it('resumes a handshake, speaks HTTP/2, and shows an ECDSA certificate', async () => {
      const first = await hello(nginx.port, nginx.ca);
      expect([first.socket.alpnProtocol, first.socket.isSessionReused()]).toEqual(['h2', false]);
      expect(first.socket.getPeerCertificate()).toMatchObject({ asn1Curve: 'prime256v1' });
      const ticket = await first.ticket;
      first.socket.destroy();
      const second = await hello(nginx.port, nginx.ca, ticket);
      expect(second.socket.isSessionReused()).toBe(true);
      second.socket.destroy();
    });
  });

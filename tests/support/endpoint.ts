import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import type { Role } from '../../src/core/access/access.ts';
import type { Place } from '../../src/core/places/place.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { createServer } from '../../src/server/create-server.ts';
import { type Endpoint, openEndpoint } from '../../src/server/endpoint.ts';
import { createHttpServer } from '../../src/server/http-server.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import type { Engine } from '../../src/server/store/engine.ts';
import { openPostgres } from '../../src/server/store/open-postgres.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { writePlaces } from '../../src/server/store/places.ts';
import { databaseOf, onPostgres } from './postgres.ts';

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'gotovo-store-'));

/** The store that belongs to a folder: the file in it, or a database in its place. */
export const openStore = async (folder: string): Promise<Engine> =>
  onPostgres ? openPostgres(await databaseOf(folder), { mayBegin: true }) : openSqlite(folder);

const place = (id: string, kind: Place['kind'], parent: string | null): Place => ({
  id,
  kind,
  parent,
  name: `Место ${id}`,
  shortName: id,
  address: '',
});

/** Region r, municipalities m and n; schools s1, s2 (with branch b1 of s1) in m, s3 in n, s4 right under r. */
export const aTree: readonly Place[] = [
  place('r', 'region', null),
  place('m', 'municipality', 'r'),
  place('n', 'municipality', 'r'),
  place('s1', 'school', 'm'),
  place('s2', 'school', 'm'),
  place('b1', 'branch', 's1'),
  place('s3', 'school', 'n'),
  place('s4', 'school', 'r'),
];

export type RunningEndpoint = {
  address: string;
  endpoint: Endpoint;
  engine: Engine;
  app: Hono;
  server: Server;
  stop: () => Promise<void>;
};

/** The endpoint on a free port over a real store, with the tree above. */
export async function startEndpoint(
  folder = aFolder(),
  {
    now = Date.now,
    port = 0,
    log = pino({ level: 'silent' }),
  }: { now?: () => number; port?: number; log?: Logger } = {},
): Promise<RunningEndpoint> {
  const engine = await openStore(folder);
  const endpoint = await openEndpoint(engine, log, now);
  await engine.write((writer) => writePlaces(writer, aTree));
  const app = createServer({ endpoint, programFolder: join(folder, 'none'), version: 'test', https: false });
  const server = createHttpServer(app, false);
  await new Promise<void>((done) => server.listen(port, done));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    endpoint,
    engine,
    app,
    server,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await engine.close();
    },
  };
}

/** A device as the network sees it: a cookie, a key, and requests with the headers the program sends. */
export class WireDevice {
  readonly #address: string;
  readonly #privateKey: KeyObject;
  readonly publicKey: string;
  cookie = '';
  id = '';

  constructor(address: string) {
    this.#address = address;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.publicKey = Buffer.concat([
      Buffer.from([4]),
      Buffer.from(x, 'base64url'),
      Buffer.from(y, 'base64url'),
    ]).toString('base64url');
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(this.#address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-gotovo': '1', cookie: this.cookie, ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
    });
    const given = response.headers.get('set-cookie');
    if (given) this.cookie = given.split(';')[0] ?? '';
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: JSON.parse(text) as Record<string, unknown> };
  }

  async enrol(code: string) {
    const answer = await this.post('/enrol', {
      proto: 1,
      nonce: 'n',
      code,
      publicKey: this.publicKey,
      label: 'ПК завуча',
    });
    this.id = String(answer.body.device ?? '');
    return answer;
  }

  sign(text: string): string {
    return sign('sha256', Buffer.from(text), { key: this.#privateKey, dsaEncoding: 'ieee-p1363' }).toString(
      'base64url',
    );
  }

  signed(revision: Revision): Revision {
    return { ...revision, signature: { by: this.id, value: this.sign(revision.id) } };
  }
}

/** A device enrolled by a fresh code of a place. */
export async function anEnrolled({ address, endpoint }: RunningEndpoint, at: string, role: Role): Promise<WireDevice> {
  const device = new WireDevice(address);
  await device.enrol(await issueCode(endpoint.engine.write, { place: at, role, now: endpoint.now() }));
  return device;
}

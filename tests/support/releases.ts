import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { createServer } from '../../src/server/create-server.ts';
import { type Endpoint, openEndpoint } from '../../src/server/endpoint.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { readRevisions } from '../../src/server/store/histories.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { writePlaces } from '../../src/server/store/places.ts';
import { aFolder, aTree } from './endpoint.ts';

/** What stands on the line and answers in the server's place; null: it lets the request through. */
export type Filter = (request: Request) => Response | null;

export type Releases = {
  address: string;
  endpoint: Endpoint;
  publish: (folder: string) => void;
  /** from now on this stands on the line; null: nothing does */
  filter: (between: Filter | null) => void;
  /** takes the line away, or gives it back: nobody answers at all, whoever asks */
  setOnline: (isOnline: boolean) => Promise<void>;
  /** a code for one device, of a school unless told otherwise */
  aCode: (place?: string, role?: 'school' | 'officer') => Promise<string>;
  /** paths of what the endpoint holds of that school */
  held: () => Promise<string[]>;
  stop: () => Promise<void>;
};

/** One endpoint that serves one release of the program after the other. */
export async function startReleases(): Promise<Releases> {
  const engine = await openSqlite(aFolder());
  const endpoint = await openEndpoint(engine, pino({ level: 'silent' }), Date.now);
  await engine.write((writer) => writePlaces(writer, aTree));
  const release = (programFolder: string): Hono =>
    createServer({ endpoint, programFolder, version: 'test', https: false });
  let served = release(join(process.cwd(), 'dist/app'));
  let between: Filter | null = null;
  const fetch = (request: Request, env: object) => between?.(request) ?? served.fetch(request, env);
  const server = createAdaptorServer({ fetch }) as Server;
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((done) => server.close(() => done()));
  };
  return {
    address: `http://localhost:${port}`,
    endpoint,
    publish: (folder) => {
      served = release(folder);
    },
    setOnline: (isOnline) => (isOnline ? new Promise((done) => server.listen(port, done)) : close()),
    filter: (standing) => {
      between = standing;
    },
    aCode: (place = 's1', role = 'school') => issueCode(engine.write, { place, role, now: Date.now() }),
    held: async () => (await readRevisions(engine.read, 's1')).map(({ path }) => path),
    stop: async () => {
      await close();
      await engine.close();
    },
  };
}

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { pino } from 'pino';
import { createServer } from '../../src/server/create-server.ts';
import { openEndpoint } from '../../src/server/endpoint.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { readRevisions } from '../../src/server/store/histories.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { writePlaces } from '../../src/server/store/places.ts';
import { aFolder, aTree } from './endpoint.ts';

export type Releases = {
  address: string;
  publish: (folder: string) => void;
  /** a code for one school's device */
  aCode: () => Promise<string>;
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
  const server = createAdaptorServer({ fetch: (request, env) => served.fetch(request, env) }) as Server;
  await new Promise<void>((done) => server.listen(0, done));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    publish: (folder) => {
      served = release(folder);
    },
    aCode: () => issueCode(engine.write, { place: 's1', role: 'school', now: Date.now() }),
    held: async () => (await readRevisions(engine.read, 's1')).map(({ path }) => path),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await engine.close();
    },
  };
}

import { rmSync } from 'node:fs';
import { addDevice } from '../../src/server/store/devices.ts';
import type { Engine } from '../../src/server/store/engine.ts';
import { openPostgres } from '../../src/server/store/open-postgres.ts';
import { writePlaces } from '../../src/server/store/places.ts';
import { serve } from '../support/command-line.ts';
import { aFolder, aTree, type RunningEndpoint, startEndpoint } from '../support/endpoint.ts';
import { databaseOf } from '../support/postgres.ts';
import sharePostgres from '../support/share-postgres.ts';
import type { Served } from './wire-world.ts';

const schools = ['s1', 's2'];

/** The day their cookies count from (EN5): no clock of a trial finds them too old; coming back by the key is tried by itself. */
const outlivesEveryClock = Date.UTC(2100, 0, 1);

/** The places and a device for every cookie a wire world may send. */
export async function addSchoolDevices(engine: Engine): Promise<void> {
  await engine.write(async (writer) => {
    await writePlaces(writer, aTree);
    for (const place of schools)
      for (let at = 1; at <= 9; at += 1) {
        const id = `${place}-${at}`;
        await addDevice(writer, { id, role: 'school', place, label: 'ПК', publicKey: '' }, id, outlivesEveryClock);
      }
  });
}

/** An endpoint nobody has written to yet. */
export async function emptied(engine: Engine): Promise<void> {
  await engine.write(async (writer) => {
    for (const table of ['revision_ids', 'revisions', 'histories'] as const) await writer.deleteFrom(table).execute();
  });
}

export type ServedStore = Served & { close: () => Promise<void> };

export type SqliteServed = ServedStore & {
  running: () => RunningEndpoint;
  /** does something to the store while nobody serves it */
  whileStopped: (work: () => Promise<void>) => Promise<void>;
};

/** The endpoint over SQLite, in this process. */
export async function serveSqlite({ now = Date.now, folder = aFolder() } = {}): Promise<SqliteServed> {
  let running = await startEndpoint(folder, { now });
  await addSchoolDevices(running.engine);
  return {
    addresses: () => [running.address],
    engine: () => running.engine,
    running: () => running,
    whileStopped: async (work) => {
      await running.stop();
      await work();
      running = await startEndpoint(folder, { now });
    },
    close: async () => {
      await running.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Two endpoint processes over one PostgreSQL database. */
export async function servePostgres(): Promise<ServedStore> {
  const stopSharing = sharePostgres();
  const url = await databaseOf(aFolder());
  const engine = await openPostgres(url, { mayBegin: true });
  await addSchoolDevices(engine);
  const processes = await Promise.all([1, 2].map(() => serve(['--port', '0'], { DATABASE_URL: url })));
  return {
    addresses: () => processes.map(({ address }) => address),
    engine: () => engine,
    close: async () => {
      await Promise.all(processes.map(({ stop }) => stop('SIGTERM')));
      await engine.close();
      stopSharing();
    },
  };
}

import { wireFaults } from '../../support/fault-line.ts';
import { emptied, type ServedStore, servePostgres, serveSqlite } from '../served-stores.ts';
import type { SoakPart } from '../soak-part.ts';
import { runWireSchedule } from '../wire-world.ts';

const mustSee = [...wireFaults, 'profile cloned', 'another device synced while a request was under way'];

const partOver = (name: string, where: string, openStore: () => Promise<ServedStore>): SoakPart => ({
  name,
  title: `schedules of 2–4 devices and more over HTTP and a line with faults, ${where}`,
  goal: 5000,
  mustSee,
  open: async () => {
    const served = await openStore();
    return {
      attempt: async (seed) => {
        await emptied(served.engine());
        return runWireSchedule(seed, served, { tells: mustSee });
      },
      close: served.close,
    };
  },
});

/** The product's own devices and endpoint with everything between them going wrong. */
export const faultyLineSqlite = partOver('faulty-line-sqlite', 'SQLite', () => serveSqlite());
export const faultyLinePostgres = partOver('faulty-line-postgres', 'two processes on PostgreSQL', servePostgres);

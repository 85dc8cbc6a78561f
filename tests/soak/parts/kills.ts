import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Engine } from '../../../src/server/store/engine.ts';
import { openPostgres } from '../../../src/server/store/open-postgres.ts';
import { openSqlite } from '../../../src/server/store/open-sqlite.ts';
import { Random } from '../../simulation/random.ts';
import { aFolder } from '../../support/endpoint.ts';
import { type Cluster, databaseIn, databaseOf, killCluster, startAgain, startCluster } from '../../support/postgres.ts';
import sharePostgres from '../../support/share-postgres.ts';
import { type KeptServing, keepServing } from '../kept-serving.ts';
import { faultsIn, startLoad } from '../push-load.ts';
import { addSchoolDevices, emptied } from '../served-stores.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';

type Killing = {
  openStore: () => Promise<Engine>;
  processes: readonly KeptServing[];
  /** kills and brings back; tells what happened */
  trouble: (random: Random) => Promise<string[]>;
};

const pushers = 6;

/** Pushers never pause while something is killed at a moment drawn from the seed; then everything answered for must be there. */
async function attemptKill(seed: number, { openStore, processes, trouble }: Killing): Promise<Attempt> {
  const random = new Random(seed);
  const before = await openStore();
  await emptied(before);
  await before.close();
  const load = startLoad((pusher) => processes[pusher % processes.length]?.address() ?? '', pushers);
  const lost: string[] = [];
  const seen: string[] = [];
  try {
    if (!(await load.more(1))) lost.push('nothing was answered before the kill');
    await after(random.below(150));
    seen.push(...(await trouble(random)));
    if (!(await load.more(2 * pushers))) lost.push('not served again');
  } finally {
    await load.stop();
  }
  if (load.attempted.size > load.acknowledged.length) seen.push('request without an answer');
  const engine = await openStore();
  lost.push(...load.strange, ...(await faultsIn(engine, load.acknowledged, load.attempted)));
  await engine.close();
  return { kept: load.acknowledged.length, lost, seen };
}

const within5s = 'served again within 5 s';

async function killed(processes: readonly KeptServing[]): Promise<string[]> {
  await Promise.all(processes.map(({ kill }) => kill()));
  const took = await Promise.all(processes.map((process) => process.startAgain()));
  return Math.max(...took) <= 5000 ? [within5s] : [];
}

/** T4: the endpoint's process is killed under load. */
export const killEndpointSqlite: SoakPart = {
  name: 'kill-endpoint-sqlite',
  title: 'kill -9 of the endpoint under load, SQLite',
  goal: 1000,
  mustSee: [within5s, 'request without an answer'],
  open: async () => {
    const folder = aFolder();
    const openStore = () => openSqlite(folder);
    const engine = await openStore();
    await addSchoolDevices(engine);
    await engine.close();
    const serving = await keepServing(['--data', folder]);
    return {
      attempt: (seed) => attemptKill(seed, { openStore, processes: [serving], trouble: () => killed([serving]) }),
      close: async () => {
        await serving.stop();
        rmSync(folder, { recursive: true });
      },
    };
  },
};

async function serveTwice(url: string): Promise<{ openStore: () => Promise<Engine>; processes: KeptServing[] }> {
  const openStore = () => openPostgres(url, { mayBegin: true });
  const engine = await openStore();
  await addSchoolDevices(engine);
  await engine.close();
  return { openStore, processes: await Promise.all([1, 2].map(() => keepServing([], { DATABASE_URL: url }))) };
}

/** T4: one of two endpoint processes is killed, or both at once. */
export const killEndpointPostgres: SoakPart = {
  name: 'kill-endpoint-postgres',
  title: 'kill -9 of one or both endpoint processes under load, PostgreSQL',
  goal: 1000,
  mustSee: ['both', 'one', within5s, 'request without an answer'],
  open: async () => {
    const stopSharing = sharePostgres();
    const { openStore, processes } = await serveTwice(await databaseOf(aFolder()));
    const trouble = async (random: Random) => {
      const isBoth = random.chance(0.5);
      const victims = isBoth ? processes : [random.pick(processes)];
      return [isBoth ? 'both' : 'one', ...(await killed(victims))];
    };
    return {
      attempt: (seed) => attemptKill(seed, { openStore, processes, trouble }),
      close: async () => {
        await Promise.all(processes.map(({ stop }) => stop()));
        stopSharing();
      },
    };
  },
};

/** S5, S6: PostgreSQL itself ends at once, by its own emergency stop or by kill -9, and comes back. */
export const killPostgres: SoakPart = {
  name: 'kill-postgres',
  title: 'PostgreSQL killed under two endpoint processes and their load',
  goal: 200,
  mustSee: ['emergency stop', 'kill -9'],
  open: async () => {
    const cluster = await startCluster();
    const { openStore, processes } = await serveTwice(await databaseIn(cluster, 'killed'));
    const trouble = async (random: Random) => {
      const isStop = random.chance(0.5);
      if (isStop) killCluster(cluster.folder);
      else process.kill(postmasterOf(cluster), 'SIGKILL');
      await after(random.below(300));
      await bringBack(cluster);
      return [isStop ? 'emergency stop' : 'kill -9'];
    };
    return {
      attempt: (seed) => attemptKill(seed, { openStore, processes, trouble }),
      close: async () => {
        await Promise.all(processes.map(({ stop }) => stop()));
        killCluster(cluster.folder);
        rmSync(cluster.folder, { recursive: true });
      },
    };
  },
};

const postmasterOf = ({ folder }: Cluster): number =>
  Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** After kill -9 its children need a moment to notice; until then nobody else may begin. */
async function bringBack(cluster: Cluster): Promise<void> {
  for (let left = 50; ; left -= 1) {
    try {
      startAgain(cluster);
      return;
    } catch (error) {
      if (left === 0) throw error;
      await after(200);
    }
  }
}

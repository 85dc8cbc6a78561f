import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCode } from '../../src/server/store/codes.ts';
import type { Row } from './bench-report.ts';
import type { EveningSchool, EveningTimes } from './evening-client.ts';
import { aTreeOf, enrolAt, withStore, writeTree } from './fill-store.ts';
import { type MeasuredProcess, startMeasuredEndpoint, startPlainJsonServer, type Usage } from './measured-process.ts';
import { percentile } from './percentile.ts';

/** so many schools enrol this very evening are one in … */
const newcomersOneIn = 30;

/**
 * The evening before the deadline: 3 000 schools (200 when quick) bring 100 answers each to one process on SQLite, 24 of them at
 * every moment; then the same bodies once more to a plain server.
 */
export async function deadlineEvening({ quick }: { quick: boolean }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gotovo-bench-'));
  const schools = await prepare(folder, quick ? 200 : 3000);
  const store = join(folder, 'gotovo.sqlite');
  const emptyInBytes = statSync(store).size;
  const [endpoint, plain] = [await startMeasuredEndpoint(folder), await startPlainJsonServer()];
  const client = fork(join(import.meta.dirname, 'evening-client.js'));
  const known = await costOf(endpoint, async () => {
    client.send({ evening: { address: endpoint.address, schools } });
    await once(client, 'message');
    client.send('go');
    return timesFrom(client);
  });
  const reference = await costOf(plain, async () => {
    client.send({ replay: plain.address });
    return timesFrom(client);
  });
  client.send('end');
  await Promise.all([endpoint.stop(), plain.stop(), once(client, 'exit')]);
  const grownInBytes = statSync(store).size - emptyInBytes;
  rmSync(folder, { recursive: true });
  return rowsOf(schools, known, reference, grownInBytes / schools.length);
}

/** The tree with a device for every school, but for those who come with a code this evening. */
async function prepare(folder: string, count: number): Promise<EveningSchool[]> {
  const tree = aTreeOf(count);
  const schools: EveningSchool[] = [];
  await withStore(folder, async (endpoint) => {
    await writeTree(endpoint, tree);
    const { engine, now } = endpoint;
    for (const [at, id] of tree.schools.entries()) {
      const histories = [id, `m${Math.floor(at / 50)}:public`, `r${Math.floor(at / 500)}:public`];
      const isNew = at % newcomersOneIn === 0;
      const code = isNew ? await issueCode(engine.write, { place: id, role: 'school', now: now() }) : null;
      const cookie = isNew ? '' : await engine.write((writer) => enrolAt(writer, id, 'school'));
      schools.push({ id, cookie, code, histories });
    }
  });
  return schools;
}

type Cost = { times: EveningTimes; cpuInMs: number; peakInMb: number };

async function costOf(server: MeasuredProcess, work: () => Promise<EveningTimes>): Promise<Cost> {
  const before: Usage = await server.usage();
  const times = await work();
  if (times.errors.length > 0) console.error(times.errors.slice(0, 5));
  const { cpuInMs, peakInMb } = await server.usage();
  return { times, cpuInMs: cpuInMs - before.cpuInMs, peakInMb };
}

const timesFrom = async (client: ChildProcess): Promise<EveningTimes> => {
  const [times] = await once(client, 'message');
  return times as EveningTimes;
};

function rowsOf(schools: readonly EveningSchool[], ours: Cost, plain: Cost, diskInBytes: number): Row[] {
  const count = schools.length;
  const row = (
    title: string,
    unit: Row['unit'],
    [measured, reference]: [number, number | null],
    budget: Row['budget'] = null,
  ): Row => ({
    suite: 'deadline-evening',
    title: `evening of ${count} schools: ${title}`,
    unit,
    measured,
    reference,
    budget,
  });
  const turn = (share: number): [number, number] => [
    percentile(ours.times.turns, share),
    percentile(plain.times.turns, share),
  ];
  const most = (of: 'measured' | 'ratio', limit: number): Row['budget'] => ({ of, most: limit });
  return [
    row(`${ours.times.turns.length} turns and ${ours.times.enrolments.length} codes, 24 at once, all of it`, 's', [
      ours.times.totalInMs / 1000,
      plain.times.totalInMs / 1000,
    ]),
    row('errors', 'count', [ours.times.errors.length + plain.times.errors.length, null], most('measured', 0)),
    row('a turn, p50', 'ms', turn(0.5)),
    row('a turn, p95', 'ms', turn(0.95)),
    row('a turn, p99', 'ms', turn(0.99)),
    row('a code becomes a device, p95', 'ms', [percentile(ours.times.enrolments, 0.95), null]),
    row('processor for a school, codes with it', 'ms', [ours.cpuInMs / count, plain.cpuInMs / count], most('ratio', 3)),
    row('memory at its peak', 'MB', [ours.peakInMb, plain.peakInMb], most('measured', 300)),
    row('disk for a school', 'bytes', [diskInBytes, null], most('measured', 30_000)),
  ];
}

import { afterAll, expect, it, vi } from 'vitest';
import { seededBugs } from '../simulation/seeded-bugs.ts';
import { endAll } from '../support/command-line.ts';
import { faultyLinePostgres, faultyLineSqlite } from './parts/faulty-line.ts';
import { emptied, serveSqlite } from './served-stores.ts';
import { runPart } from './soak-part.ts';
import { runWireSchedule } from './wire-world.ts';

vi.setConfig({ testTimeout: 240_000 });
afterAll(endAll);

it('[SY7] [SY8] nothing is lost on a line with every fault, SQLite', async () => {
  const { lost, unseen } = await runPart(faultyLineSqlite, { times: 80 });
  expect({ lost, unseen }).toEqual({ lost: [], unseen: [] });
});

it('[PG3] [SY7] [SY8] nothing is lost on a faulty line to two processes on PostgreSQL', async () => {
  const { lost, attempts } = await runPart(faultyLinePostgres, { times: 15 });
  expect({ lost, attempts }).toEqual({ lost: [], attempts: 15 });
});

const caughtOnWire = [
  'last write wins by the clock',
  'any 200 taken for an answer',
  'revisions deleted once confirmed',
];
const bugs = seededBugs.filter(({ title }) => caughtOnWire.includes(title));

it.each(bugs.map((bug) => [bug.title, bug] as const))('the oracle catches over HTTP: %s', async (_title, bug) => {
  const served = await serveSqlite();
  let caught = 'nothing';
  for (let seed = 1; seed <= 60 && caught === 'nothing'; seed += 1) {
    await emptied(served.engine());
    const { lost } = await runWireSchedule(seed, served, { tells: [], twist: bug.twist });
    caught = lost.find((fault) => bug.breaks.test(fault)) ?? 'nothing';
  }
  await served.close();
  expect(caught).toMatch(bug.breaks);
});

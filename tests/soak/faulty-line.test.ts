import { afterAll, expect, it, vi } from 'vitest';
import { endAll } from '../support/command-line.ts';
import { faultyLinePostgres, faultyLineSqlite } from './parts/faulty-line.ts';
import { runPart } from './soak-part.ts';

vi.setConfig({ testTimeout: 240_000 });
afterAll(endAll);

it.each([faultyLineSqlite, faultyLinePostgres])('[SY7] [SY8] nothing is lost on a faulty line: $name', async (part) => {
  const { lost, unseen, attempts } = await runPart(part, { times: 40 });
  expect({ lost, unseen, attempts }).toEqual({ lost: [], unseen: [], attempts: 40 });
});

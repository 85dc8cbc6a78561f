import { afterAll, expect, it, vi } from 'vitest';
import { endAll } from '../support/command-line.ts';
import { killEndpointPostgres, killEndpointSqlite, killPostgres } from './parts/kills.ts';
import { runPart } from './soak-part.ts';

vi.setConfig({ testTimeout: 240_000 });
afterAll(endAll);

const short = [
  [killEndpointSqlite, 8],
  [killEndpointPostgres, 6],
  [killPostgres, 4],
] as const;

it.each(short.map(([part, times]) => [part.name, part, times] as const))(
  '[ES1] [PG2] nothing acknowledged is lost: %s',
  async (_name, part, times) => {
    const { lost, attempts } = await runPart(part, { times });
    expect({ lost, attempts }).toEqual({ lost: [], attempts: times });
  },
);

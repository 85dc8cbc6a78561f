import { expect, it, vi } from 'vitest';
import { concurrentWritersPostgres, concurrentWritersSqlite } from './parts/concurrent-writers.ts';
import { runPart } from './soak-part.ts';

vi.setConfig({ testTimeout: 240_000 });

it.each([concurrentWritersSqlite, concurrentWritersPostgres])(
  '[ES3] [PG3] every committed row reaches every reader: $name',
  async (part) => {
    const { lost, unseen } = await runPart(part, { times: 2 });
    expect({ lost, unseen }).toEqual({ lost: [], unseen: [] });
  },
);

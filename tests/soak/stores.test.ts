import { afterAll, expect, it, vi } from 'vitest';
import { endAll } from '../support/command-line.ts';
import { backupUnderLoad } from './parts/backup-under-load.ts';
import { fullDisk } from './parts/full-disk.ts';
import { restoredEndpoint } from './parts/restored-endpoint.ts';
import { wrongClock } from './parts/wrong-clock.ts';
import { runPart } from './soak-part.ts';

vi.setConfig({ testTimeout: 240_000 });
afterAll(endAll);

const short = [
  ['[CL4] [CL5] [SY4]', restoredEndpoint, 6],
  ['[CL4]', backupUnderLoad, 4],
  ['[ES5]', fullDisk, 2],
  ['[EN4] [SY7]', wrongClock, 15],
] as const;

it.each(short.map(([rules, part, times]) => [rules, part.name, part, times] as const))(
  '%s nothing is lost: %s',
  async (_rules, _name, part, times) => {
    const { lost, attempts } = await runPart(part, { times });
    expect({ lost, attempts }).toEqual({ lost: [], attempts: times });
  },
);

import { describe, expect, it } from 'vitest';
import { lineFaults } from './line.ts';
import { runSchedule } from './run-schedule.ts';
import { stepNames } from './steps.ts';
import { events, type Happening } from './world.ts';

const seeds = Number(process.env.SIMULATION_SEEDS ?? 2000);
const onlySeed = process.env.SIMULATION_SEED;
const parts = 10;
const happened = new Map<Happening, number>();

const replay = (seed: number) =>
  `SIMULATION_SEED=${seed} npx vitest run --project unit tests/simulation/simulation.test.ts`;

async function runSeeds(first: number, last: number): Promise<string[]> {
  const failures: string[] = [];
  for (let seed = first; seed <= last && failures.length < 3; seed += 1) {
    const { faults, world } = await runSchedule(seed);
    for (const [what, times] of world.happenings) happened.set(what, (happened.get(what) ?? 0) + times);
    if (faults.length > 0) failures.push(`seed ${seed}: ${faults.slice(0, 5).join('; ')}\nreplay: ${replay(seed)}`);
  }
  return failures;
}

function provesEverySchedule(): void {
  const size = Math.ceil(seeds / parts);
  it.each(Array.from({ length: parts }, (_, at) => [at * size + 1, (at + 1) * size] as const))(
    '[SY4] [SY5] [SY7] [SY8] [RV1] [RV7] [RV8] lose, hide and invent nothing and end alike: seeds %i to %i',
    async (first, last) => {
      expect(await runSeeds(first, last)).toEqual([]);
    },
    3_600_000,
  );

  it('go through every step, fault and event there is', () => {
    const missing = [...stepNames, ...lineFaults, ...events].filter((what) => !happened.has(what));
    expect(missing).toEqual([]);
  });
}

function replaysOneSchedule(seed: number): void {
  it(`end well from seed ${seed}, told step by step`, async () => {
    const { faults } = await runSchedule(seed, {}, (line) => process.stdout.write(`${line}\n`));
    expect(faults).toEqual([]);
  });
}

describe('devices and a server under any schedule', () => {
  if (onlySeed === undefined) provesEverySchedule();
  else replaysOneSchedule(Number(onlySeed));
});

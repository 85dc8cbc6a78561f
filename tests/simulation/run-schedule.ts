import { findFaults } from './oracle.ts';
import { takeStep } from './steps.ts';
import { type Twist, World } from './world.ts';

export type Run = { faults: string[]; world: World };

const steps = 120;

/** One schedule from beginning to quiescence. `say` is told every step. */
export async function runSchedule(
  seed: number,
  twist: Twist = {},
  say: (line: string) => void = () => {},
): Promise<Run> {
  const world = new World(seed, twist);
  const count = 2 + world.random.below(5);
  for (let at = 0; at < count; at += 1) world.addDevice();
  try {
    for (let step = 1; step <= steps; step += 1) {
      const said = await takeStep(world);
      say(`${step}. ${said}`);
    }
    await world.quiesce();
    return { faults: [...world.faults, ...findFaults(world)], world };
  } catch (error) {
    return { faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)], world };
  }
}

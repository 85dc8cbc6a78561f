import { runSchedule } from '../../simulation/run-schedule.ts';
import type { SoakPart } from '../soak-part.ts';

/** The real protocol on two to nine devices and a server in memory, 120 steps drawn from the seed (docs/sync.md, "How it is tried"). */
export const schedules: SoakPart = {
  name: 'schedules',
  title: 'random schedules of 2–9 devices and a server, every fault of line, power, clock, clone and restore',
  goal: 200_000,
  mustSee: [],
  open: async () => ({
    attempt: async (seed) => ({ kept: 1, lost: (await runSchedule(seed)).faults, seen: [] }),
    close: async () => {},
  }),
};

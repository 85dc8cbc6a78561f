import { type Device, publicHistory } from './device.ts';
import { forbiddenPath } from './memory-server.ts';
import { paths, type World } from './world.ts';

/** Something a person, a device or the world does; false: it was not possible now. */
type Step = { weight: number; take: (world: World, device: Device) => Promise<boolean> };

const anyPath = ({ random }: World) => (random.chance(0.03) ? forbiddenPath : random.pick(paths));

const steps = {
  'answer given': {
    weight: 24,
    take: async (world, device) => {
      const isPublic = device.isOfficer && device.place !== null && world.random.chance(0.4);
      await device.save(device.openField(anyPath(world), isPublic ? publicHistory : device.history));
      return true;
    },
  },
  'field opened': {
    weight: 7,
    take: async (world, device) => {
      device.field = device.openField(world.random.pick(paths));
      return true;
    },
  },
  'open field saved': {
    weight: 12,
    take: async (world, device) => {
      const { field } = device;
      if (field === null || field.history !== device.history) return false;
      await device.save(field);
      if (world.random.chance(0.7)) device.field = null;
      return true;
    },
  },
  'conflict resolved': {
    weight: 6,
    take: async (world, device) => {
      const open = paths.filter((path) => device.shown(device.history, path).length > 1);
      if (open.length === 0) return false;
      const field = device.openField(world.random.pick(open));
      await device.save(field);
      return device.shown(field.history, field.path).length === 1;
    },
  },
  'device synced': {
    weight: 30,
    take: async (_world, device) => device.place !== null && (await device.sync()).kind === 'done',
  },
  'second tab synced': {
    weight: 3,
    take: async (_world, device) => device.place !== null && (await device.sync(device.openTurns())).kind === 'done',
  },
  'file carried over': {
    weight: 3,
    take: async ({ random, devices }, device) => {
      const others = devices.filter((other) => other !== device && other.history === device.history);
      return others.length > 0 && (await device.takeCopyOf(random.pick(others))) > 0;
    },
  },
  'code entered': {
    weight: 4,
    take: async (_world, device) => {
      if (device.place !== null) return false;
      await device.enrol();
      return true;
    },
  },
  'device restarted': {
    weight: 3,
    take: async (_world, device) => {
      await device.start();
      return true;
    },
  },
  'clock set wrong': {
    weight: 1,
    take: async ({ random }, device) => {
      device.clockOffInDays = random.pick([-365, 365]);
      return true;
    },
  },
  'profile kept for later': {
    weight: 3,
    take: async (_world, device) => {
      device.snapshot = device.profile();
      return true;
    },
  },
  'profile rolled back': {
    weight: 2,
    take: async (_world, device) => {
      if (device.snapshot === null) return false;
      const { size } = device.store.revisions;
      await device.rollBackTo(device.snapshot);
      return device.store.revisions.size < size;
    },
  },
  'profile cloned': {
    weight: 2,
    take: async (world, device) => {
      if (!world.hasRoom) return false;
      await world.addDevice(device.profile()).start();
      return true;
    },
  },
  'device wiped': {
    weight: 0.5,
    take: async (_world, device) => {
      await device.wipe();
      return true;
    },
  },
  'server backed up': {
    weight: 2,
    take: async (world) => {
      await world.backUp();
      return true;
    },
  },
  'server restored': { weight: 1.5, take: async (world) => world.restore() },
  'old request delivered': { weight: 2, take: ({ line }) => line.deliverOldRequest() },
} satisfies Record<string, Step>;

export type StepName = keyof typeof steps;
export const stepNames = Object.keys(steps) as StepName[];

const totalWeight = Object.values(steps).reduce((sum, { weight }) => sum + weight, 0);

/** One step, drawn by weight. Returns what to say about it. */
export async function takeStep(world: World): Promise<string> {
  const device = world.random.pick(world.devices);
  const name = drawStep(world);
  if (world.spared.has(name)) return `${name}: left out`;
  const isDone = await steps[name].take(world, device);
  if (isDone) world.happened(name);
  return `${device.name}: ${name}${isDone ? '' : ', without success'}`;
}

function drawStep({ random }: World): StepName {
  let left = (random.below(10_000) / 10_000) * totalWeight;
  for (const name of stepNames) {
    left -= steps[name].weight;
    if (left < 0) return name;
  }
  return 'device synced';
}

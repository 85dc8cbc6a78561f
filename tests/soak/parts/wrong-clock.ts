import type { Role } from '../../../src/core/access/access.ts';
import { issueCode } from '../../../src/server/store/codes.ts';
import { Random } from '../../simulation/random.ts';
import { type RunningEndpoint, WireDevice } from '../../support/endpoint.ts';
import { emptied, serveSqlite } from '../served-stores.ts';
import type { SoakPart } from '../soak-part.ts';
import { runWireSchedule } from '../wire-world.ts';

const year = 365;
const dayInMs = 86_400_000;
const since1970 = Math.floor(Date.UTC(2026, 8, 1) / dayInMs);
const shifts = { 'a year': year, 'a year back': -year, 'ten years': 10 * year, 'ten years back': -10 * year };
const mustSee = [...Object.keys(shifts), '1970', 'code too old', 'code taken'];

/** T16, S13: the clocks of endpoint and devices are years off and jump; everything syncs, and codes fail closed. */
export const wrongClock: SoakPart = {
  name: 'wrong-clock',
  title: 'clocks of endpoint and devices ±1 and ±10 years off and in 1970, and jumping',
  goal: 50,
  mustSee,
  open: async () => {
    let offInDays = 0;
    const served = await serveSqlite({ now: () => Date.now() + offInDays * dayInMs });
    return {
      attempt: async (seed) => {
        const random = new Random(seed);
        const all = [...Object.entries(shifts), ['1970', -since1970] as const];
        const [name, shift] = random.pick(all);
        await emptied(served.engine());
        offInDays = 0;
        const code = await issueCode(served.engine().write, { place: 's3', role: 'school' as Role, now: Date.now() });
        offInDays = shift;
        const entered = await enterCode(served.running(), code, shift > 0);
        const jumping = {
          ...served,
          addresses: () => {
            if (random.chance(0.1)) offInDays = random.pick([0, ...all.map(([, days]) => days)]);
            return served.addresses();
          },
        };
        const clocksOff = [0, ...all.map(([, days]) => days)];
        const { kept, lost } = await runWireSchedule(seed, jumping, {
          tells: [],
          faultShare: 0.1,
          twist: { clocksOff },
        });
        return { kept, lost: [...lost, ...entered.lost], seen: [name, ...entered.seen] };
      },
      close: served.close,
    };
  },
};

/** A code issued by today's clock: dead by one that is ahead, and good by one that is behind; then the device syncs and comes back by its key. */
async function enterCode({ address }: RunningEndpoint, code: string, isAhead: boolean) {
  const device = new WireDevice(address);
  const { status, body } = await device.enrol(code);
  if (isAhead) {
    const isClosed = status !== 200 && body.code === 'code-expired';
    return { seen: ['code too old'], lost: isClosed ? [] : [`a code years old: ${status}`] };
  }
  const synced = await device.post('/sync', { proto: 1, nonce: 'n', histories: [] });
  const { body: asked } = await device.post('/challenge', { nonce: 'n' });
  const challenge = String(asked.challenge);
  const opened = await device.post('/session', {
    nonce: 'n',
    device: device.id,
    challenge,
    signature: device.sign(challenge),
  });
  const statuses = [status, synced.status, opened.status];
  const isWell = statuses.every((one) => one === 200);
  return { seen: ['code taken'], lost: isWell ? [] : [`code, turn, session: ${statuses.join()}`] };
}

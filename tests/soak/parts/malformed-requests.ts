import { makeBombs } from '../../hostile/bombs.ts';
import { hostileRequest } from '../../hostile/hostile-requests.ts';
import { createSender } from '../../hostile/send.ts';
import { aServedStore, faultIn, inTurns } from '../../hostile/served-store.ts';
import { Random } from '../../simulation/random.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';

const batch = 500;

/** Requests with one thing wrong each, to the built program; 500 an attempt. Needs `npm run build`. */
export const malformedRequests: SoakPart = {
  name: 'malformed-requests',
  title: `malformed HTTP requests, ${batch} at a time: every one refused with a code, nothing stored, the server lives`,
  goal: 100_000 / batch,
  mustSee: [],
  open: async () => {
    let served = await serve();
    return {
      attempt: async (seed) => {
        if (served.tried === mostOfOneDevice) {
          await served.close();
          served = await serve();
        }
        return served.tryBatch(new Random(seed));
      },
      close: () => served.close(),
    };
  },
};

/** A device with more requests than that in an hour is told to wait (HX12), and nothing would be tried. */
const mostOfOneDevice = 30;

async function serve() {
  const { address, school, heads, stderr, stop, turn, unusedCode } = await aServedStore();
  await turn(1);
  const means = { cookie: school.cookie, publicKey: school.publicKey, code: unusedCode, bombs: await makeBombs() };
  const before = JSON.stringify(await heads());
  const { send, close } = createSender(address);
  return {
    tried: 0,
    async tryBatch(random: Random): Promise<Attempt> {
      this.tried += 1;
      const lost = await inTurns(batch, async () => {
        const hostile = hostileRequest(means, random);
        const answer = await send(hostile).catch((error: Error) => error.message);
        const fault = typeof answer === 'string' ? answer : faultIn(answer, hostile);
        return fault && `${hostile.method} ${hostile.path.slice(0, 60)}: ${hostile.what}: ${fault}`;
      });
      const after = await heads().then(JSON.stringify, (error: Error) => error.message);
      if (after !== before) lost.push(`something was stored, or nothing answers: ${after}`);
      if (stderr() !== '') lost.push(`the server complained: ${stderr().slice(0, 300)}`);
      return { kept: batch - lost.length, lost, seen: [] };
    },
    async close() {
      close();
      await stop('SIGTERM');
    },
  };
}

import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { Random } from '../simulation/random.ts';
import { command, endAll } from '../support/command-line.ts';
import { WireDevice } from '../support/endpoint.ts';
import { makeBombs } from './bombs.ts';
import { hostileRequest, type Means } from './hostile-requests.ts';
import { answersIn, speakRaw } from './raw-connection.ts';
import { createSender } from './send.ts';
import { aServedStore, faultIn, inTurns } from './served-store.ts';

/** `HOSTILE_REQUESTS=100000` is the long form, which also tells how much memory and waiting it cost. */
const isLong = process.env.HOSTILE_REQUESTS !== undefined;
const requests = Number(process.env.HOSTILE_REQUESTS ?? 10_000);
const seed = Number(process.env.HOSTILE_SEED ?? 1);
const mostGrowthInBytes = 100 * 1024 * 1024;
/** how many of them are a sound request spoilt byte by byte, on a connection of its own */
const rawShare = 0.1;

afterAll(endAll);

const residentInBytes = (pid: number): number =>
  1024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));

/** Asks again and again like somebody who has nothing to do with it all; `stop` tells his longest wait. */
function watch(address: string) {
  let longest = 0;
  let goesOn = true;
  const watching = (async () => {
    while (goesOn) {
      const began = performance.now();
      await fetch(`${address}/health`).then((answer) => answer.text());
      longest = Math.max(longest, performance.now() - began);
      await new Promise((done) => setTimeout(done, 10));
    }
  })();
  const stop = async (): Promise<number> => {
    goesOn = false;
    await watching;
    return longest;
  };
  return { stop };
}

/** A sound turn as bytes on the wire, some of them changed, doubled or gone. */
function spoiltBytes(cookie: string, random: Random): Buffer {
  const body = JSON.stringify(buildSyncRequest([], 'n', 0));
  const head = `POST /sync HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Gotovo: 1\r\nCookie: ${cookie}\r\nContent-Length: ${body.length}\r\n\r\n`;
  const bytes = [...Buffer.from(head + body)];
  for (let times = 1 + random.below(4); times > 0; times -= 1) {
    const at = random.below(bytes.length);
    const some = random.below(20);
    const how = random.below(4);
    if (how > 1) bytes[at] = random.below(256);
    else if (how === 1) bytes.splice(at, some);
    else bytes.splice(at, 0, ...bytes.slice(at, at + some));
  }
  return Buffer.from(bytes);
}

describe('the endpoint', () => {
  it(`[HX9] [HT1] [HT2] [HT3] refuses ${requests} malformed requests with a code, stores nothing of them and lives (seed ${seed})`, async () => {
    const { address, pid, stderr, stop, data, school, turn, heads, unusedCode } = await aServedStore();
    const bombs = await makeBombs();
    const means: Means = { cookie: school.cookie, publicKey: school.publicKey, code: unusedCode, bombs };
    expect(await turn(1)).toMatchObject({ histories: [{ refused: [] }] });
    const before = await heads();
    const random = new Random(seed);
    const { send, close } = createSender(address);
    const bystander = isLong ? watch(address) : null;
    const raw = Math.round(requests * rawShare);
    const malformed = (count: number) =>
      inTurns(count, async (nth) => {
        const hostile = hostileRequest(means, random);
        const answer = await send(hostile).catch((error: Error) => `${error.message}`);
        const fault = typeof answer === 'string' ? answer : faultIn(answer, hostile);
        if (fault === null) return null;
        return `${nth} ${hostile.method} ${hostile.path.slice(0, 60)}: ${hostile.what}: ${fault}: ${JSON.stringify(answer).slice(0, 300)}`;
      });
    const spoilt = (count: number) =>
      inTurns(count, async (nth) => {
        const bytes = spoiltBytes(means.cookie, random);
        const heard = await speakRaw(address, bytes);
        const wrong = answersIn(heard).filter(
          ({ status, headers }) => status >= 500 || !headers.has('content-security-policy'),
        );
        return wrong.length === 0 ? null : `spoilt ${nth}: ${JSON.stringify(bytes.toString('latin1'))}: ${heard}`;
      });
    const early = Math.round((requests - raw) / 5);
    const faults = [...(await malformed(early)), ...(await spoilt(raw))];
    const warm = residentInBytes(pid); // everything has been used once
    faults.push(...(await malformed(requests - raw - early)));
    const grown = residentInBytes(pid) - warm;
    close();
    const longest = await bystander?.stop();
    if (longest !== undefined)
      process.stdout.write(
        `${requests} requests, memory grew by ${(grown / 2 ** 20).toFixed(1)} MB, a bystander waited ${longest.toFixed(0)} ms at most\n`,
      );
    expect(faults, `HOSTILE_SEED=${seed}`).toEqual([]);
    expect(await heads()).toEqual(before);
    expect(stderr()).toBe('');
    expect(grown).toBeLessThan(mostGrowthInBytes);
    expect(await turn(2)).toMatchObject({ histories: [{ refused: [] }] });
    expect((await new WireDevice(address).enrol(unusedCode)).body).toMatchObject({ own: 's11' });
    expect((await command(['verify', '--data', data])).code).toBe(0);
    expect(await stop('SIGTERM')).toBe(0);
  }, 3_600_000);
});

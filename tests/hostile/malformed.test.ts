import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { Random } from '../simulation/random.ts';
import { aStore, command, endAll, serve } from '../support/command-line.ts';
import { WireDevice } from '../support/endpoint.ts';
import { makeBombs } from './bombs.ts';
import { type HostileRequest, hostileRequest, type Means } from './hostile-requests.ts';
import { answersIn, speakRaw } from './raw-connection.ts';
import { type Answer, createSender } from './send.ts';

/** `HOSTILE_REQUESTS=100000` is the long form, which also tells how much memory and waiting it cost. */
const isLong = process.env.HOSTILE_REQUESTS !== undefined;
const requests = Number(process.env.HOSTILE_REQUESTS ?? 10_000);
const seed = Number(process.env.HOSTILE_SEED ?? 1);
const atOnce = 16;
const mostGrowthInBytes = 100 * 1024 * 1024;
/** how many of them are a sound request spoilt byte by byte, on a connection of its own */
const rawShare = 0.1;

afterAll(endAll);

const residentInBytes = (pid: number): number =>
  1024 * Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));

function faultIn({ status, headers, text }: Answer, { outcome }: HostileRequest): string | null {
  if (status >= 500) return 'a fault of the server';
  if (headers['x-content-type-options'] !== 'nosniff' || !headers['content-security-policy'])
    return 'no security headers';
  if (outcome === 'refused') {
    if (status < 400) return 'not refused';
    return /^\{"code":"[a-z-]+"\}$/.test(text) ? null : 'no code';
  }
  const refused = status === 200 && JSON.parse(text).histories[0].refused;
  if (status === 200) return refused.length === 1 && /^[a-z-]+$/.test(refused[0].why) ? null : 'a revision was taken';
  return status === 400 || status === 413 ? null : 'an unforeseen status';
}

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

async function inTurns(count: number, work: (nth: number) => Promise<string | null>): Promise<string[]> {
  const faults: string[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count && faults.length < 10) {
      const nth = next++;
      const fault = await work(nth);
      if (fault !== null) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return faults;
}

async function aServedStore() {
  const data = await aStore();
  const issue = async (place: string): Promise<string> => {
    const { stdout } = await command(['codes', 'issue', '--place', place, '--json', '--data', data]);
    return JSON.parse(stdout).code;
  };
  const codes = { school: await issue('s10'), officer: await issue('north'), unused: await issue('s11') };
  const serving = await serve(['--port', '0', '--data', data]);
  const [school, officer] = [new WireDevice(serving.address), new WireDevice(serving.address)];
  await school.enrol(codes.school);
  await officer.enrol(codes.officer);
  const turn = async (value: number) => {
    const revisions = [aRevision({ history: 's10', value })];
    return (await school.post('/sync', buildSyncRequest([{ history: 's10', after: noCursor, revisions }], 'n', 0)))
      .body;
  };
  const heads = async () => (await officer.post('/heads', { under: 'north', nonce: 'n' })).body.heads;
  return { ...serving, data, school, turn, heads, unusedCode: codes.unused };
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

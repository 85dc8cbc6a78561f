// The schools of a deadline evening, in a process of their own; started by deadline-evening.ts, which tells it whom to ask.
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { Agent } from 'node:http';
import type { Revision } from '../../src/core/submission/revision.ts';
import { type Cursor, noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest, readSyncAnswer } from '../../src/core/sync/client-turn.ts';
import { sha256 } from '../../src/server/store/histories.ts';
import { answersOf } from './a-filled-school.ts';
import { ask, type Packed, packAsDevice } from './post-as-device.ts';

/** `code`: it comes with a paper code this evening; else with the cookie it has. The first history is its own. */
export type EveningSchool = { id: string; cookie: string; code: string | null; histories: string[] };
export type Evening = { address: string; schools: EveningSchool[] };
/** Times of turns in milliseconds. */
export type EveningTimes = { turns: number[]; enrolments: number[]; totalInMs: number; errors: string[] };

/** what was answered during the day, then a few at a time, at last a look whether colleagues wrote anything */
const turnSizes = [88, 3, 3, 3, 3, 0];
/** devices that wait for an answer at the same moment */
const atOnce = 24;
/** so many other schools come between two turns of one */
const between = 200;

type School = EveningSchool & { answers: Revision[]; cursors: Map<string, Cursor>; done: Promise<void> };
type Sent = { path: string; packed: Packed };

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
/** everything the endpoint was sent, in its order, for the plain server */
const sent: Sent[] = [];

async function evening({ address, schools: known }: Evening): Promise<EveningTimes> {
  const schools: School[] = known.map((school) => ({
    ...school,
    answers: answersOf(school.id),
    cursors: new Map(school.histories.map((history) => [history, noCursor])),
    done: Promise.resolve(),
  }));
  process.send?.('ready');
  await once(process, 'message');
  const began = performance.now();
  const enrolments = await timed(
    schools.filter(({ code }) => code !== null).map((school) => () => enrol(address, school)),
  );
  const order = turnSizes.flatMap((_, turn) =>
    schools.map((school, at) => ({ school, turn, when: at + turn * between })),
  );
  order.sort((one, other) => one.when - other.when);
  const turns = await timed(
    order.map(
      ({ school, turn }) =>
        () =>
          inOrder(school, () => takeTurn(address, school, turn)),
    ),
  );
  return {
    turns: turns.times,
    enrolments: enrolments.times,
    totalInMs: performance.now() - began,
    errors: [...enrolments.errors, ...turns.errors],
  };
}

/** The very same bodies once more, as many at once. */
async function replay(address: string): Promise<EveningTimes> {
  const began = performance.now();
  const repeat =
    ({ path, packed }: Sent) =>
    async () =>
      (await measured(address + path, packed)).ms;
  const { times, errors } = await timed(sent.filter(({ path }) => path === '/sync').map(repeat));
  return { turns: times, enrolments: [], totalInMs: performance.now() - began, errors };
}

/** Runs the jobs in their order, so many at once; each says how long its request took. */
async function timed(jobs: readonly (() => Promise<number>)[]): Promise<{ times: number[]; errors: string[] }> {
  const [times, errors]: [number[], string[]] = [[], []];
  let next = 0;
  const work = async () => {
    for (let job = jobs[next++]; job; job = jobs[next++])
      await job().then(
        (ms) => times.push(ms),
        (error: Error) => errors.push(error.message),
      );
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { times, errors };
}

/** A device begins no turn before its last one was answered. */
function inOrder(school: School, work: () => Promise<number>): Promise<number> {
  const turn = school.done.then(work);
  school.done = turn.then(
    () => undefined,
    () => undefined,
  );
  return turn;
}

async function enrol(address: string, school: School): Promise<number> {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const publicKey = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const body = {
    proto: 1,
    nonce: 'n',
    code: school.code,
    publicKey: publicKey.toString('base64url'),
    label: 'ПК завуча',
  };
  const packed = await packAsDevice(body, '');
  sent.push({ path: '/enrol', packed });
  const { ms, cookie } = await measured(`${address}/enrol`, packed);
  school.cookie = cookie;
  return ms;
}

async function takeTurn(address: string, school: School, turn: number): Promise<number> {
  const first = turnSizes.slice(0, turn).reduce((sum, size) => sum + size, 0);
  const revisions = school.answers.slice(first, first + (turnSizes[turn] ?? 0));
  const offers = school.histories.map((history, at) => ({
    history,
    after: school.cursors.get(history) ?? noCursor,
    revisions: at === 0 ? revisions : [],
  }));
  const packed = await packAsDevice(buildSyncRequest(offers, 'nonce', revisions.length), school.cookie);
  sent.push({ path: '/sync', packed });
  const { ms, body } = await measured(`${address}/sync`, packed);
  const read = readSyncAnswer(body, offers, 'nonce', sha256);
  if (!read.ok) throw new Error(read.problem.code);
  for (const page of read.value) {
    if (page.state !== 'page' || page.more || page.refused.length > 0)
      throw new Error(JSON.stringify(page).slice(0, 200));
    school.cursors.set(page.history, page.cursor);
  }
  const own = read.value[0]?.state === 'page' ? read.value[0].confirmed : [];
  const confirmed = new Set(own.map(({ id }) => id));
  if (!revisions.every(({ id }) => confirmed.has(id))) throw new Error('not everything was confirmed');
  return ms;
}

async function measured(address: string, packed: Packed) {
  const began = performance.now();
  const answer = await ask(address, packed, agent);
  return { ...answer, ms: performance.now() - began };
}

process.on('message', (asked: { evening: Evening } | { replay: string } | 'go' | 'end') => {
  if (asked === 'end') process.disconnect();
  if (typeof asked !== 'object') return;
  void ('evening' in asked ? evening(asked.evening) : replay(asked.replay)).then((times) => process.send?.(times));
});

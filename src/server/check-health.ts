import type { Endpoint } from './endpoint.ts';
import type { ServerProblem } from './problems.ts';
import { readSetting, touchSetting } from './store/settings.ts';

/** a write this old says nothing of the disk any more */
const writtenWithinMs = 60_000;

export type HealthProblem = Extract<ServerProblem, 'store-damaged' | 'store-busy' | 'store-full' | 'internal'>;

/**
 * OP1: whether the store answers and takes writes, looked at now: a row is read each time; a write is tried only when nothing
 * was written for a minute, so whoever asks often makes no more than one a minute. Null: all is well. Longer than
 * `limitInMs` is no answer.
 */
export async function checkHealth(endpoint: Endpoint, limitInMs = 3000): Promise<HealthProblem | null> {
  if (endpoint.watch.isDamaged) return 'store-damaged';
  try {
    return await within(limitInMs, look(endpoint));
  } catch (error) {
    return noteProblem(endpoint, error) ?? 'internal';
  }
}

/** What a failure says of the store; OP2: damage is remembered. Null: nothing, it is a bug. */
export function noteProblem({ engine, watch }: Endpoint, error: unknown): ReturnType<Endpoint['engine']['problemOf']> {
  const problem = engine.problemOf(error);
  if (problem === 'store-damaged') watch.isDamaged = true;
  return problem;
}

async function look({ engine, watch, now }: Endpoint): Promise<HealthProblem | null> {
  if ((await readSetting(engine.read, 'schema')) === null) return 'store-damaged';
  if (now() - watch.writtenAt > writtenWithinMs) await engine.write((writer) => touchSetting(writer, 'schema'));
  return null;
}

function within(limitInMs: number, work: Promise<HealthProblem | null>): Promise<HealthProblem | null> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => done('store-busy'), limitInMs);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}

import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Revision } from '../../src/core/submission/revision.ts';
import { type Cursor, noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest, type Offer, readSyncAnswer } from '../../src/core/sync/client-turn.ts';
import { sha256 } from '../../src/server/store/histories.ts';
import { anotherAnswer, answersOf } from './a-filled-school.ts';
import type { Row } from './bench-report.ts';
import { aTreeOf, enrolAt, withStore, writeTree } from './fill-store.ts';
import { type MeasuredProcess, startMeasuredEndpoint, startPlainJsonServer } from './measured-process.ts';
import { type Packed, packAsDevice, post } from './post-as-device.ts';

type School = { cookie: string; answers: Revision[]; cursors: [string, Cursor][] };

/** What one school costs the endpoint: processor for its turns, disk for its history. */
export async function endpointCost({ quick }: { quick: boolean }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gotovo-bench-'));
  const tree = aTreeOf(quick ? 60 : 1000);
  const schools: School[] = [];
  await withStore(folder, async (endpoint) => {
    await writeTree(endpoint, tree);
    await endpoint.engine.write(async (writer) => {
      for (const [at, id] of tree.schools.entries()) {
        const histories = [id, `m${Math.floor(at / 50)}:public`, `r${Math.floor(at / 500)}:public`];
        schools.push({
          cookie: await enrolAt(writer, id, 'school'),
          answers: answersOf(id),
          cursors: histories.map((history) => [history, noCursor]),
        });
      }
    });
  });
  const emptyInBytes = storeInBytes(folder);
  const [endpoint, plain] = [await startMeasuredEndpoint(folder), await startPlainJsonServer()];
  const first = await costOfTurns(endpoint, plain, schools, ({ answers }) => answers);
  const later = await costOfTurns(endpoint, plain, schools, (school) => oneChange(school));
  const nothing = await costOfTurns(endpoint, plain, schools, () => []);
  await Promise.all([endpoint.stop(), plain.stop()]);
  const row = (title: string, [measured, reference]: [number, number]): Row => ({
    suite: 'endpoint-cost',
    title: `endpoint processor: ${title}, against a plain JSON server`,
    unit: 'ms',
    measured,
    reference,
    budget: { of: 'ratio', most: 3 },
  });
  return [
    row('first turn of 100 answers', first),
    row('turn of one answer', later),
    row('turn with nothing new', nothing),
    {
      suite: 'endpoint-cost',
      title: 'endpoint disk: 100 answers of a school and one later, with their history',
      unit: 'bytes',
      measured: (storeInBytes(folder) - emptyInBytes) / schools.length,
      reference: null,
      budget: { of: 'measured', most: 30_000 },
    },
  ];
}

function oneChange({ answers }: School): Revision[] {
  const seen = answers[0];
  return seen ? [anotherAnswer(seen.history, seen)] : [];
}

/**
 * Processor time of one turn, of the endpoint and of the plain server given the same bodies; the first half only warms up.
 * Turns come one after the other, so each pays for a commit of its own: the dearest case, many at once share one (ES2).
 */
async function costOfTurns(
  endpoint: MeasuredProcess,
  plain: MeasuredProcess,
  schools: readonly School[],
  revisionsOf: (school: School) => Revision[],
): Promise<[number, number]> {
  const turns: { school: School; offers: Offer[]; packed: Packed }[] = [];
  for (const school of schools) {
    const offers = school.cursors.map(([history, after], at) => ({
      history,
      after,
      revisions: at === 0 ? revisionsOf(school) : [],
    }));
    const packed = await packAsDevice(buildSyncRequest(offers, 'nonce', 0), school.cookie);
    turns.push({ school, offers, packed });
  }
  const warm = Math.floor(turns.length / 2);
  const costs: number[] = [];
  for (const server of [endpoint, plain]) {
    let before = 0;
    for (const [at, { school, offers, packed }] of turns.entries()) {
      if (at === warm) before = (await server.usage()).cpuInMs;
      const answer = await post(`${server.address}/sync`, packed);
      if (server === endpoint) school.cursors = cursorsAfter(answer, offers);
    }
    costs.push(((await server.usage()).cpuInMs - before) / (turns.length - warm));
  }
  return [costs[0] ?? 0, costs[1] ?? 0];
}

/** Every answer is checked as a device checks it: a turn that did not take everything would be measured as cheap. */
function cursorsAfter(answer: unknown, offers: readonly Offer[]): [string, Cursor][] {
  const read = readSyncAnswer(answer, offers, 'nonce', sha256);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value.map((turn) => {
    if (turn.state !== 'page' || turn.more || turn.refused.length > 0) throw new Error(JSON.stringify(turn));
    return [turn.history, turn.cursor];
  });
}

/** The store after its last connection has closed, when everything stands in the one file. */
const storeInBytes = (folder: string): number => statSync(join(folder, 'gotovo.sqlite')).size;

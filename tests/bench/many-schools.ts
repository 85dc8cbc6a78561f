import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest, readSyncAnswer } from '../../src/core/sync/client-turn.ts';
import { sha256 } from '../../src/server/store/histories.ts';
import { keepPrivate } from '../../src/server/store/private-values.ts';
import { answersOf, contactsOf } from './a-filled-school.ts';
import type { Row, Unit } from './bench-report.ts';
import { appendTo, aTreeOf, enrolAt, withStore, writeTree } from './fill-store.ts';
import { startMeasuredEndpoint, startPlainJsonServer } from './measured-process.ts';
import { percentile } from './percentile.ts';
import { packAsDevice, post } from './post-as-device.ts';

/** A country in one endpoint: 40 000 schools (4 000 when quick) of ten answers and two contacts each, one municipality of fifty with a hundred answers. */
export async function manySchools({ quick }: { quick: boolean }): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gotovo-bench-'));
  const tree = aTreeOf(quick ? 4000 : 40_000);
  const municipality = tree.municipalities[Math.floor(tree.municipalities.length / 2)] ?? '';
  const cookies = { officer: '', school: '' };
  const asked = tree.places.filter(({ parent }) => parent === municipality).map(({ id }) => id);
  const [school = ''] = asked;
  const wanted: string[] = [];
  await withStore(folder, async (endpoint) => {
    await writeTree(endpoint, tree);
    for (let at = 0; at < tree.schools.length; at += 1000)
      await endpoint.engine.write(async (writer) => {
        for (const id of tree.schools.slice(at, at + 1000)) {
          const contacts = contactsOf(id);
          const named = contacts.map(({ revision }) => revision);
          await appendTo(writer, id, [...answersOf(id, asked.includes(id) ? 100 : 10), ...named]);
          for (const { value } of contacts) await keepPrivate(writer, id, value);
          if (id === school) wanted.push(...contacts.map(({ value }) => value.hash));
        }
      });
    await endpoint.engine.write(async (writer) => {
      cookies.officer = await enrolAt(writer, municipality, 'officer');
      cookies.school = await enrolAt(writer, school, 'school');
    });
  });
  const [endpoint, plain] = [await startMeasuredEndpoint(folder), await startPlainJsonServer()];
  const { officer } = cookies;
  const times = {
    heads: [] as number[],
    pull: [] as number[],
    turn: [] as number[],
    contacts: [] as number[],
    plain: [] as number[],
  };
  for (let time = 0; time < (quick ? 5 : 15); time += 1) {
    times.heads.push(await msOf(() => headsOf(endpoint.address, municipality, officer, asked.length)));
    times.pull.push(
      await msOf(async () => {
        await headsOf(endpoint.address, municipality, officer, asked.length);
        await pull(endpoint.address, asked, officer);
      }),
    );
    times.turn.push(await msOf(() => pull(endpoint.address, [school], cookies.school)));
    times.contacts.push(await msOf(() => askContacts(endpoint.address, school, wanted, cookies.school)));
    times.plain.push(await msOf(() => pull(plain.address, [school], cookies.school)));
  }
  const { rssInMb } = await endpoint.usage();
  const idle = (await plain.usage()).rssInMb;
  await Promise.all([endpoint.stop(), plain.stop()]);
  rmSync(folder, { recursive: true });
  const reference = percentile(times.plain, 0.5);
  const row = (title: string, unit: Unit, measured: number, most: number | null, beside = reference): Row => ({
    suite: 'many-schools',
    title: `${tree.schools.length} schools: ${title}`,
    unit,
    measured,
    reference: beside,
    budget: most === null ? null : { of: 'measured', most },
  });
  return [
    row('memory of the endpoint', 'MB', rssInMb, 300, idle),
    row('officer asks what is new (/heads)', 'ms', percentile(times.heads, 0.5), null),
    row('officer pulls a municipality of 50 schools', 'ms', percentile(times.pull, 0.5), 1000),
    row('a school asks for its two contacts (/private)', 'ms', percentile(times.contacts, 0.5), null),
    row('a school takes its 100 answers', 'ms', percentile(times.turn, 0.5), null),
  ];
}

async function headsOf(address: string, under: string, cookie: string, schools: number): Promise<void> {
  const answer = await post(`${address}/heads`, await packAsDevice({ under, nonce: 'n' }, cookie));
  // the schools and the public history of the municipality itself
  const { heads } = answer as { heads: unknown[] };
  if (heads.length !== schools + 1) throw new Error(`heads of ${heads.length} histories`);
}

async function pull(address: string, histories: readonly string[], cookie: string): Promise<void> {
  const offers = histories.map((history) => ({ history, after: noCursor, revisions: [] }));
  const answer = await post(`${address}/sync`, await packAsDevice(buildSyncRequest(offers, 'n', 0), cookie));
  if (!('histories' in (answer as object))) return; // the plain server only says that it heard
  const read = readSyncAnswer(answer, offers, 'n', sha256);
  if (!read.ok || read.value.some((turn) => turn.state !== 'page' || turn.revisions.length !== 102))
    throw new Error('not everything was pulled');
}

async function askContacts(address: string, history: string, wants: readonly string[], cookie: string): Promise<void> {
  const asked = { nonce: 'n', histories: [{ history, values: [], wants }] };
  const answer = await post(`${address}/private`, await packAsDevice(asked, cookie));
  const [given] = (answer as { histories: { values?: unknown[] }[] }).histories;
  if (given?.values?.length !== wants.length) throw new Error('not every contact was given');
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

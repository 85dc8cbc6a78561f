import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { publicHistoryOf, type Role } from '../../src/core/access/access.ts';
import type { Place } from '../../src/core/places/place.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { nextChain } from '../../src/core/sync/chain.ts';
import { appendByEndpoint } from '../../src/server/append-by-endpoint.ts';
import { type Endpoint, openEndpoint } from '../../src/server/endpoint.ts';
import { addDevice } from '../../src/server/store/devices.ts';
import type { Writer } from '../../src/server/store/engine.ts';
import { lockHistory, sha256 } from '../../src/server/store/histories.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { writePlaces } from '../../src/server/store/places.ts';

export type Tree = { places: Place[]; municipalities: string[]; schools: string[] };

/** Regions of ten municipalities of fifty schools each. */
export function aTreeOf(schoolCount: number): Tree {
  const places: Place[] = [];
  const add = (id: string, kind: Place['kind'], parent: string | null) => {
    places.push({ id, kind, parent, name: `Место ${id}`, shortName: id, address: 'с. Ясный Бор, Школьная, 4' });
    return id;
  };
  const municipalities: string[] = [];
  const schools: string[] = [];
  for (let at = 0; at < schoolCount; at += 1) {
    const region = `r${Math.floor(at / 500)}`;
    const municipality = `m${Math.floor(at / 50)}`;
    if (at % 500 === 0) add(region, 'region', null);
    if (at % 50 === 0) municipalities.push(add(municipality, 'municipality', region));
    schools.push(add(`s${at}`, 'school', municipality));
  }
  return { places, municipalities, schools };
}

/** Opens a store for filling and closes it, with everything moved into its one file. */
export async function withStore(folder: string, work: (endpoint: Endpoint) => Promise<void>): Promise<void> {
  const engine = await openSqlite(folder);
  try {
    await work(await openEndpoint(engine, pino({ level: 'silent' })));
  } finally {
    await engine.close();
  }
}

/** The tree, and a campaign announced by every municipality and region. */
export async function writeTree(endpoint: Endpoint, { places }: Tree): Promise<void> {
  const author = { who: 'импорт', label: 'импорт', at: '2017-06-01T09:00:00+03:00', via: 'import' };
  await endpoint.engine.write(async (writer) => {
    await writePlaces(writer, places);
    for (const { id, kind } of places) {
      if (kind === 'school') continue;
      const value = {
        id: '2016-17',
        title: 'Готовность',
        schoolYear: '2016/2017',
        asOf: '2017-07-06',
        due: '2017-07-10',
      };
      await appendByEndpoint(endpoint, writer, publicHistoryOf(id), [{ path: '-/campaign:2016-17', value }], author);
    }
  });
}

/** An enrolled device, without the detour of a code; its cookie. */
export async function enrolAt(writer: Writer, place: string, role: Role): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const id = randomBytes(12).toString('base64url');
  const publicKey = `B${randomBytes(64).toString('base64url')}`;
  await addDevice(writer, { id, role, place, label: 'Компьютер', publicKey }, token, Date.now());
  return `__Host-dev=${token}`;
}

/** Revisions put into an empty history as a turn would put them. */
export async function appendTo(writer: Writer, history: string, revisions: readonly Revision[]): Promise<void> {
  const table = await lockHistory(writer, history, null);
  let { seq, chain } = table.head;
  const rows = revisions.map((revision) => {
    seq += 1;
    chain = nextChain(chain, revision.id, sha256);
    return { seq, revision, chain, srvAt: Date.now(), via: 'http' };
  });
  await table.append(rows);
}

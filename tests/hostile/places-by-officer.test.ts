import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/core/access/access.ts';
import type { Place } from '../../src/core/places/place.ts';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, type WireDevice } from '../support/endpoint.ts';

let running: RunningEndpoint;
beforeAll(async () => {
  running = await startEndpoint();
});
afterAll(() => running.stop());

const school = (id: string, parent: string, kind: Place['kind'] = 'school'): Place => ({
  ...{ id, kind, parent, name: `Школа ${id}`, shortName: id, address: 'с. Новое' },
});
const placed = async (id: string) => (await running.endpoint.places()).byId.get(id);
const entryOf = (history: string, place: Place) =>
  aRevision({ history, path: `-/place:${place.id}`, value: { ...place } });

async function bring(
  bearer: WireDevice,
  history: string,
  places: readonly Place[],
  signer: WireDevice | null = bearer,
) {
  const revisions = places.map((place) => entryOf(history, place));
  const offered = signer ? revisions.map((one) => signer.signed(one)) : revisions;
  const { body } = await bearer.post(
    '/sync',
    buildSyncRequest([{ history, after: noCursor, revisions: offered }], 'n', 0),
  );
  const [answer] = body.histories as [{ refused?: { why: string }[]; denied?: string }];
  return answer.denied ?? answer.refused?.map(({ why }) => why);
}

describe('a place an officer brings', () => {
  it('[PL5] is in the tree with its branch as soon as it was taken, and its school may enrol and write', async () => {
    const officer = await anEnrolled(running, 'm', 'officer');
    expect(await bring(officer, 'm:public', [school('s50', 'm'), school('b50', 's50', 'branch')])).toEqual([]);
    expect([await placed('s50'), await placed('b50')]).toEqual([school('s50', 'm'), school('b50', 's50', 'branch')]);
    const device = await anEnrolled(running, 's50', 'school');
    const revisions = [aRevision({ history: 's50' })];
    const turn = buildSyncRequest([{ history: 's50', after: noCursor, revisions }], 'n', 0);
    expect(JSON.stringify((await device.post('/sync', turn)).body)).toContain('"refused":[]');
    const renamed = { ...school('s50', 'm'), shortName: 'Новая СОШ' };
    expect(await bring(officer, 'm:public', [renamed])).toEqual([]);
    expect(await placed('s50')).toEqual(renamed);
  });

  it.each<[string, Role, string, string, string]>([
    ['m', 'officer', 'm:public', 'n', 'place-not-yours'],
    ['m', 'officer', 'm:office', 'm', 'place-not-yours'],
    ['m', 'officer', 'n:public', 'n', 'not-your-history'],
    ['n', 'officer', 'm:public', 'm', 'not-your-history'],
    ['m', 'officer', 'r:public', 'm', 'not-signed-by-an-officer'],
    ['r', 'officer', 'm:public', 'm', 'not-signed-by-an-officer'],
    ['s1', 'school', 'm:public', 'm', 'not-signed-by-an-officer'],
    ['s1', 'signer', 'm:public', 'm', 'not-signed-by-an-officer'],
    ['b1', 'branch', 'm:public', 'm', 'not-signed-by-an-officer'],
    ['m', 'officer', 's1', 'm', 'place-not-yours'],
  ])(
    '[PL5] [HX8] of %s as %s in %s under %s is refused and changes no tree',
    async (at, role, history, parent, why) => {
      const before = (await running.endpoint.places()).tree;
      const answer = await bring(await anEnrolled(running, at, role), history, [school('s60', parent)]);
      expect(typeof answer === 'string' ? [answer] : answer).toEqual([why]);
      expect([...(await running.endpoint.places()).byId.keys()]).toEqual([...before.byId.keys()]);
    },
  );

  it('[PL5] is refused without a signature, taken from the neighbour, or as another kind; a right one beside it is taken', async () => {
    const officer = await anEnrolled(running, 'm', 'officer');
    expect(await bring(officer, 'm:public', [school('s70', 'm')], null)).toEqual(['not-signed-by-an-officer']);
    expect(await bring(officer, 'm:public', [school('s70', 'm')], await anEnrolled(running, 'n', 'officer'))).toEqual([
      'not-signed-by-an-officer',
    ]);
    const several = [
      school('s3', 'm'),
      school('s1', 's2', 'branch'),
      school('n', 'r', 'municipality'),
      school('s71', 'm'),
    ];
    expect(await bring(officer, 'm:public', several)).toEqual([
      'place-not-yours',
      'place-unreadable',
      'place-unreadable',
    ]);
    expect((await placed('s3'))?.parent).toBe('n');
    expect((await placed('s1'))?.kind).toBe('school');
    expect(await placed('s70')).toBe(undefined);
    expect(await placed('s71')).toEqual(school('s71', 'm'));
  });
});

describe('a school’s device on the wire', () => {
  it('[AC1] never receives another school’s history, an office history, or a rating nobody published', async () => {
    const [officer, own] = [await anEnrolled(running, 'm', 'officer'), await anEnrolled(running, 's1', 'school')];
    const secrets = { s2: 'ответ-соседа', 'm:office': 'рейтинг-черновик', 's1:office': 'пусто' };
    for (const [history, value] of Object.entries(secrets)) {
      const revision = officer.signed(aRevision({ history, path: '2026-27/readiness/K1-01', value }));
      await officer.post('/sync', buildSyncRequest([{ history, after: noCursor, revisions: [revision] }], 'n', 0));
    }
    const everything = ['s1', 's2', 's3', 'm:public', 'm:office', 'n:public', 'r:public', 'r:office', 's1:office'];
    const offers = everything.map((history) => ({ history, after: noCursor, revisions: [] }));
    const answers = [
      await own.post('/sync', buildSyncRequest(offers, 'n', 0)),
      await own.post('/heads', { under: 'r', nonce: 'n' }),
      await own.post('/heads', { under: 'm', nonce: 'n' }),
      await own.post('/places', { nonce: 'n' }),
      await own.post('/devices', { nonce: 'n' }),
    ].map(({ body }) => JSON.stringify(body));
    for (const secret of Object.values(secrets)) for (const answer of answers) expect(answer).not.toContain(secret);
    const [turn] = answers;
    const given = (JSON.parse(turn ?? '') as { histories: { history: string; denied?: string }[] }).histories;
    expect(given.filter(({ denied }) => !denied).map(({ history }) => history)).toEqual(['s1', 'm:public', 'r:public']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { revokeDevice } from '../../src/server/store/devices.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';
import { type Asker, askers, enrolledAt, histories, type Ids, type Live, live, ofS1, subtrees } from './askers.ts';
import { bodyRoutes } from './hostile-requests.ts';

type Answer = { status: number; body: Record<string, unknown> };
type Position = {
  ids: Ids;
  ask: (device: WireDevice, id: string) => Promise<Answer>;
  isGiven: (answer: Answer) => boolean;
};
type Row = 'open' | { sealed: true; positions: Readonly<Record<string, Position>> };

/** The one table: every route of the endpoint, and every place where an id stands in its request. */
const matrix: Readonly<Record<string, Row>> = {
  'ALL /*': 'open', // headers and the log before, 405 behind all routes
  'GET /*': 'open',
  'GET /health': 'open',
  'POST /enrol': 'open',
  'POST /challenge': 'open',
  'POST /session': 'open', // its device id is tried below: it needs a signature instead of a cookie
  'POST /device-key': { sealed: true, positions: {} },
  'POST /devices': { sealed: true, positions: {} },
  'POST /device-code': { sealed: true, positions: {} },
  // an officer's alone; what belongs to no place of his: tests/scenarios/endpoint-files.test.ts
  'POST /envelope': { sealed: true, positions: {} },
  'POST /places': { sealed: true, positions: {} },
  'POST /device-revoke': { sealed: true, positions: {} }, // its device id is tried below: what is given is gone
  'POST /heads': {
    sealed: true,
    positions: {
      under: {
        ids: subtrees,
        ask: (device, under) => device.post('/heads', { under, nonce: 'n' }),
        isGiven: ({ body }) => (body.heads as unknown[]).length > 0,
      },
    },
  },
  'POST /private': {
    sealed: true,
    positions: {
      'histories[].history': {
        ids: histories,
        ask: (device, history) =>
          device.post('/private', { nonce: 'n', histories: [{ history, values: [], wants: ['A'.repeat(43)] }] }),
        isGiven: ({ body }) => 'values' in firstOf(body),
      },
    },
  },
  'POST /sync': {
    sealed: true,
    positions: {
      'histories[].history': {
        ids: histories,
        ask: (device, history) =>
          device.post('/sync', buildSyncRequest([{ history, after: noCursor, revisions: [] }], 'n', 0)),
        isGiven: ({ body }) => 'rows' in firstOf(body),
      },
      'histories[].history, with something to write': {
        ids: histories,
        ask: (device, history) =>
          device.post(
            '/sync',
            buildSyncRequest(
              [{ history, after: noCursor, revisions: [aRevision({ history: history || 'x' })] }],
              'n',
              0,
            ),
          ),
        isGiven: ({ body }) => 'rows' in firstOf(body),
      },
    },
  },
};
const firstOf = (body: Record<string, unknown>) => (body.histories as [Record<string, unknown>])[0];

let running: RunningEndpoint;
const devices = new Map<Asker, WireDevice>();
const deviceOf = (asker: Asker): WireDevice => devices.get(asker) ?? new WireDevice(running.address);

beforeAll(async () => {
  running = await startEndpoint();
  for (const [asker, [place, role]] of Object.entries(enrolledAt))
    devices.set(asker as Asker, await anEnrolled(running, place, role));
  await anEnrolled(running, 's4', 'school'); // so that every school's history has something in it
  const { id } = deviceOf('revoked');
  await running.engine.write((writer) => revokeDevice(writer, id, Date.now()));
  deviceOf('forger').cookie = '';
  const forger = new WireDevice(running.address);
  forger.cookie = `__Host-dev=${'A'.repeat(43)}`;
  devices.set('forger', forger);
});
afterAll(() => running.stop());

/** An answer without the id that was asked for, which only echoes the asker's own words. */
const withoutId = ({ status, body }: Answer, id: string) =>
  JSON.stringify({ status, body }, (name, part: unknown) => (name === 'history' && part === id ? '…' : part));
const routesOf = () => [...new Set(running.app.routes.map(({ method, path }) => `${method} ${path}`))].sort();
const sealedRoutes = Object.entries(matrix).flatMap(([route, row]) => (row === 'open' ? [] : [{ route, ...row }]));
const everyPosition = sealedRoutes.flatMap(({ route, positions }) =>
  Object.entries(positions).map(([name, position]) => ({ title: `${route} ${name}`, ...position })),
);

describe('the access matrix', () => {
  it('[HX8] has a row for every route there is, and none for one there is not', () => {
    expect(routesOf()).toEqual(Object.keys(matrix).sort());
  });

  it('[HX9] has malformed bodies for every route that takes one', () => {
    // what a file may hold is tried by tests/scenarios/envelope-hostile.test.ts
    const posted = [...bodyRoutes.map(({ path }) => path), '/envelope'].map((path) => `POST ${path}`).sort();
    expect(posted).toEqual(routesOf().filter((route) => route.startsWith('POST ')));
  });

  it.each(everyPosition)(
    '[HX3] [HX8] [AC1] gives at $title what is the asker’s, and tells nobody what else exists',
    async ({ ids, ask, isGiven }) => {
      const wrong: string[] = [];
      for (const asker of live) {
        const missing = withoutId(await ask(deviceOf(asker), 'nowhere'), 'nowhere');
        for (const [id, allowed] of Object.entries(ids)) {
          const answer = await ask(deviceOf(asker), id);
          const should = allowed.includes(asker);
          if (answer.status !== 200 || isGiven(answer) !== should)
            wrong.push(`${asker} ${id}: ${JSON.stringify(answer.body)}`);
          if (!should && withoutId(answer, id) !== missing) wrong.push(`${asker} can tell ${id} from nothing`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(sealedRoutes)(
    '[HX8] [EN5] asks at $route for a device before it reads anything',
    async ({ route, positions }) => {
      const path = route.split(' ')[1] ?? '';
      for (const [asker, code] of [
        ['nobody', 'no-device'],
        ['forger', 'no-device'],
        ['revoked', 'revoked'],
      ] as const) {
        const device = deviceOf(asker);
        const asked = Object.values(positions).flatMap(({ ids, ask }) => Object.keys(ids).map((id) => ask(device, id)));
        for (const { status, body } of await Promise.all([...asked, device.post(path, '{'), device.post(path, {})]))
          expect([status, body]).toEqual([401, { code }]);
      }
    },
  );

  it('[HX8] [EN6] gives at POST /session a cookie to the holder of the device’s key alone', async () => {
    const outcomes = new Map<string, unknown>();
    for (const asker of askers)
      for (const owner of [...live, 'revoked', 'unknown'] as const) {
        const device = deviceOf(asker);
        const { body } = await new WireDevice(running.address).post('/challenge', { nonce: 'n' });
        const challenge = String(body.challenge);
        const id = owner === 'unknown' ? 'unknown' : deviceOf(owner).id;
        const claim = { nonce: 'n', device: id, challenge, signature: device.sign(challenge) };
        const before = device.cookie;
        const answer = await device.post('/session', claim);
        if (asker !== owner) device.cookie = before;
        outcomes.set(`${asker} as ${owner}`, [answer.status, answer.body.code ?? answer.body.device]);
      }
    const expected = askers.flatMap((asker) =>
      [...live, 'revoked', 'unknown'].map((owner): [string, unknown] => [
        `${asker} as ${owner}`,
        asker !== owner ? [401, 'no-device'] : asker === 'revoked' ? [401, 'revoked'] : [200, deviceOf(asker).id],
      ]),
    );
    expect([...outcomes]).toEqual(expected);
  });
});

describe('devices in the access matrix', () => {
  it('[HX8] [DV1] are shown to those of the same place alone', async () => {
    for (const asker of live) {
      const { body } = await deviceOf(asker).post('/devices', { nonce: 'n' });
      const shown = (body.devices as { id: string }[]).map(({ id }) => id);
      const ofPlace = Object.entries(enrolledAt).filter(([, [place]]) => place === enrolledAt[asker][0]);
      expect([asker, shown]).toEqual([asker, ofPlace.map(([one]) => deviceOf(one as Asker).id)]);
    }
  });

  it('[HX8] [DV2] get a code from a school’s own devices, and for that school alone', async () => {
    for (const asker of live) {
      const { status, body } = await deviceOf(asker).post('/device-code', { nonce: 'n' });
      if (!['school', 'signer', 'otherSchool', 'schoolElsewhere'].includes(asker)) {
        expect([asker, status, body]).toEqual([asker, 403, { code: 'not-allowed' }]);
        continue;
      }
      const made = await new WireDevice(running.address).enrol(String(body.code));
      expect([asker, made.body.own, made.body.role]).toEqual([asker, enrolledAt[asker][0], 'school']);
    }
  });

  it('[HX8] [DV3] are turned away by their principal’s device alone; to all others they do not exist', async () => {
    for (const [place, role] of Object.values(enrolledAt)) {
      const victim = await anEnrolled(running, place, role);
      for (const asker of live) {
        if (asker === 'signer' && place === 's1') continue;
        const { status, body } = await deviceOf(asker).post('/device-revoke', { nonce: 'n', device: victim.id });
        expect([asker, status, body]).toEqual([asker, 404, { code: 'not-found' }]);
      }
      const unknown = await deviceOf('signer').post('/device-revoke', { nonce: 'n', device: 'unknown' });
      expect([unknown.status, unknown.body]).toEqual([404, { code: 'not-found' }]);
      if (place !== 's1') continue;
      const revoked = await deviceOf('signer').post('/device-revoke', { nonce: 'n', device: victim.id });
      expect(revoked.body).toEqual({ nonce: 'n', revoked: victim.id });
    }
  });
});

describe('what may be written', () => {
  const path = (rest: string) => `2026-27/${rest}`;
  /** Register, value, whose signature it carries, and who may bring it into the history of s1. */
  const writes: readonly [string, unknown, Live | null, readonly Live[]][] = [
    [path('readiness/K1-01'), 'yes', null, ['school', 'signer', 'officer', 'officerAbove']],
    [path('readiness/K1-01#comment'), 'текст', null, ['school', 'signer', 'officer', 'officerAbove']],
    ['-/passport/pupils', 90, null, ['school', 'signer', 'officer', 'officerAbove']],
    [path('monitoring/8@b1'), 4, null, ofS1],
    [path('monitoring/8@b2'), 4, null, ['school', 'signer', 'officer', 'officerAbove']],
    [path('status'), { state: 'submitted' }, null, ['school', 'signer', 'officer', 'officerAbove']],
    [path('status'), { state: 'accepted' }, null, []],
    [path('status'), 'accepted', null, []],
    [path('status'), ['submitted'], null, []],
    [path('status'), { state: 'accepted' }, 'school', []],
    [path('status'), { state: 'accepted' }, 'signer', []],
    [path('status'), { state: 'accepted' }, 'officerElsewhere', []],
    [path('status'), { state: 'accepted' }, 'officer', ofS1],
    [path('readiness/K3-01#check'), { value: 'no' }, null, []],
    [path('readiness/K3-01#check'), { value: 'no' }, 'school', []],
    [path('readiness/K3-01#check'), { value: 'no' }, 'officerAbove', ofS1],
    [path('readiness/SITE:S-03#state'), 'partly', null, []],
    [path('extension'), { due: '2027-07-20' }, null, []],
    [path('extension'), { due: '2027-07-20' }, 'school', []],
    [path('extension'), { due: '2027-07-20' }, 'officer', ofS1],
    ['-/device:forged', { role: 'officer' }, null, []],
    ['-/device:forged', { role: 'officer' }, 'school', []],
    ['-/campaign:2026-27', { id: '2026-27' }, null, []],
  ];

  it.each(writes)(
    '[HX8] [AC2] [AC3] %s with %j signed by %s comes only from those who may bring it',
    async (register, value, signer, allowed) => {
      const wrong: string[] = [];
      for (const asker of live) {
        const nonce = `${asker}${'A'.repeat(22)}`.slice(0, 22);
        const made = aRevision({ history: 's1', path: register, value: value as string, nonce });
        const revision = signer ? deviceOf(signer).signed(made) : made;
        const { body } = await deviceOf(asker).post(
          '/sync',
          buildSyncRequest([{ history: 's1', after: noCursor, revisions: [revision] }], 'n', 0),
        );
        const answer = firstOf(body);
        const isTaken = Array.isArray(answer.refused) && answer.refused.length === 0;
        if (isTaken !== allowed.includes(asker)) wrong.push(`${asker}: ${JSON.stringify(answer)}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('[HX8] an answer for another school is refused and leaves no trace', async () => {
    const officer = deviceOf('officerAbove');
    const heads = async () => (await officer.post('/heads', { under: 'r', nonce: 'n' })).body;
    const before = await heads();
    for (const asker of ['otherSchool', 'schoolElsewhere', 'officerElsewhere'] as const) {
      const request = buildSyncRequest(
        [{ history: 's1', after: noCursor, revisions: [aRevision({ history: 's1' })] }],
        'n',
        0,
      );
      expect(firstOf((await deviceOf(asker).post('/sync', request)).body)).toEqual({
        history: 's1',
        denied: 'not-your-history',
      });
    }
    expect(await heads()).toEqual(before);
  });
});

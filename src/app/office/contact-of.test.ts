import { expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import type { KnownDevice, KnownPlaces } from '../school-files/known-places.ts';
import { contactOf } from './contact-of.ts';

const place = (id: string, parent: string) =>
  ({ id, kind: parent === 'm' ? 'school' : 'branch', parent, name: id, shortName: id, address: '' }) as const;
const device = (id: string, at: string, rest: Partial<KnownDevice> = {}): KnownDevice => ({
  ...{ id, place: at, role: 'school', label: id, publicKey: 'k', revoked: false },
  ...rest,
});
const known: KnownPlaces = {
  places: [place('s1', 'm'), place('b1', 's1'), place('s2', 'm'), place('s3', 'm')],
  devices: [
    device('a', 's1', { seenAt: Date.UTC(2026, 8, 1), unsent: 3, isAwaited: true }),
    device('b', 'b1', { seenAt: Date.UTC(2026, 8, 2), unsent: 1 }),
    device('c', 's1', { seenAt: Date.UTC(2026, 8, 9), unsent: 9, revoked: true }),
    device('d', 's2'),
  ],
  toldAt: '2026-09-10T00:00:00Z',
};
const submitted = (who: string) => aRevision({ path: '2026-27/status', value: { state: 'submitted' }, who });
const roadOf = (who: string, via: string | null) =>
  contactOf('s1', { known, said: [submitted(who)], viaOf: () => via }).road;

it('[OF4] tells of a school what its live devices and those of its branches told last', () => {
  const asked = { known, said: [], viaOf: () => null };
  expect(contactOf('s1', asked)).toEqual({
    ...{ lastSeen: '2026-09-02T00:00:00.000Z', unsent: 4, awaited: true, road: null, devices: 2 },
  });
  const silent = { lastSeen: null, unsent: 0, awaited: false, road: null };
  expect(contactOf('s2', asked)).toEqual({ ...silent, devices: 1 }); // an endpoint of 0.1 tells no contacts
  expect(contactOf('s3', asked)).toEqual({ ...silent, devices: 0 });
});

it('[OF4] tells by which road a submission came', () => {
  expect([roadOf('школа', 'http'), roadOf('школа', 'file'), roadOf('школа', null)]).toEqual([
    'network',
    'file',
    'file',
  ]);
  expect(roadOf('муниципалитет', 'http')).toBe('paper');
});

import { beforeEach, describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import type { Json } from '../../core/json.ts';
import { base64url, type Revision } from '../../core/submission/revision.ts';
import type { Enrolment } from '../sync/enrolment.ts';
import { type Admitted, admitJudgements } from './admit-judgements.ts';
import type { AsideRow } from './dexie-store.ts';

type Key = { publicKey: string; sign: (revision: Revision, by: string) => Promise<Revision> };

async function aKey(): Promise<Key> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  return {
    publicKey: base64url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
    sign: async (revision, by) => {
      const bytes = await crypto.subtle.sign(algorithm, pair.privateKey, new TextEncoder().encode(revision.id));
      return { ...revision, signature: { by, value: base64url(new Uint8Array(bytes)) } };
    },
  };
}
const [endpoint, officer, teacher, stranger] = await Promise.all([aKey(), aKey(), aKey(), aKey()]);

const entryOf = (id: string, history: string, role: string, key: Key, revokedFrom: Json = null) =>
  endpoint.sign(
    aRevision({ history, path: `-/device:${id}`, value: { publicKey: key.publicKey, role, label: id, revokedFrom } }),
    'endpoint',
  );
const returned = (history = 's1') => aRevision({ history, path: '2016-17/status', value: { state: 'returned' } });
const enrolment: Pick<Enrolment, 'role' | 'own' | 'histories' | 'endpointKey'> = {
  role: 'school',
  own: 's1',
  histories: ['m:public', 'r:public'],
  endpointKey: endpoint.publicKey,
};

/** A device with the standing given, and what it holds. */
class Device {
  held: Revision[] = [];
  aside: AsideRow[] = [];
  enrolment: typeof enrolment | null;
  constructor(standing: typeof enrolment | null = enrolment) {
    this.enrolment = standing;
  }
  async take(batch: readonly Revision[], road: 'endpoint' | 'file' = 'file'): Promise<Admitted> {
    const came = await admitJudgements(batch, road, {
      enrolment: this.enrolment,
      below: null,
      has: (id) => this.held.some((one) => one.id === id),
      revisionsOf: (history) => this.held.filter((one) => one.history === history),
      store: {
        readAside: async () => this.aside,
        changeAside: async (put, dropped) => {
          const left = this.aside.filter(({ id }) => !dropped.includes(id));
          const known = new Set(left.map(({ id }) => id));
          const taken = put.filter((row) => row.road === 'endpoint' || !known.has(row.id));
          this.aside = [...left.filter(({ id }) => !taken.some((row) => row.id === id)), ...taken];
        },
      },
    });
    this.held.push(...came.stands.filter(({ id }) => !this.held.some((one) => one.id === id)));
    return came;
  }
  has = (revision: Revision) => this.held.some(({ id }) => id === revision.id);
}

let device = new Device();
beforeEach(() => {
  device = new Device();
});

describe('what judges or grants, coming into a device', () => {
  it('[JG1] lets facts through untouched and turns away judgements nobody above has signed', async () => {
    const fact = aRevision({ history: 's1' });
    const submitted = aRevision({ history: 's1', path: '2016-17/status', value: { state: 'submitted' } });
    const check = aRevision({ history: 's1', path: '2016-17/readiness/K3-01#check', value: 'yes' });
    expect(await device.take([fact, check, submitted, returned()])).toEqual({
      stands: [fact, submitted],
      aside: 0,
      refused: 2,
    });
    expect(device.aside).toEqual([]);
  });

  it('[JG1] takes one signed by an officer above, whose entry the same batch may bring, in any order', async () => {
    const entry = await entryOf('d1', 'm:public', 'officer', officer);
    const judgement = await officer.sign(returned(), 'd1');
    for (const batch of [
      [entry, judgement],
      [judgement, entry],
    ]) {
      const one = new Device();
      expect(await one.take(batch)).toMatchObject({ aside: 0, refused: 0 });
      expect([one.has(entry), one.has(judgement)]).toEqual([true, true]);
    }
  });

  it.each([
    ['of a school’s own device', 's1', 'school', 's1'],
    ['of the principal’s device', 's1', 'signer', 's1'],
    ['of an officer of another municipality', 'n:public', 'officer', 's1'],
    ['of an officer below the public history it stands in', 'm:public', 'officer', 'r:public'],
  ])('[JG1] turns away a signature %s', async (_whose, entryHistory, role, history) => {
    const entry = await entryOf('d1', entryHistory, role, officer);
    const value = { state: 'accepted' };
    const judgement = await officer.sign(aRevision({ history, path: '2016-17/status', value }), 'd1');
    expect(await device.take([entry, judgement])).toEqual({ stands: [entry], aside: 0, refused: 1 });
  });

  it('[JG1] turns away another key’s signature, a signature of another revision, and what is no signature at all', async () => {
    device.held.push(await entryOf('d1', 'm:public', 'officer', officer));
    const wrongKey = await stranger.sign(returned(), 'd1');
    const other = await officer.sign(aRevision({ history: 's1' }), 'd1');
    const moved = { ...returned(), signature: other.signature ?? { by: '', value: '' } };
    const noise = { ...returned(), signature: { by: 'd1', value: '~' } };
    for (const bad of [wrongKey, moved, noise])
      expect(await device.take([bad])).toEqual({ stands: [], aside: 0, refused: 1 });
    const right = await officer.sign(returned(), 'd1');
    expect((await device.take([wrongKey, right])).stands).toEqual([right]);
  });

  it('[JG1] believes an entry of a device only from the endpoint', async () => {
    const value = { publicKey: stranger.publicKey, role: 'officer', label: 'd9', revokedFrom: null };
    const forged = await stranger.sign(aRevision({ history: 'm:public', path: '-/device:d9', value }), 'endpoint');
    const byOfficer = await officer.sign(aRevision({ history: 'm:public', path: '-/device:d8', value }), 'd1');
    device.held.push(await entryOf('d1', 'm:public', 'officer', officer));
    const judgement = await stranger.sign(returned(), 'd9');
    expect(await device.take([forged, byOfficer, judgement])).toMatchObject({ stands: [], refused: 2, aside: 1 });
  });

  it('[JG2] keeps aside what its signer’s entry has not come for yet, and counts it once the entry is there', async () => {
    const judgement = await officer.sign(returned(), 'd1');
    const wrong = await stranger.sign(aRevision({ ...returned(), seen: [], value: { state: 'accepted' } }), 'd1');
    expect(await device.take([judgement, wrong], 'endpoint')).toEqual({ stands: [], aside: 2, refused: 0 });
    expect(await device.take([aRevision({ history: 's1' })])).toMatchObject({ aside: 2 });
    const entry = await entryOf('d1', 'm:public', 'officer', officer);
    expect(await device.take([entry], 'endpoint')).toEqual({ stands: [entry, judgement], aside: 0, refused: 1 });
    expect(await device.take([])).toEqual({ stands: [], aside: 0, refused: 0 });
    expect(device.aside).toEqual([]);
  });

  it('[JG2] waits for the code on a device that has none, and judges nothing in a local history', async () => {
    const device = new Device(null);
    const [entry, judgement] = [
      await entryOf('d1', 'm:public', 'officer', officer),
      await officer.sign(returned(), 'd1'),
    ];
    expect(await device.take([entry, judgement])).toMatchObject({ stands: [], aside: 2 });
    expect(await device.take([await officer.sign(returned('local:abc'), 'd1')])).toMatchObject({
      refused: 1,
      aside: 2,
    });
    device.enrolment = enrolment;
    expect(await device.take([])).toMatchObject({ stands: [entry, judgement], aside: 0 });
  });

  it('[JG2] never lets a copy from a file take the place of what the endpoint gave', async () => {
    const right = await officer.sign(returned(), 'd1');
    const wrong = await stranger.sign(returned(), 'd1');
    await device.take([right], 'endpoint');
    await device.take([wrong], 'file');
    const entry = await entryOf('d1', 'm:public', 'officer', officer);
    expect((await device.take([entry])).stands).toEqual([entry, right]);
  });

  it('[JG3] takes a revoked device’s judgements from the endpoint only', async () => {
    device.held.push(await entryOf('d1', 'm:public', 'officer', officer, '2017-06-01'));
    const judgement = await officer.sign(returned(), 'd1');
    expect(await device.take([judgement], 'file')).toMatchObject({ stands: [], aside: 1 });
    expect(await device.take([judgement], 'endpoint')).toMatchObject({ stands: [judgement], aside: 0 });
  });

  it('[JG2] leaves open on an officer’s device whose word counts below a place it does not know', async () => {
    const region = new Device({
      role: 'officer',
      own: 'r:office',
      histories: ['r:public'],
      endpointKey: endpoint.publicKey,
    });
    region.held.push(await entryOf('d0', 'r:public', 'officer', teacher));
    const own = await teacher.sign(returned('s1'), 'd0');
    const below = await officer.sign(returned('s2'), 'd1');
    expect(await region.take([own, below])).toMatchObject({ stands: [own], aside: 1 });
  });
});

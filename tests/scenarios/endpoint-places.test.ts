import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Place } from '../../src/core/places/place.ts';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { readRevisions } from '../../src/server/store/histories.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, type WireDevice } from '../support/endpoint.ts';

let running: RunningEndpoint;
beforeAll(async () => {
  running = await startEndpoint();
});
afterAll(() => running.stop());

const school = (id: string, parent: string): Place => ({
  ...{ id, kind: 'school', parent, name: `Школа ${id}`, shortName: id, address: '' },
});
const bring = (officer: WireDevice, history: string, place: Place) => {
  const entry = officer.signed(aRevision({ history, path: `-/place:${place.id}`, value: { ...place } }));
  return officer.post('/sync', buildSyncRequest([{ history, after: noCursor, revisions: [entry] }], 'n', 0));
};

it('[PL5] stands in the tree and in the history, or in neither, also when two officers name one school at once', async () => {
  const [one, other] = [await anEnrolled(running, 'm', 'officer'), await anEnrolled(running, 'n', 'officer')];
  const names = ['s80', 's81', 's82', 's83'];
  await Promise.all(
    names.flatMap((id) => [bring(one, 'm:public', school(id, 'm')), bring(other, 'n:public', school(id, 'n'))]),
  );
  const { byId } = await running.endpoint.places();
  for (const id of names) {
    const parent = byId.get(id)?.parent;
    expect(['m', 'n']).toContain(parent);
    for (const municipality of ['m', 'n']) {
      const stored = await readRevisions(running.engine.read, `${municipality}:public`);
      const isThere = stored.some(({ path }) => path === `-/place:${id}`);
      expect([id, municipality, isThere]).toEqual([id, municipality, parent === municipality]);
    }
  }
});

import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { sha256 } from '../../../tests/fixtures/a-revision.ts';
import { memoryEnrolments } from '../../../tests/support/device-parts.ts';
import { noContacts } from '../private-values/contacts.ts';
import { DexieStore } from '../store/dexie-store.ts';
import type { Call } from './call-endpoint.ts';
import { createSync } from './create-sync.ts';
import { notCountedYet } from './delivery.ts';
import { type Enrolment, parseStanding } from './enrolment.ts';

const standing = {
  device: 'd1',
  role: 'school',
  place: { id: 's1', kind: 'school', name: 'Школа', shortName: 'СОШ' },
  own: 's1',
  histories: [],
  endpointKey: 'key',
};
const parsed = parseStanding(standing);
if (!parsed) throw new Error('no standing');
const enrolled: Enrolment = { ...parsed, local: null, label: 'ПК завуча' };

/** A start of a device whose key was lost; resolves when it has asked for its first turn. */
async function start(enrolments: ReturnType<typeof memoryEnrolments>, answer: Call): Promise<string[]> {
  const asked: string[] = [];
  const state = signal(notCountedYet(await enrolments.read(), 0));
  await new Promise<void>((done) => {
    createSync(
      {
        store: new DexieStore(() => [], 'create-sync-test'),
        enrolments,
        enrolled: state.value.enrolment,
        call: async (path) => {
          asked.push(path);
          if (path === '/sync') done();
          return path === '/device-key' ? answer : { kind: 'no-server' };
        },
        sha256,
        nonce: () => 'nonce',
        chance: () => 0,
        now: () => new Date(2026, 8, 14),
        clock: () => '09:05',
        revisionsOf: () => [],
        admit: async (revisions) => revisions,
        below: () => Promise.reject(new Error('no officer')),
        privates: { contacts: () => noContacts, noteReceipt: async () => undefined },
        afterTurn: () => {},
        keep: async () => true,
        localHistory: () => null,
        adopt: async () => undefined,
        channel: 'create-sync-test',
        lock: null,
      },
      state,
    );
  });
  return asked;
}

it.each<Call>([{ kind: 'no-server' }, { kind: 'filter' }, { kind: 'busy' }, { kind: 'refused', code: 'no-device' }])(
  '[EN6] goes on without a key the endpoint has not taken, and registers one at the next start: %o',
  async (failed) => {
    const enrolments = memoryEnrolments();
    await enrolments.write(enrolled);
    expect(await start(enrolments, failed)).toContain('/device-key');
    expect(await enrolments.readKey()).toBeNull();
    expect((await enrolments.read())?.device).toBe('d1');
    const taken = { kind: 'answer' as const, body: { ...standing, device: 'd2' } };
    expect(await start(enrolments, taken)).toContain('/device-key');
    expect(await enrolments.readKey()).not.toBeNull();
    expect((await enrolments.read())?.device).toBe('d2');
    expect(await start(enrolments, failed)).not.toContain('/device-key');
  },
);

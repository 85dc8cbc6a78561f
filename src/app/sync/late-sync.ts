import { signal } from '@preact/signals';
import type { Sync, SyncParts } from './create-sync.ts';
import { type Delivery, notCountedYet } from './delivery.ts';

/**
 * SY9: the exchange with the endpoint comes behind what is needed to fill in and save. Until it is there everything counts as
 * not sent, the header says that it does not know, and what is saved meanwhile waits for the turn every start begins with.
 */
export function createLateSync(parts: SyncParts, mayLoad: Promise<void>): Sync {
  const state = signal<Delivery>(
    notCountedYet(parts.enrolled, parts.enrolled ? parts.revisionsOf(parts.enrolled.own).length : 0),
  );
  let sync: Sync | null = null;
  let coming: Promise<Sync> | null = null;
  const bring = (): Promise<Sync> => {
    coming ??= import('./create-sync.ts').then(({ createSync }) => {
      sync = createSync(parts, state);
      return sync;
    });
    coming.catch(() => {
      coming = null; // the line died: asked for again when something wants it
    });
    return coming;
  };
  const bringQuietly = () => void bring().catch(console.error);
  void mayLoad.then(bringQuietly);
  return {
    state,
    enrol: (code, label) =>
      bring().then(
        (come) => come.enrol(code, label),
        () => 'no-server',
      ),
    takeReceipt: async (file) => (await bring()).takeReceipt(file),
    now: () => (sync ? sync.now() : bringQuietly()),
    changed: () => sync?.changed(),
    recount: () => sync?.recount(),
    deliveredOf: (id) => sync?.deliveredOf(id) ?? null,
  };
}

import { type ReadonlySignal, signal } from '@preact/signals';
import type { CallEndpoint } from '../sync/call-endpoint.ts';
import { createKeptFiles } from './kept-files.ts';
import { askPlaces, type KnownPlaces } from './known-places.ts';

/** EV18: what the endpoint told this officer's device last of the places below it and of their devices. */
export type OfficerPlaces = {
  /** null: not told yet */
  known: ReadonlySignal<KnownPlaces | null>;
  /** asks for it; `afresh`: also when what is here is not old */
  renew: (afresh: boolean) => Promise<void>;
};

type Parts = { call: CallEndpoint; nonce: () => string; now: () => Date; storeName: string };

/** a municipality's list changes a few times a year, what its devices still have to send a few times an hour */
const oldAfterMs = 15 * 60_000;

export async function createOfficerPlaces({ call, nonce, now, storeName }: Parts): Promise<OfficerPlaces> {
  const store = createKeptFiles(storeName);
  const known = signal<KnownPlaces | null>(await store.places());
  return {
    known,
    renew: async (afresh) => {
      const toldAt = known.value?.toldAt;
      if (!afresh && toldAt !== undefined && now().getTime() - Date.parse(toldAt) <= oldAfterMs) return;
      const told = await askPlaces(call, nonce(), now().toISOString());
      if (!told) return;
      await store.keepPlaces(told);
      known.value = told;
    },
  };
}

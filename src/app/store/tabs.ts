import type { Revision } from '../../core/submission/revision.ts';
import type { DexieStore } from './dexie-store.ts';

export type Tabs = {
  announce: (revisions: readonly Revision[]) => void;
  /** looks for what was announced while this tab was still opening, or stood frozen */
  catchUp: () => Promise<void>;
};

/**
 * ST7: the tabs of one device tell each other which revisions the database has just taken; a tab reads them from there and
 * merges them as any others. What could not be read is read with the next announcement; what was not heard, by `catchUp`.
 */
export function createTabs(
  name: string,
  store: DexieStore,
  { isKnown, show }: { isKnown: (id: string) => boolean; show: (revisions: readonly Revision[]) => void },
): Tabs {
  const announced = new Set<string>();
  const channel = new BroadcastChannel(name);
  const hear = async (said: readonly unknown[]): Promise<void> => {
    for (const id of said) if (typeof id === 'string' && !isKnown(id)) announced.add(id);
    const ids = [...announced];
    const found = await store.read(ids).catch(() => null);
    if (found === null) return;
    for (const id of ids) announced.delete(id);
    if (found.length > 0) show(found);
  };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => void (Array.isArray(data) && hear(data));
  return {
    announce: (revisions) => channel.postMessage(revisions.map((revision) => revision.id)),
    catchUp: async () => hear(await store.ids().catch(() => [])),
  };
}

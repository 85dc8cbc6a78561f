import type { Revision } from '../../core/submission/revision.ts';
import type { DexieStore } from './dexie-store.ts';

export type Tabs = { announce: (revisions: readonly Revision[]) => void };

/**
 * ST7: the tabs of one device tell each other which revisions the database has just taken; a tab reads them from there and
 * merges them as any others. What could not be read is read with the next announcement.
 */
export function createTabs(
  name: string,
  store: DexieStore,
  { isKnown, show }: { isKnown: (id: string) => boolean; show: (revisions: readonly Revision[]) => void },
): Tabs {
  const announced = new Set<string>();
  const channel = new BroadcastChannel(name);
  channel.onmessage = async ({ data }: MessageEvent<unknown>) => {
    if (!Array.isArray(data)) return;
    for (const id of data) if (typeof id === 'string' && !isKnown(id)) announced.add(id);
    const ids = [...announced];
    const found = await store.read(ids).catch(() => null);
    if (found === null) return;
    for (const id of ids) announced.delete(id);
    show(found);
  };
  return { announce: (revisions) => channel.postMessage(revisions.map((revision) => revision.id)) };
}

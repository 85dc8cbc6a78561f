import type { Revision } from '../../core/submission/revision.ts';
import type { Delivery } from './delivery.ts';
import type { SyncTurns } from './sync-turns.ts';

type Seen = {
  stateOf: SyncTurns['stateOf'];
  refusedOf: (id: string) => string | undefined;
  revisionsOf: (history: string) => readonly Revision[];
  /** id → ISO instant of the receipt that answered for it */
  delivered: ReadonlyMap<string, string>;
};
type Counts = Pick<Delivery, 'sent' | 'refused' | 'unsent' | 'confirmed' | 'confirmedAt' | 'delivered' | 'deliveredAt'>;

/** SY8, EV15: how far the revisions of these histories have come; each counts once. */
export function countDelivery(
  histories: readonly string[],
  { stateOf, refusedOf, revisionsOf, delivered }: Seen,
): Counts {
  let latest: number | null = null;
  const [open, refused]: [string[], { id: string; why: string }[]] = [[], []];
  let [all, sent] = [0, 0];
  for (const history of histories) {
    const known = stateOf(history);
    latest = Math.max(latest ?? 0, known?.latest ?? 0) || null;
    for (const { id, path } of revisionsOf(history)) {
      if (path.startsWith('-/device:')) continue; // entries of devices come from the endpoint itself: nobody waits for them
      all += 1;
      if (known?.confirmed.has(id)) continue;
      const why = refusedOf(id);
      if (why !== undefined) refused.push({ id, why });
      else if (known?.sent.has(id)) sent += 1;
      else open.push(id);
    }
  }
  return {
    sent,
    refused,
    unsent: open.length,
    confirmed: all - open.length - sent - refused.length,
    confirmedAt: latest === null ? null : new Date(latest).toISOString(),
    ...countByFile(open, delivered),
  };
}

/** EV15: how many of what no endpoint has confirmed a receipt has answered for, and when last. */
export function countByFile(
  ids: readonly string[],
  delivered: ReadonlyMap<string, string>,
): Pick<Delivery, 'delivered' | 'deliveredAt'> {
  const moments = ids.flatMap((id) => delivered.get(id) ?? []);
  return { delivered: moments.length, deliveredAt: moments.sort().at(-1) ?? null };
}

import { type Actor, isHistory, type Lineage, mayRead, ownHistoryOf } from '../access/access.ts';
import type { Place } from '../places/place.ts';
import { fail, ok, type Result } from '../result.ts';
import { reissue } from '../submission/reissue.ts';
import type { Revision, Sha256 } from '../submission/revision.ts';
import type { Envelope } from './envelope.ts';

/** What a file brings to one history. */
export type Target = { history: string; revisions: readonly Revision[] };
export type ForeignHistory = { code: 'foreign-history'; history: string };

/** The places that are known where a file is taken. */
export type KnownTree = { byId: ReadonlyMap<string, Place>; lineage: Lineage };

/**
 * EV6: where a file's revisions belong if `actor` has brought it: local ones are re-issued under his place (RV8); one history he
 * may not write, and the whole file is refused.
 */
export function targetsOf(
  { histories, revisions }: Pick<Envelope, 'histories' | 'revisions'>,
  actor: Actor,
  { byId, lineage }: KnownTree,
  sha256: Sha256,
): Result<Target[], ForeignHistory> {
  const byHistory = new Map<string, Revision[]>();
  for (const { history } of histories) {
    const isLocal = history.startsWith('local:') && actor.role !== 'endpoint';
    const target = isLocal ? ownHistoryOf(actor, lineage) : history;
    if (!isHistory(target, (id) => byId.get(id)) || !mayRead(actor, target, lineage))
      return fail({ code: 'foreign-history', history });
    const brought = revisions.filter((revision) => revision.history === history);
    const known = byHistory.get(target) ?? [];
    byHistory.set(target, [...known, ...(isLocal ? reissue(brought, target, sha256) : brought)]);
  }
  return ok([...byHistory].map(([history, brought]) => ({ history, revisions: brought })));
}

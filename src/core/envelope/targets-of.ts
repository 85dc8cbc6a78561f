import { type Actor, isHistory, type Lineage, mayRead, ownHistoryOf } from '../access/access.ts';
import type { Place } from '../places/place.ts';
import type { PrivateValue } from '../private-values/private-values.ts';
import { fail, ok, type Result } from '../result.ts';
import { reissue } from '../submission/reissue.ts';
import type { Revision, Sha256 } from '../submission/revision.ts';
import type { Envelope } from './envelope.ts';

/** What a file brings to one history. */
export type Target = { history: string; revisions: readonly Revision[]; privates: readonly PrivateValue[] };
export type ForeignHistory = { code: 'foreign-history'; history: string };

/** The places that are known where a file is taken. */
export type KnownTree = { byId: ReadonlyMap<string, Place>; lineage: Lineage };

/**
 * EV6: where a file's revisions belong if `actor` has brought it: local ones are re-issued under his place (RV8); one history he
 * may not write, and the whole file is refused. PV7: contacts go where the revisions that name them go.
 */
export function targetsOf(
  { histories, revisions, privates = [] }: Pick<Envelope, 'histories' | 'revisions' | 'privates'>,
  actor: Actor,
  { byId, lineage }: KnownTree,
  sha256: Sha256,
): Result<Target[], ForeignHistory> {
  const byHistory = new Map<string, Target>();
  for (const { history } of histories) {
    const isLocal = history.startsWith('local:') && actor.role !== 'endpoint';
    const target = isLocal ? ownHistoryOf(actor, lineage) : history;
    if (!isHistory(target, (id) => byId.get(id)) || !mayRead(actor, target, lineage))
      return fail({ code: 'foreign-history', history });
    const brought = revisions.filter((revision) => revision.history === history);
    const known = byHistory.get(target);
    byHistory.set(target, {
      history: target,
      revisions: [...(known?.revisions ?? []), ...(isLocal ? reissue(brought, target, sha256) : brought)],
      privates: [...(known?.privates ?? []), ...privates.filter((value) => value.history === history)],
    });
  }
  return ok([...byHistory.values()]);
}

import { changesPublishedForm } from '../form/form-name.ts';
import type { Place } from '../places/place.ts';
import { isOpenSecret } from '../private-values/private-values.ts';
import type { Revision } from '../submission/revision.ts';

export type Role = 'school' | 'signer' | 'branch' | 'officer' | 'endpoint';

/** The id that stands beside signatures of the endpoint's own key. */
export const endpointId = 'endpoint';

/** Who asks: a device's role at a place. The endpoint itself (imports, codes) stands above all places. */
export type Actor = { role: Role; place: string };

/** Ids of a place and of everything above it, nearest first; unknown: just itself. */
export type Lineage = (placeId: string) => readonly string[];

export type Refusal =
  | 'not-your-history'
  | 'not-signed-by-an-officer'
  | 'not-your-branch'
  | 'private-in-the-open'
  | 'form-is-published';

/** AC1: a school has one history, named by its id; municipality and region have two, told apart by their ending. */
export const publicHistoryOf = (placeId: string): string => `${placeId}:public`;
export const officeHistoryOf = (placeId: string): string => `${placeId}:office`;

/** AC1: every history a place has; a branch has none of its own. */
export function historiesOf({ id, kind }: Pick<Place, 'id' | 'kind'>): readonly string[] {
  if (kind === 'branch') return [];
  return kind === 'school' ? [id] : [publicHistoryOf(id), officeHistoryOf(id)];
}

/** HX3: whether there is such a history: only those of AC1, so nobody opens others beside them. */
export function isHistory(history: string, placeOf: (id: string) => Place | undefined): boolean {
  const place = placeOf(history.split(':')[0] ?? '');
  return place !== undefined && historiesOf(place).includes(history);
}

/** The place a history belongs to, and which of its histories it is. */
export function historyPlace(history: string): { place: string; kind: 'school' | 'public' | 'office' } {
  const [place = '', ending] = history.split(':');
  return { place, kind: ending === 'public' || ending === 'office' ? ending : 'school' };
}

/** The history a device writes into: a branch has none of its own and writes into its school's. */
export function ownHistoryOf({ role, place }: Actor, lineage: Lineage): string {
  if (role === 'branch') return lineage(place)[1] ?? place;
  return role === 'officer' ? officeHistoryOf(place) : place;
}

/** AC1: a school's device reads its own history and the public ones above; an officer's also everything below. */
export function mayRead(actor: Actor, history: string, lineage: Lineage): boolean {
  const { place, kind } = historyPlace(history);
  if (actor.role === 'endpoint') return true;
  if (kind === 'public' && lineage(actor.place).includes(place)) return true;
  if (actor.role === 'officer') return lineage(place).includes(actor.place);
  return history === ownHistoryOf(actor, lineage);
}

/** AC2, CP3: what judges or grants, a later last day too: it stands only with the signature of an officer above, whoever brings it. */
export function needsSignature({ path, history, value }: Pick<Revision, 'path' | 'history' | 'value'>): boolean {
  if (historyPlace(history).kind !== 'school') return true;
  if (/#(check|return)$/.test(path) || /\/SITE:[^/]*#state$/.test(path) || /^-\/(device|erase|campaign)/.test(path))
    return true;
  if (/^[^/]+\/extension$/.test(path)) return true;
  if (!/^[^/]+\/status$/.test(path)) return false;
  const state = typeof value === 'object' && value !== null && 'state' in value ? value.state : value;
  return state !== 'draft' && state !== 'submitted' && state !== null;
}

/**
 * AC3, PV1, FP2: whether `bearer` may bring this revision; null: he may. Facts come from any device of the school or an officer above,
 * a branch's device brings only its own registers; what judges or grants comes from anyone who may read the history, if
 * `signer` (whose signature was verified; null: none or a wrong one) is an officer above the place, or the endpoint.
 */
export function refusalOf(
  revision: Pick<Revision, 'path' | 'history' | 'value'> & { gen?: number },
  bearer: Actor,
  signer: Actor | null,
  lineage: Lineage,
): Refusal | null {
  if (!mayRead(bearer, revision.history, lineage)) return 'not-your-history';
  if (isOpenSecret(revision)) return 'private-in-the-open';
  if (changesPublishedForm(revision)) return 'form-is-published';
  if (needsSignature(revision)) return mayJudge(revision.history, signer, lineage) ? null : 'not-signed-by-an-officer';
  if (bearer.role !== 'branch') return null;
  return revision.path.endsWith(`@${bearer.place}`) ? null : 'not-your-branch';
}

/** AC2: whether this signer's word counts in a history; the endpoint asks it of what is brought, every device of what comes in (JG1). */
export function mayJudge(history: string, signer: Actor | null, lineage: Lineage): boolean {
  if (signer?.role === 'endpoint') return true;
  if (signer?.role !== 'officer') return false;
  const { place, kind } = historyPlace(history);
  return kind === 'school' ? lineage(place).includes(signer.place) : place === signer.place;
}

/** DV2: a school's device and its principal's may give a colleague a code; a branch's and an officer's may not. */
export const mayIssueCodes = ({ role }: Actor): boolean => role === 'school' || role === 'signer';

/** DV3: the principal's device turns away any device of the school, every other one only itself. */
export function mayRevoke(actor: Actor & { id: string }, device: Actor & { id: string }): boolean {
  if (actor.id === device.id) return true;
  return actor.role === 'signer' && actor.place === device.place;
}

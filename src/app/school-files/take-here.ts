import { type Actor, endpointId, type Lineage, refusalOf } from '../../core/access/access.ts';
import type { Envelope } from '../../core/envelope/envelope.ts';
import type { ReceiptHeader } from '../../core/envelope/receipt.ts';
import { type ForeignHistory, targetsOf } from '../../core/envelope/targets-of.ts';
import { placeRefusal } from '../../core/places/place-entry.ts';
import { lineageIn, placeTreeOf } from '../../core/places/place-tree.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Revision } from '../../core/submission/revision.ts';
import type { PrivateValues } from '../private-values/private-values.ts';
import { sha256 } from '../store/copy-file.ts';
import { isSignedBy } from '../sync/device-key.ts';
import type { Enrolment } from '../sync/enrolment.ts';
import { isUnder, type KnownPlaces } from './known-places.ts';

export type Keeper = {
  revisionsOf: (history: string) => readonly Revision[];
  /** false: it could not be kept in both copies */
  keep: (revisions: readonly Revision[]) => Promise<boolean>;
  /** PV7: contacts, apart from the answers */
  takePrivates: PrivateValues['take'];
};
export type TakenHere = Pick<ReceiptHeader, 'histories' | 'accepted' | 'refused' | 'privates'>;
export type HereProblem = ForeignHistory | { code: 'not-allowed' | 'not-kept' };
type Bearing = { envelope: Envelope; actor: Actor; officer: Enrolment; known: KnownPlaces };

/**
 * EV17, PV7: takes a file as the endpoint would from `actor`: the same places, the same refusals (AC3, SG2). Everything is durable
 * when it returns, so that a receipt may be signed.
 */
export async function takeHere(
  { envelope, actor, officer, known }: Bearing,
  { revisionsOf, keep, takePrivates }: Keeper,
): Promise<Result<TakenHere, HereProblem>> {
  if (!isUnder(known, actor.place, officer.place.id)) return fail({ code: 'not-allowed' });
  const tree = placeTreeOf(known.places);
  const lineage = lineageIn(tree);
  const targets = targetsOf(envelope, actor, { byId: tree.byId, lineage }, sha256);
  if (!targets.ok) return targets;
  const taken: TakenHere = { histories: [], accepted: [], refused: [] };
  const accepted: Revision[] = [];
  for (const { history, revisions } of targets.value) {
    const here = new Set(revisionsOf(history).map(({ id }) => id));
    const place = tree.byId.get(history.split(':')[0] ?? '')?.shortName ?? '';
    const counts = { new: 0, known: 0, refused: 0 };
    for (const revision of revisions) {
      const { id } = revision;
      const why = here.has(id)
        ? null
        : ((await whyNot(revision, { actor, officer, known }, lineage)) ?? placeRefusal(revision, tree));
      counts[why !== null ? 'refused' : here.has(id) ? 'known' : 'new'] += 1;
      if (why === null) accepted.push(revision);
      else taken.refused.push({ id, why });
    }
    taken.histories.push({ history, place, ...counts, seq: 0, chain: '' });
  }
  if (!(await keep(accepted))) return fail({ code: 'not-kept' });
  const carried = targets.value.flatMap(({ history, privates }) => privates.map((value) => ({ ...value, history })));
  const privates = carried.length === 0 ? null : await takePrivates(carried).catch(() => ({ kept: [], erased: [] }));
  return ok({ ...taken, accepted: accepted.map(({ id }) => id), ...(privates && { privates }) });
}

/** SG2: a signature counts only when it fits the revision and belongs to a device that is not revoked, or to the endpoint. */
async function whyNot(
  revision: Revision,
  { actor, officer, known }: Omit<Bearing, 'envelope'>,
  lineage: Lineage,
): Promise<string | null> {
  const { id, signature } = revision;
  const device = known.devices.find((one) => one.id === signature?.by && !one.revoked);
  const isEndpoint = signature?.by === endpointId;
  const key = isEndpoint ? officer.endpointKey : device?.publicKey;
  const isRight = signature && key !== undefined && (await isSignedBy(key, id, signature.value));
  const signer = !isRight ? null : isEndpoint ? { role: 'endpoint' as const, place: '' } : (device ?? null);
  return refusalOf(revision, actor, signer, lineage);
}

import type { Actor } from '../../core/access/access.ts';
import { needsSignature } from '../../core/access/access.ts';
import {
  isDeviceEntry,
  type Known,
  type Road,
  type Signer,
  signersOf,
  weighJudgement,
} from '../../core/access/weigh-judgement.ts';
import { lineageIn, type PlaceTree } from '../../core/places/place-tree.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { isSignedBy } from '../sync/device-key.ts';
import type { Enrolment } from '../sync/enrolment.ts';
import type { AsideRow, DexieStore } from './dexie-store.ts';

export type Gate = {
  store: Pick<DexieStore, 'readAside' | 'changeAside'>;
  /** null: no code was entered */
  enrolment: Pick<Enrolment, 'role' | 'own' | 'histories' | 'endpointKey'> | null;
  /** those that stand on this device */
  has: (id: string) => boolean;
  revisionsOf: (history: string) => readonly Revision[];
  /** what an officer's device knows of the places below it; null: not told yet, or no officer's device */
  below: { tree: PlaceTree; publicHistories: readonly string[] } | null;
};

/** What a batch came to. `stands`: to be kept and shown; `aside`: how many wait in all; `refused`: how many were turned away. */
export type Admitted = { stands: Revision[]; aside: number; refused: number };

/**
 * JG1–JG3 on every road into the store: what comes in is weighed before it is kept, together with what waits aside, for the
 * batch may bring the entry that something waited for. Only what judges or grants is verified; most batches hold none.
 */
export async function admitJudgements(batch: readonly Revision[], road: Road, gate: Gate): Promise<Admitted> {
  const stands = batch.filter((revision) => gate.has(revision.id) || !needsSignature(revision));
  const plain = new Set(stands);
  const coming = batch.flatMap((revision) => (plain.has(revision) ? [] : [{ id: revision.id, revision, road }]));
  const waiting = await gate.store.readAside().catch(() => []); // a store that fails is told of where revisions are kept
  if (coming.length + waiting.length === 0) return { stands, aside: 0, refused: 0 };
  const known = knownTo(gate);
  const refused: string[] = [];
  const aside: AsideRow[] = [];
  const fresh = new Set(coming.map(({ id }) => id));
  // a copy that came anew is weighed beside the one that waits: one of them may carry the right signature
  const rows = [...coming, ...waiting].sort(
    (a, b) => Number(isDeviceEntry(b.revision)) - Number(isDeviceEntry(a.revision)),
  );
  const taken = new Set<string>();
  for (const row of rows) {
    if (taken.has(row.id) || gate.has(row.id)) continue;
    const verdict = await verdictOn(row, known);
    if (verdict === 'refused') refused.push(row.id);
    if (verdict === 'aside') aside.push(row);
    if (verdict !== 'stands') continue;
    taken.add(row.id);
    stands.push(row.revision);
    if (isDeviceEntry(row.revision)) learn(known, row.revision);
  }
  const left = aside.filter(({ id }) => !taken.has(id));
  const leftIds = new Set(left.map(({ id }) => id));
  // what stands now is dropped only once it is known to be kept, at the next weighing
  const dropped = waiting.filter(({ id }) => gate.has(id) || (!taken.has(id) && !leftIds.has(id))).map(({ id }) => id);
  const put = left.filter(({ id }) => fresh.has(id));
  if (put.length + dropped.length > 0)
    await gate.store.changeAside(put, dropped).catch((cause: unknown) => {
      if (road === 'endpoint') throw cause; // or the cursor would pass what is not kept; a file can be opened again
    });
  return { stands, aside: leftIds.size, refused: refused.filter((id) => !taken.has(id)).length };
}

async function verdictOn({ revision, road }: AsideRow, known: Known): Promise<'stands' | 'aside' | 'refused'> {
  const weight = weighJudgement(revision, road, known);
  if (weight.kind !== 'if-signed-by') return weight.kind;
  return (await isSignedBy(weight.publicKey, revision.id, revision.signature?.value ?? '')) ? 'stands' : 'refused';
}

type Learning = Known & { signers: Map<string, readonly Signer[]> };

const learn = ({ signers }: Learning, entry: Revision): void => {
  for (const [id, words] of signersOf([entry])) signers.set(id, [...(signers.get(id) ?? []), ...words]);
};

/** A school's device knows all places above its own; an officer's, once told (EV18), also all below, where other officers judge. */
function knownTo({ enrolment, revisionsOf, below }: Gate): Learning {
  const { own = '', histories = [], endpointKey = null } = enrolment ?? {};
  const placeOf = (history: string) => history.split(':')[0] ?? '';
  const above = [...new Set([own, ...histories].map(placeOf))];
  const isOfficer = (enrolment?.role satisfies Actor['role'] | undefined) === 'officer';
  const listed = [...new Set([own, ...histories, ...(below?.publicHistories ?? [])])];
  const knows = (place: string) => below?.tree.byId.has(place) ?? false;
  return {
    endpointKey,
    signers: signersOf(listed.flatMap((history) => revisionsOf(history).filter(isDeviceEntry))),
    lineage: (place) => {
      if (below && knows(place)) return lineageIn(below.tree)(place);
      const at = above.indexOf(place);
      return at >= 0 ? above.slice(at) : isOfficer ? [place, ...above] : [place];
    },
    knowsAbove: (place) => above.includes(place) || knows(place),
  };
}

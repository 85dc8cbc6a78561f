import type { ReceiptProblem } from '../../core/envelope/receipt.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { reissuedById } from '../../core/submission/reissue.ts';
import { readReceiptFile } from '../store/copy-file.ts';
import type { SyncParts } from './create-sync.ts';
import { publicKeyOf } from './device-key.ts';
import type { Enrolment, Standing } from './enrolment.ts';

/** What a receipt said, and what became of it on this device. */
export type TakenReceipt = {
  /** whose device made it; null: the endpoint */
  officer: string | null;
  /** ISO instant by the clock of whoever made it */
  at: string;
  /** as the receipt calls the school */
  place: string;
  /** revisions of this device that were taken */
  accepted: number;
  refused: readonly { path: string | null; why: string }[];
  /** PV7: contacts of staff that were taken with it */
  contacts: number;
  /** revisions people elsewhere made that it brought and that were not here */
  brought: number;
  /** this receipt made the device one of the school */
  enrolled: boolean;
};

export type ReceiptRefusal = ReceiptProblem | { code: 'not-kept' };

type Parts = Pick<
  SyncParts,
  'enrolments' | 'revisionsOf' | 'admit' | 'keep' | 'privates' | 'localHistory' | 'store' | 'sha256'
> & {
  enrolment: Enrolment | null;
  enrol: (standing: Standing, label: string) => Promise<void>;
};

/**
 * EV15: a receipt ends in the same append as a turn over the network: first what it brings is kept, then what it accepted is
 * marked as delivered by file, then a device without a code becomes what the receipt says. A repetition changes nothing.
 */
export async function takeReceipt(file: Blob, parts: Parts): Promise<Result<TakenReceipt, ReceiptRefusal>> {
  const { enrolments, enrolment, revisionsOf, localHistory } = parts;
  const pair = await enrolments.readKey();
  const read = await readReceiptFile(file, {
    publicKey: pair && (await publicKeyOf(pair)),
    endpointKey: enrolment?.endpointKey ?? null,
    above: enrolment?.histories ?? null,
  });
  if (!read.ok) return read;
  const receipt = read.value;
  const standing = enrolment ?? receipt.standing;
  const readable = standing ? [standing.own, ...standing.histories] : [];
  const brought = receipt.revisions.filter(({ history }) => readable.includes(history));
  const known = new Set(readable.flatMap((history) => revisionsOf(history).map(({ id }) => id)));
  const road = receipt.officer ? 'file' : 'endpoint';
  const fresh = await parts
    .admit(
      brought.filter(({ id }) => !known.has(id)),
      road,
    )
    .catch(() => null);
  if (fresh === null || !(await parts.keep(fresh))) return fail({ code: 'not-kept' });
  const stands = new Set([...known, ...fresh.map(({ id }) => id)]);
  const own = enrolment?.own ?? localHistory();
  const mine = idsByTaken(own === null ? [] : revisionsOf(own), receipt.histories, parts);
  const accepted = receipt.accepted.filter((id) => mine.has(id));
  const delivered = [
    ...accepted.flatMap((id) => [id, mine.get(id) ?? id]),
    ...brought.flatMap(({ id, history }) => (history === standing?.own && stands.has(id) ? [id] : [])),
  ];
  const marked = parts.store.deliver([...new Set(delivered)].map((id) => ({ id, at: receipt.at })));
  if (!(await marked.then(yes, no))) return fail({ code: 'not-kept' });
  // what is not marked is offered again over the network
  const said = receipt.privates && parts.privates.noteReceipt(receipt.privates, receipt.at, receipt.officer !== null);
  await said?.catch(console.error);
  const isEnrolled = enrolment === null && receipt.standing !== null;
  if (isEnrolled && receipt.standing) await parts.enrol(receipt.standing, receipt.to.label);
  const pathById = new Map(own === null ? [] : revisionsOf(own).map(({ id, path }) => [id, path]));
  const pathOf = (id: string) => pathById.get(mine.get(id) ?? id) ?? null;
  return ok({
    officer: receipt.officer?.label ?? null,
    at: receipt.at,
    place: receipt.histories[0]?.place || (standing?.place.shortName ?? ''),
    accepted: accepted.filter((id) => !isEntry(pathOf(id))).length,
    refused: receipt.refused.map(({ id, why }) => ({ path: pathOf(id), why })),
    contacts: receipt.privates?.kept.length ?? 0,
    brought: fresh.filter(({ path }) => !isEntry(path)).length,
    enrolled: isEnrolled,
  });
}

/** What the endpoint itself writes of devices; people do not count it among their work. */
const isEntry = (path: string | null): boolean => path?.startsWith('-/device:') ?? false;

const [yes, no] = [() => true, () => false];

/** The ids a receipt knows this device's revisions by (RV8), each with the id they have here. */
function idsByTaken(
  revisions: ReturnType<SyncParts['revisionsOf']>,
  histories: readonly { history: string }[],
  { sha256 }: Pick<Parts, 'sha256'>,
): ReadonlyMap<string, string> {
  const ids = new Map(revisions.map(({ id }) => [id, id]));
  const local = revisions.filter(({ history }) => history.startsWith('local:'));
  for (const { history } of local.length > 0 ? histories : [])
    for (const [id, issued] of reissuedById(local, history, sha256)) ids.set(issued.id, id);
  return ids;
}

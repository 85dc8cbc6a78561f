import { publicHistoryOf } from '../../core/access/access.ts';
import type { Envelope } from '../../core/envelope/envelope.ts';
import { writeReceipt } from '../../core/envelope/receipt.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { sha256 } from '../store/copy-file.ts';
import { publicKeyOf, signText } from '../sync/device-key.ts';
import type { Enrolment } from '../sync/enrolment.ts';
import type { TakenHere } from './take-here.ts';

type Parts = {
  officer: Enrolment;
  pair: CryptoKeyPair | null;
  /** ISO, for people */
  at: string;
  revisionsOf: (history: string) => readonly Revision[];
};

/**
 * EV13: the text of a receipt this officer's device signs: what was taken, and all it knows that its maker lacks of his own and
 * the public histories, its own entry among it. Null: the entry or the key has not come yet, or the maker has no key to know a
 * receipt by.
 */
export async function signReceipt(
  { by, hash, revisions }: Envelope,
  taken: TakenHere,
  { officer, pair, at, revisionsOf }: Parts,
): Promise<string | null> {
  if (pair === null || by.publicKey === null) return null;
  const publicKey = await publicKeyOf(pair);
  const ownEntries = revisionsOf(publicHistoryOf(officer.place.id)).filter(
    ({ path }) => path === `-/device:${officer.device}`,
  );
  if (!ownEntries.some(({ value }) => (value as { publicKey?: unknown } | null)?.publicKey === publicKey)) return null;
  const brought = new Set([...revisions.map(({ id }) => id), ...taken.accepted]);
  const histories = new Set([...taken.histories.map(({ history }) => history), ...officer.histories]);
  const missing = [...histories].flatMap((history) => revisionsOf(history).filter(({ id }) => !brought.has(id)));
  const header = {
    envelope: hash,
    to: by,
    at,
    ...taken,
    standing: null,
    endpointKey: officer.endpointKey,
    signer: { device: officer.device, publicKey },
  };
  return writeReceipt(header, missing, { sha256, sign: (text) => signText(pair, text) });
}

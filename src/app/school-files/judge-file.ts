import { type Envelope, isSignatureRight } from '../../core/envelope/envelope.ts';
import { isSignedBy } from '../sync/device-key.ts';
import type { KnownDevice, KnownPlaces } from './known-places.ts';

type Doubt = 'unsigned' | 'signature-wrong' | 'key-unknown' | 'revoked';
/** Who vouches for a file, as far as this device knows. */
export type Judgement = { kind: 'trusted'; device: KnownDevice } | { kind: 'doubtful'; why: Doubt };

/** EV7 on an officer's device, by the keys the endpoint told it (EV18): the key decides, never the name in the header. */
export async function judgeFile(envelope: Envelope, known: KnownPlaces | null): Promise<Judgement> {
  const { by, signature } = envelope;
  if (signature === null || by.publicKey === null) return { kind: 'doubtful', why: 'unsigned' };
  if (!(await isSignatureRight(envelope, isSignedBy))) return { kind: 'doubtful', why: 'signature-wrong' };
  const ofKey = (known?.devices ?? []).filter(({ publicKey }) => publicKey === by.publicKey);
  const device = by.device === null ? ofKey[0] : ofKey.find(({ id }) => id === by.device);
  if (!device) return { kind: 'doubtful', why: 'key-unknown' };
  return device.revoked ? { kind: 'doubtful', why: 'revoked' } : { kind: 'trusted', device };
}

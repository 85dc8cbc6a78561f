import { gunzipSync, gzipSync } from 'node:zlib';
import { aRevision } from '../fixtures/a-revision.ts';
import type { Random } from '../simulation/random.ts';
import type { WireDevice } from './endpoint.ts';
import { anEnvelope } from './envelopes.ts';

/** A sound envelope of five answers of a device of s1. */
export function aSoundFile(device: WireDevice): Promise<Buffer> {
  const first = aRevision({ history: 's1', value: 'yes' });
  const values = ['no', { n: 12, total: 19 }, 'приказ № 5 😀', null];
  return anEnvelope(device, [first, ...values.map((value) => aRevision({ history: 's1', value, seen: [first] }))]);
}

/** That file gone wrong: of ten in a row one is forged, four are damaged in their text, five as they lie on the disk. */
export async function aCorruptedFile(nth: number, device: WireDevice, file: Buffer, random: Random): Promise<Buffer> {
  const way = nth % 10;
  if (way === 0) return forged(device, random);
  if (way < 5) return gzipSync(corrupt(gunzipSync(file), 0, random), { level: 1 });
  const made = corrupt(file, 10, random);
  return isUnharmed(made, file) ? file.subarray(0, -1) : made;
}

/** Zeros behind the end are padding to gzip: what such a file holds is the sound text, and it is rightly taken. */
const isUnharmed = (made: Buffer, file: Buffer): boolean =>
  made.length > file.length &&
  made.subarray(0, file.length).equals(file) &&
  made.subarray(file.length).every((byte) => byte === 0);

/** An answer altered, ids, count and hash made to fit, the signature left as it was. */
function forged(device: WireDevice, random: Random): Promise<Buffer> {
  const { publicKey, id } = device;
  const altered = aRevision({ history: 's1', value: random.below(1_000_000) });
  return anEnvelope({ publicKey, id, sign: () => device.sign('another hash') }, [altered]);
}

/** One of the ways files go wrong, always another file than before; the first `kept` bytes stay. */
function corrupt(bytes: Buffer, kept: number, random: Random): Buffer {
  const at = kept + random.below(bytes.length - kept);
  const length = 1 + random.below(40);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  const ways = [
    () => Buffer.concat([head, Buffer.from([(tail[0] ?? 0) ^ (1 + random.below(255))]), tail.subarray(1)]),
    () => Buffer.concat([head, tail.subarray(length)]),
    () => Buffer.concat([head, tail.subarray(0, length), tail]),
    () => Buffer.concat([head, Buffer.alloc(Math.min(length, tail.length)), tail.subarray(length)]),
    () => head,
    () => Buffer.concat([head, Buffer.from('{"count":0}\n'), tail]),
  ];
  const made = ways[random.below(ways.length)]?.() ?? head;
  return made.equals(bytes) ? head : made;
}

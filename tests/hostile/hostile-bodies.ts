import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Random } from '../simulation/random.ts';
import type { Bomb } from './bombs.ts';

/** Bytes to send and the headers that tell of them. */
export type Bytes = { what: string; body: Buffer; headers: Record<string, string> };

const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
/** Sequences no UTF-8 has: a lone continuation, a cut one, an overlong NUL and slash, a surrogate, a fifth byte, beyond Unicode. */
const noUtf8 = ['80', 'd0', 'c080', 'c0af', 'eda080', 'f8888080', 'f4908080', 'fffe', 'ff'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

const insideText = (text: string, part: Buffer): Buffer => {
  const at = text.indexOf('"n"') + 2;
  return Buffer.concat([Buffer.from(text.slice(0, at)), part, Buffer.from(text.slice(at))]);
};

/** A bit of what the format checks itself by, its last eight bytes. */
function flipped(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.length - 1 - random.below(8);
  copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
  return copy;
}

/** A sound body spoilt on its way: another encoding, cut, packed wrongly, swollen. It has a field `"n"` as text. */
export function hostileBytes(text: string, random: Random, bombs: readonly Bomb[]): Bytes {
  const plain = Buffer.from(text);
  const packed = { gzip: gzipSync(plain), br: brotliCompressSync(plain), deflate: deflateSync(plain) };
  const as = (coding: string) => ({ 'content-encoding': coding });
  const coding = random.pick(['gzip', 'br', 'deflate'] as const);
  const other = random.pick((['gzip', 'br', 'deflate'] as const).filter((one) => one !== coding));
  const big = 'x'.repeat(1024 * 1024 + 1);
  const bomb = random.pick(bombs);
  const choices: readonly (() => Bytes)[] = [
    () => ({ what: 'UTF-16', body: utf16(text, random.chance(0.5)), headers: {} }),
    () => ({ what: 'no UTF-8', body: insideText(text, random.pick(noUtf8)), headers: {} }),
    () => ({
      what: 'Windows-1251',
      body: insideText(text, Buffer.from([0xc3, 0xee, 0xf2, 0xee, 0xe2, 0xee])),
      headers: {},
    }),
    () => ({ what: 'cut', body: plain.subarray(0, random.below(plain.length)), headers: {} }),
    () => ({
      what: 'something behind it',
      body: Buffer.concat([plain, Buffer.from(random.pick(['x', '{}', '\u0000', ']']))]),
      headers: {},
    }),
    () => ({
      what: 'chance',
      body: Buffer.from(Array.from({ length: random.below(300) }, () => random.below(256))),
      headers: {},
    }),
    () => ({
      what: `${coding} cut`,
      body: packed[coding].subarray(0, random.below(packed[coding].length - 1)),
      headers: as(coding),
    }),
    () => ({ what: 'gzip flipped', body: flipped(packed.gzip, random), headers: as('gzip') }),
    () => ({ what: `${coding} called ${other}`, body: packed[coding], headers: as(other) }),
    () => ({ what: `plain called ${coding}`, body: plain, headers: as(coding) }),
    () => ({ what: `${coding} called nothing`, body: packed[coding], headers: {} }),
    () => ({ what: 'deflate without its head', body: deflateRawSync(plain), headers: as('deflate') }),
    () => ({ what: 'packed twice', body: gzipSync(packed[coding]), headers: as('gzip') }),
    () => ({
      what: 'a coding nobody knows',
      body: packed[coding],
      headers: as(
        random.pick([
          'zstd',
          'GZIP',
          'gzip, br',
          'x-gzip',
          'identity, gzip',
          '*',
          'chunked',
          'constructor',
          '__proto__',
        ]),
      ),
    }),
    () => ({
      what: `a bomb of ${bomb?.inflatedInBytes}`,
      body: bomb?.body ?? plain,
      headers: as(bomb?.coding ?? 'br'),
    }),
    () => ({ what: 'too large', body: Buffer.from(big), headers: {} }),
    () => ({
      what: 'too large once inflated',
      body: packed.gzip.length > 0 ? gzipSync(big) : plain,
      headers: as('gzip'),
    }),
    () => ({ what: 'too large and of no length', body: Buffer.from(big), headers: { 'transfer-encoding': 'chunked' } }),
    () => ({ what: 'empty', body: Buffer.alloc(0), headers: {} }),
  ];
  return random.pick(choices)();
}

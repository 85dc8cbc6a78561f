import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { aSigner } from '../../../tests/support/envelopes.ts';
import { isSignatureRight } from '../../core/envelope/envelope.ts';
import { isSignedBy, publicKeyOf } from '../sync/device-key.ts';
import { readCopyFile, readReceiptFile, writeCopy } from './copy-file.ts';
import { packText } from './packed-text.ts';
import { seemPrivate } from './storage-facts.ts';

const revisions = [
  aRevision(),
  aRevision({ value: { note: 'приказ № 5 😀' } }),
  aRevision({ value: 'ж'.repeat(9000) }),
];
const aPair = () => crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
const maker = {
  histories: [{ history: 'local:abc', place: null }],
  madeAt: '2026-09-14T09:05:07+03:00',
  device: null,
  label: 'ПК завуча',
};
const write = async (pair: CryptoKeyPair | null = null) => writeCopy({ ...maker, pair }, revisions);
const refused = (code: string) => ({ ok: false, problem: { code } });
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
const gzip = (bytes: Uint8Array<ArrayBuffer>) =>
  new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

describe('a copy file', () => {
  it('[CF1] is a signed envelope with every revision, also one whose text was cut at the longest allowed', async () => {
    const pair = await aPair();
    const read = await readCopyFile(await write(pair));
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.value).toMatchObject({
      histories: maker.histories,
      by: { publicKey: await publicKeyOf(pair) },
      revisions,
    });
    expect(await isSignatureRight(read.value, isSignedBy)).toBe(true);
    expect(await isSignedBy('нет ключа', read.value.hash, read.value.signature ?? '')).toBe(false);
    expect(await isSignedBy(aSigner().publicKey, read.value.hash, read.value.signature ?? '')).toBe(false);
  });

  it('[CF1] of a browser without keys is whole and unsigned', async () => {
    const read = await readCopyFile(await write());
    expect(read).toMatchObject({ ok: true, value: { signature: null, by: { publicKey: null }, revisions } });
  });

  it('[CF2] [EV2] is refused whole wherever it was cut', async () => {
    const file = await write();
    for (let end = 0; end < file.size; end += 1)
      expect(await readCopyFile(file.slice(0, end))).toEqual(refused(end < 2 ? 'not-an-envelope' : 'broken'));
  });

  it('[CF2] [EV2] is refused whole with any byte of it changed', async () => {
    const bytes = new Uint8Array(await (await write()).arrayBuffer());
    // from the tenth byte on: a gzip header says nothing of the content
    for (let at = 10; at < bytes.length; at += 1) {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ 0x55;
      expect((await readCopyFile(new Blob([altered]))).ok).toBe(false);
    }
  });

  it('[CF2] [EV3] is refused when it is no gzip, no envelope, too large, or too large once inflated', async () => {
    expect(await readCopyFile(new Blob(['PK']))).toEqual(refused('not-an-envelope'));
    expect(await readCopyFile(await packText('hello'))).toEqual(refused('not-an-envelope'));
    expect(await readCopyFile(await packText(`\ufeff${await textOf(await write())}`))).toEqual(
      refused('not-an-envelope'),
    );
    expect(await readCopyFile(await gzip(Uint8Array.of(0xff, 0xfe)))).toEqual(refused('broken'));
    expect(await readCopyFile(new Blob([zeros(33)]))).toEqual(refused('too-large'));
    const bomb = await gzip(zeros(80));
    expect(bomb.size).toBeLessThan(1024 * 1024);
    expect(await readCopyFile(bomb)).toEqual(refused('too-large'));
  });

  it('[EV11] is no receipt', async () => {
    const receiver = { publicKey: null, endpointKey: null, above: null };
    expect(await readReceiptFile(await write(), receiver)).toEqual(refused('not-a-receipt'));
    expect(await readReceiptFile(new Blob(['PK']), receiver)).toEqual(refused('not-a-receipt'));
    expect(await readReceiptFile(new Blob([zeros(33)]), receiver)).toEqual(refused('too-large'));
  });
});

const textOf = (file: Blob) => new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();

it.each([
  [{ quotaInBytes: 600e6, heapLimitInBytes: 2e9, privateFilesRefused: false }, true],
  [{ quotaInBytes: 60e9, heapLimitInBytes: 2e9, privateFilesRefused: false }, false],
  [{ quotaInBytes: 10e9, heapLimitInBytes: null, privateFilesRefused: true }, true],
  [{ quotaInBytes: null, heapLimitInBytes: null, privateFilesRefused: false }, false],
])('guesses from %o whether the window is private: %s', (signs, guess) => {
  expect(seemPrivate(signs)).toBe(guess);
});

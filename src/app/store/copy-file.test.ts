import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { readCopyFile, writeCopy } from './copy-file.ts';
import { seemPrivate } from './storage-facts.ts';

const revisions = [
  aRevision(),
  aRevision({ value: { note: 'приказ № 5 😀' } }),
  aRevision({ value: 'ж'.repeat(9000) }),
];
const write = () => writeCopy('local:abc', revisions, '2026-09-14T09:05:07+03:00');
const gzip = (text: string | Uint8Array<ArrayBuffer>) =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
const textOf = (file: Blob) => new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();

describe('a copy file', () => {
  it('[CF1] gives back every revision, also one whose text was cut at the longest allowed', async () => {
    expect(await readCopyFile(await write())).toEqual({ ok: true, history: 'local:abc', revisions });
  });

  it('[CF2] is refused whole wherever it was cut', async () => {
    const file = await write();
    for (let end = 2; end < file.size; end += 1) {
      const read = await readCopyFile(file.slice(0, end));
      expect(read).toEqual({ ok: false, problem: 'broken' });
    }
  });

  it('[CF2] is refused whole with any byte of it changed', async () => {
    const bytes = new Uint8Array(await (await write()).arrayBuffer());
    // from the tenth byte on: a gzip header says nothing of the content
    for (let at = 10; at < bytes.length; at += 1) {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ 0x55;
      expect((await readCopyFile(new Blob([altered]))).ok).toBe(false);
    }
  });

  it.each([
    ['a line less', (text: string) => text.split('\n').slice(0, -2).join('\n'), 'broken'],
    ['an altered answer', (text: string) => text.replace('приказ', 'прикол'), 'broken'],
    ['another history in the header', (text: string) => text.replace('local:abc', 'local:xyz'), 'broken'],
    ['a newer format', (text: string) => text.replace('gotovo-copy/1', 'gotovo-copy/2'), 'newer'],
    ['another format', (text: string) => text.replace('gotovo-copy/1', 'zip/1'), 'not-a-copy'],
    ['no header', () => 'hello', 'not-a-copy'],
  ])('[CF2] is refused whole with %s', async (_what, alter, problem) => {
    const file = await gzip(alter(await textOf(await write())));
    expect(await readCopyFile(file)).toEqual({ ok: false, problem });
  });

  it('[CF2] is refused when it is no gzip, too large, or too large once inflated', async () => {
    expect(await readCopyFile(new Blob(['PK']))).toEqual({ ok: false, problem: 'not-a-copy' });
    const large = new Blob([new Uint8Array(33 * 1024 * 1024)]);
    expect(await readCopyFile(large)).toEqual({ ok: false, problem: 'not-a-copy' });
    const bomb = await gzip(new Uint8Array(80 * 1024 * 1024));
    expect(bomb.size).toBeLessThan(1024 * 1024);
    expect(await readCopyFile(bomb)).toEqual({ ok: false, problem: 'broken' });
  });
});

it.each([
  [{ quotaInBytes: 600e6, heapLimitInBytes: 2e9, privateFilesRefused: false }, true],
  [{ quotaInBytes: 60e9, heapLimitInBytes: 2e9, privateFilesRefused: false }, false],
  [{ quotaInBytes: 10e9, heapLimitInBytes: null, privateFilesRefused: true }, true],
  [{ quotaInBytes: null, heapLimitInBytes: null, privateFilesRefused: false }, false],
])('guesses from %o whether the window is private: %s', (signs, guess) => {
  expect(seemPrivate(signs)).toBe(guess);
});

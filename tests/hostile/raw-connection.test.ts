import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint } from '../support/endpoint.ts';
import { answersIn, speakRaw } from './raw-connection.ts';

let running: RunningEndpoint;
let cookie = '';
const body = JSON.stringify(buildSyncRequest([], 'n', 0));
beforeAll(async () => {
  running = await startEndpoint();
  ({ cookie } = await anEnrolled(running, 's1', 'school'));
});
afterAll(() => running.stop());

const speak = (text: string, parts = {}) => speakRaw(running.address, text.replaceAll('@cookie@', cookie), parts);

/** A request to /sync as raw text, with these headers beside those the program sends. */
const request = (extra: readonly string[], text = body, first = 'POST /sync HTTP/1.1'): string =>
  [
    first,
    'Host: school.test',
    'Content-Type: application/json',
    'X-Gotovo: 1',
    'Cookie: @cookie@',
    ...extra,
    '',
    text,
  ].join('\r\n');
const length = (value: number | string) => `Content-Length: ${value}`;
const chunked = 'Transfer-Encoding: chunked';
const inChunk = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const hidden = request([length(body.length)]);

const refused: readonly [what: string, text: string, status?: number][] = [
  ['two lengths that differ', request([length(body.length), length(1)])],
  ['two lengths that agree', request([length(body.length), length(body.length)])],
  ['a list of lengths', request([length(`${body.length}, ${body.length}`)])],
  ['a length beside chunks', request([length(body.length), chunked], inChunk)],
  ['chunks beside a length that hides a request', request([chunked, length(5)], `0\r\n\r\n${hidden}`)],
  ['two transfer codings', request([chunked, 'Transfer-Encoding: identity'], inChunk)],
  ['a coding nobody knows', request(['Transfer-Encoding: xchunked'], inChunk)],
  ['chunks behind another coding', request(['Transfer-Encoding: chunked, gzip'], inChunk)],
  ['a space before the colon', request(['Content-Length : 5'])],
  ['a folded header', request(['X-Folded: a\r\n b', 'Content-Length:\r\n 5'])],
  ['a bare line feed in a header', request(['X-Feed: a\nX-Evil: b', length(body.length)])],
  ['a bare carriage return in a header', request(['X-Return: a\rX-Evil: b', length(body.length)])],
  ['NUL in a header', request(['X-Nul: a\u0000b', length(body.length)])],
  ['a negative length', request([length(-1)])],
  ['a length in hexadecimal', request([length('0x10')])],
  ['a length with a sign', request([length('+5')])],
  ['a length beyond all numbers', request([length('99999999999999999999')])],
  ['a chunk size beyond all numbers', request([chunked], `fffffffffffffffff\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk size that is none', request([chunked], `zz\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk longer than it says', request([chunked], `1\r\n${body}\r\n0\r\n\r\n`)],
  ['a body shorter than it says', request([length(body.length + 10)])],
  ['a body that ends in a chunk', request([chunked], inChunk.slice(0, 20))],
  ['no host', request([length(body.length)]).replace('Host: school.test\r\n', '')],
  ['a host that is none', request([length(body.length)]).replace('school.test', 'a b/c?d#e')],
  ['a host that is half a number', request([length(body.length)]).replace('school.test', 'l.1')],
  ['a host that is half a number, and chunks', request([chunked], inChunk).replace('school.test', 'l.1')],
  ['an expectation', request(['Expect: miracles', length(body.length)])],
  ['a version to come', request([length(body.length)], body, 'POST /sync HTTP/9.9')],
  ['a method nobody knows', request([length(body.length)], body, 'GRAB /sync HTTP/1.1')],
  ['a path that is none', request([length(body.length)], body, 'POST sync HTTP/1.1')],
  ['a path with a backslash', request([length(body.length)], body, 'POST /..\\..\\sync HTTP/1.1')],
  ['more headers than are read', request([`X-Long: ${'x'.repeat(20_000)}`, length(body.length)]), 431],
  ['a path longer than is read', request([length(body.length)], body, `POST /${'x'.repeat(20_000)} HTTP/1.1`), 431],
  ['a greeting of TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003'],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['a letter', 'Здравствуйте!\r\n\r\n'],
];

describe('a connection', () => {
  it.each(refused)(
    '[HX2] with %s is answered with a code and closed, and nothing hidden in it is done',
    async (...[, text, status = 400]) => {
      const answers = answersIn(await speak(text));
      expect(answers.map((answer) => answer.status)).toEqual([status]);
      for (const { headers, body: said } of answers) {
        expect(JSON.parse(said)).toEqual({
          code: status === 431 ? 'headers-too-large' : expect.stringMatching(/-unreadable$/),
        });
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('cache-control')).toBe('no-store');
      }
    },
  );

  it('[HX2] whose request cannot be read is closed by the server, though the other end stays', async () => {
    for (const text of ['garbage\r\n\r\n', request([length(1), length(2)]), request(['X-Nul: \u0000'])])
      expect(answersIn(await speak(text, { end: false }))).toHaveLength(1);
  });

  it('[HX2] of the old HTTP/1.0, and with requests one behind the other, gets every answer', async () => {
    const old = request([length(body.length)], body, 'POST /sync HTTP/1.0');
    expect(answersIn(await speak(old)).map(({ status }) => status)).toEqual([200]);
    const three = [hidden, request([chunked], inChunk), hidden].join('');
    expect(answersIn(await speak(three)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('[HX1] is not waited for without end, neither for headers nor for a body', () => {
    const { server } = running;
    expect([server.requestTimeout, server.headersTimeout, server.keepAliveTimeout]).toEqual([60_000, 20_000, 65_000]);
  });
});

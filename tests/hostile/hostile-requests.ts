import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import type { Random } from '../simulation/random.ts';
import type { Bomb } from './bombs.ts';
import { hostileBytes } from './hostile-bodies.ts';
import { hostileJson, type Kind } from './hostile-json.ts';
import { hostileRevision } from './hostile-revision.ts';

export type HostileRequest = {
  what: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
  /** `refused`: a status from 400; `revision`: the turn is answered, and its one revision refused */
  outcome: 'refused' | 'revision';
};

/** What the hostile device has: a sound cookie of its school, a key, and a code that nobody has used yet. */
export type Means = { cookie: string; publicKey: string; code: string; bombs: readonly Bomb[] };

const nonce: Kind = { is: 'text', most: 64 };
const publicKey: Kind = { is: 'text', most: 100, shaped: true };
type Route = { path: string; body: (means: Means) => object; kind: Kind };

/** Every route that takes a body: a sound one, and what its fields must be. */
export const bodyRoutes: readonly Route[] = [
  {
    path: '/private',
    body: () => ({ nonce: 'n', histories: [{ history: 's10', values: [], wants: [] }] }),
    kind: {
      is: 'object',
      fields: {
        nonce,
        histories: {
          is: 'list',
          most: 400,
          of: {
            is: 'object',
            fields: {
              history: { is: 'text', most: 80 },
              values: { is: 'list', most: 200 },
              wants: { is: 'list', most: 1000 },
            },
          },
        },
      },
    },
  },
  {
    path: '/sync',
    body: () => buildSyncRequest([{ history: 's10', after: noCursor, revisions: [] }], 'n', 0),
    kind: {
      is: 'object',
      optional: ['unsent'],
      fields: {
        proto: { is: 'one' },
        nonce: { ...nonce, clean: true },
        unsent: { is: 'number' },
        histories: {
          is: 'list',
          most: 64,
          of: {
            is: 'object',
            fields: {
              history: { is: 'text', most: 80, clean: true },
              after: { is: 'object', fields: { seq: { is: 'number' }, chain: { is: 'text', most: 64 } } },
              revisions: { is: 'list', most: 256 },
            },
          },
        },
      },
    },
  },
  {
    path: '/heads',
    body: () => ({ under: 's10', nonce: 'n' }),
    kind: { is: 'object', fields: { under: { is: 'text', most: 80 }, nonce } },
  },
  { path: '/places', body: () => ({ nonce: 'n' }), kind: { is: 'object', fields: { nonce } } },
  { path: '/challenge', body: () => ({ nonce: 'n' }), kind: { is: 'object', fields: { nonce } } },
  {
    path: '/session',
    body: () => ({ nonce: 'n', device: 'AAAAAAAAAAAAAAAA', challenge: '1.a.b', signature: 'x' }),
    kind: {
      is: 'object',
      fields: {
        nonce,
        device: { is: 'text', most: 40, shaped: true },
        challenge: { is: 'text', most: 120 },
        signature: { is: 'text', most: 100 },
      },
    },
  },
  {
    path: '/device-key',
    body: ({ publicKey: key }) => ({ nonce: 'n', publicKey: key }),
    kind: { is: 'object', fields: { nonce, publicKey } },
  },
  { path: '/devices', body: () => ({ nonce: 'n' }), kind: { is: 'object', fields: { nonce } } },
  { path: '/device-code', body: () => ({ nonce: 'n' }), kind: { is: 'object', fields: { nonce } } },
  {
    path: '/device-revoke',
    body: () => ({ nonce: 'n', device: 'AAAAAAAAAAAAAAAA' }),
    kind: { is: 'object', fields: { nonce, device: { is: 'text', most: 40, shaped: true } } },
  },
  {
    path: '/enrol',
    body: ({ code, publicKey: key }) => ({ proto: 1, nonce: 'n', code, publicKey: key, label: 'ПК' }),
    kind: {
      is: 'object',
      fields: {
        proto: { is: 'one' },
        nonce,
        code: { is: 'text', most: 20, shaped: true },
        publicKey,
        label: { is: 'text', most: 80 },
      },
    },
  },
];

const hostilePaths = [
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/assets/..%5c..%5cpackage.json',
  '/%00',
  '/index.html%00.js',
  '/assets/%00',
  '/%',
  '/%zz',
  '/%c0%ae%c0%ae/',
  '/%ff',
  '/.git/config',
  '/../server/main.js',
  '/%2e%2e/server/main.js',
  '/data/gotovo.sqlite',
  '/sync/',
  '/sync%2f',
  '//sync',
  '/%2fsync',
  '/SYNC',
  '/sync;a=b',
  '/sync.json',
  `/${'a'.repeat(8192)}`,
  `/${'a/'.repeat(4000)}`,
  `/${'%2e%2e%2f'.repeat(800)}etc/passwd`,
  '/constructor',
  '/__proto__',
  '/*',
  '/:id',
  '/health/x',
  '/assets/',
  '/index.html/',
  '/index.html.br',
];
const hostileMethods = [
  'TRACE',
  'OPTIONS',
  'PUT',
  'PATCH',
  'DELETE',
  'PROPFIND',
  'MKCOL',
  'LINK',
  'REPORT',
  'SEARCH',
  'PURGE',
  'M-SEARCH',
];
const hostileCookies = [
  '',
  '__Host-dev=',
  '__Host-dev',
  `__Host-dev=${'A'.repeat(43)}`,
  '__Host-dev=%E0%A4%A',
  '__Host-dev=%00',
  '__Host-dev="',
  `__Host-dev=${'x'.repeat(8000)}`,
  'dev=x; __Secure-dev=x',
  '__host-dev=x',
  '; ; =; ==',
  "__Host-dev=' or 1=1 --",
  `${'a=b; '.repeat(1000)}`,
  '__Host-dev=a; __Host-dev=b',
  '__proto__=x',
];
const foreignHeaders: readonly Record<string, string>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/jsonx' },
  { 'content-type': 'text/plain; application/json' },
  { 'content-type': '' },
  { 'x-gotovo': '' },
  { 'x-gotovo': '2' },
  { 'x-gotovo': '1, 1' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'same-origin, cross-site' },
  { origin: 'null' },
  { origin: 'https://example.org' },
  { origin: 'localhost' },
  { origin: 'javascript:alert(1)' },
];
/** Headers that must change nothing, put beside whatever else is wrong. */
const junk: readonly Record<string, string>[] = [
  {},
  { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '::1', forwarded: 'for=1' },
  { 'x-http-method-override': 'DELETE', 'x-original-url': '/health', 'x-rewrite-url': '/' },
  {
    accept: 'text/html',
    'accept-encoding': 'zz;q=x, *',
    range: 'bytes=0-',
    'if-none-match': '*',
    'if-match': '"',
  },
  { 'accept-language': 'x'.repeat(2000), te: 'trailers', authorization: 'Bearer x' },
  Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`x-junk-${at}`, 'ÿ'.repeat(20)])),
];

/** A request with exactly one thing wrong with it (docs/security.md), and sometimes junk beside it. */
export function hostileRequest(means: Means, random: Random): HostileRequest {
  const route = random.pick(bodyRoutes);
  const headers = { 'content-type': 'application/json', 'x-gotovo': '1', cookie: means.cookie, ...random.pick(junk) };
  const sound = route.body(means);
  const text = JSON.stringify(sound);
  const request = { method: 'POST', path: route.path, headers, body: Buffer.from(text), outcome: 'refused' as const };
  const chance = random.below(100);
  if (chance < 45) {
    const { what, text: hostile } = hostileJson(sound, route.kind, random);
    return { ...request, what, body: Buffer.from(hostile) };
  }
  if (chance < 65) {
    const { what, raw } = hostileRevision(random);
    const turn = JSON.stringify(buildSyncRequest([{ history: 's10', after: noCursor, revisions: [] }], 'n', 0));
    const body = Buffer.from(turn.replace('"revisions":[]', () => `"revisions":[${raw}]`));
    return { ...request, what, path: '/sync', body, outcome: 'revision' };
  }
  if (chance < 83) {
    const { what, body, headers: told } = hostileBytes(text, random, means.bombs);
    return { ...request, what, body, headers: { ...headers, ...told } };
  }
  if (chance < 88) return { ...request, what: 'foreign', headers: { ...headers, ...random.pick(foreignHeaders) } };
  if (chance < 92) {
    const path = random.pick(['/sync', '/heads', '/device-key']);
    return { ...request, what: 'cookie', path, headers: { ...headers, cookie: random.pick(hostileCookies) } };
  }
  if (chance < 96) return { ...request, what: 'method', method: random.pick(hostileMethods) };
  const asked = { ...headers, accept: '*/*' };
  if (random.chance(0.5))
    return {
      ...request,
      what: 'path',
      method: 'GET',
      path: random.pick(hostilePaths),
      headers: asked,
      body: Buffer.alloc(0),
    };
  return { ...request, what: 'path', path: random.pick(hostilePaths) };
}

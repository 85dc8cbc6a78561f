// Serves a demo store, enrols a device and does a sync turn, all in this network; prints what it saw as JSON. Runs without a build of its own, so that a network namespace can hold it.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';

const [data, preload] = process.argv.slice(2);
const server = spawn(process.execPath, [
  '--import',
  preload,
  'dist/server/main.js',
  'serve',
  '--port',
  '0',
  '--demo',
  '--data',
  data,
]);
let [out, told] = ['', ''];
server.stderr.on('data', (part) => {
  told += part;
});
const readable = /^Готово открыто: (\S+)[\s\S]*?((?:\d{4} ){4}\d{4})/;
while (!readable.test(out)) out += (await once(server.stdout, 'data'))[0];
const [, address, code] = readable.exec(out);

const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
const point = [Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
const publicKey = Buffer.concat(point).toString('base64url');
const headers = { 'content-type': 'application/json', 'x-gotovo': '1' };
const post = (path, body, cookie = '') =>
  fetch(address + path, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(body) });

const page = await fetch(address);
const enrolled = await post('/enrol', { proto: 1, nonce: 'n', code: code.replaceAll(' ', ''), publicKey, label: 'ПК' });
const { own } = await enrolled.json();
const after = { seq: 0, chain: '' };
const turn = { proto: 1, nonce: 'n', histories: [{ history: own, after, revisions: [] }] };
const synced = await post('/sync', turn, enrolled.headers.get('set-cookie').split(';')[0]);
const { histories } = await synced.json();
server.kill('SIGTERM');
await once(server, 'close');
const seen = {
  interfaces: Object.keys(networkInterfaces()),
  statuses: [page, enrolled, synced].map(({ status }) => status),
};
process.stdout.write(JSON.stringify({ ...seen, head: histories[0].head, told }));

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../support/command-line.ts';
import { aFolder } from '../support/endpoint.ts';

const preload = join(import.meta.dirname, 'no-outbound.mjs');
const room = join(import.meta.dirname, 'closed-room.mjs');
const loopbackOnly = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
const hasNamespaces = spawnSync('unshare', [...loopbackOnly, 'true']).status === 0;

it('[HX11] the server opens no connection: alone with the loopback, where the system allows that, it enrols and syncs', async () => {
  const program = [process.execPath, room, aFolder(), preload];
  const [command = '', ...args] = hasNamespaces ? ['unshare', ...loopbackOnly, ...program] : program;
  const { stdout, stderr } = await run(command, args);
  expect(stderr).toBe('');
  const { interfaces, statuses, head, told } = JSON.parse(stdout);
  if (hasNamespaces) expect(interfaces).toEqual(['lo']);
  expect(statuses).toEqual([200, 200, 200]);
  expect(head).toBeGreaterThan(0);
  // the demo tells the region's code beside what machines read
  expect(told.replace(/^Код региона [^\n]*\d{4}\n?$/, '').trim()).toBe('');
}, 60_000);

it.each([
  ['connect', "require('node:net').connect(80, '192.0.2.1')"],
  ['connect', "require('node:http').get('http://192.0.2.1')"],
  ['lookup', "require('node:dns').lookup('example.org', () => {})"],
  ['send', "require('node:dgram').createSocket('udp4').send('x', 9, '192.0.2.1')"],
])('[HX11] an outbound %s by %s would be told', async (what, code) => {
  const { code: exit, stderr } = await run(process.execPath, ['--import', preload, '-e', code]);
  expect(exit).toBe(1);
  expect(stderr).toContain(`outbound: ${what}`);
});

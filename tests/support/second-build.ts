import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isText = (name: string): boolean => /\.(js|css|html|webmanifest)$/.test(name);

/**
 * The program as another release would be: the same, but every hashed file has another name, the page says which release it
 * is, and the service worker's list of files, with their hashes, is right again. Gives its folder.
 */
export function anotherBuild(mark: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gotovo-build-'));
  cpSync('dist/app', folder, { recursive: true });
  const all = readdirSync(folder, { recursive: true }).map(String);
  for (const name of all) if (name.endsWith('.br')) rmSync(join(folder, name));
  const files = all.filter((name) => !name.endsWith('.br') && statSync(join(folder, name)).isFile());
  const renamed = new Map(
    files
      .filter((name) => name.startsWith('assets/'))
      .map((name) => [name.slice(7), name.slice(7).replace(/\.(\w+)$/, `${mark}.$1`)]),
  );
  for (const name of files.filter(isText)) {
    let text = readFileSync(join(folder, name), 'utf8');
    for (const [old, fresh] of renamed) text = text.replaceAll(old, fresh);
    if (name === 'index.html') text = text.replace('<html', `<html data-build="${mark}"`);
    writeFileSync(join(folder, name), text);
  }
  for (const [old, fresh] of renamed) renameSync(join(folder, 'assets', old), join(folder, 'assets', fresh));
  const worker = join(folder, 'service-worker.js');
  writeFileSync(worker, withHashes(readFileSync(worker, 'utf8'), folder));
  return folder;
}

const hashOf = (file: string, kind: string, form: 'base64' | 'hex'): string =>
  createHash(kind).update(readFileSync(file)).digest(form);

const withHashes = (worker: string, folder: string): string =>
  worker.replace(
    /"integrity":"[^"]+"(,"officer":true)?,"revision":("\w+"|null),"url":"([^"]+)"/g,
    (_, officer: string | undefined, revision: string, url: string) => {
      const file = join(folder, url);
      const fresh = revision === 'null' ? 'null' : `"${hashOf(file, 'md5', 'hex')}"`;
      return `"integrity":"sha384-${hashOf(file, 'sha384', 'base64')}"${officer ?? ''},"revision":${fresh},"url":"${url}"`;
    },
  );

/** W6: a release that only withdraws the program: a worker that removes itself and loads its windows again. */
export function aWithdrawal(): string {
  const folder = anotherBuild('w');
  writeFileSync(
    join(folder, 'service-worker.js'),
    `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  await self.registration.unregister();
  for (const client of await self.clients.matchAll({ type: 'window' })) await client.navigate(client.url);
})()));`,
  );
  return folder;
}

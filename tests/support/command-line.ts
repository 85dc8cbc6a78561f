import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder } from './endpoint.ts';

const program = 'dist/server/main.js';

/** Runs a command of the built program on a store; its output, parsed when it is JSON. Throws with what it said when it failed. */
export function gotovo(data: string, ...args: string[]): Record<string, unknown> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--data', data], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`gotovo ${args.join(' ')}: ${status}\n${stderr}`);
  return /^[[{]/.test(stdout) ? JSON.parse(stdout) : { said: stdout };
}

export type Ended = { code: number | null; stdout: string; stderr: string; bytes: Buffer };

/** Runs a program to its end, however it ends; nothing of the surrounding settings reaches it. */
export async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const {
    DATABASE_URL: _database,
    DATA_DIR: _data,
    PORT: _port,
    PUBLIC_URL: _url,
    LOG_LEVEL: _level,
    ...rest
  } = process.env;
  const child = spawn(command, args, { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, told]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (part: Buffer) => out.push(part));
  child.stderr.on('data', (part: Buffer) => told.push(part));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  const bytes = Buffer.concat(out);
  return { code, bytes, stdout: bytes.toString(), stderr: Buffer.concat(told).toString() };
}

/** Runs a command of the built program. */
export const command = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  run(process.execPath, [program, ...args], env);

export type Serving = {
  address: string;
  pid: number;
  stdout: () => string;
  stderr: () => string;
  stop: (signal: NodeJS.Signals) => Promise<number | null>;
};

/** `gotovo serve` in a process of its own, once it has printed its address. */
export async function serve(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Serving> {
  const child = spawn(process.execPath, [program, 'serve', ...args], { env: { ...process.env, ...env } });
  running.add(child);
  let [out, told] = ['', ''];
  child.stderr.on('data', (part: Buffer) => {
    told += part.toString();
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const address = await new Promise<string>((done, fail) => {
    void ended.then((code) => fail(new Error(`serve ended with ${code}: ${told}`)));
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      const found = /^Готово открыто: (\S+)\n/.exec(out)?.[1];
      if (found) done(found);
    });
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { address, pid: child.pid ?? 0, stdout: () => out, stderr: () => told, stop };
}

const running = new Set<ChildProcess>();
/** Ends what a failed test has left running. */
export const endAll = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

/** A file in a folder of its own. */
export function aFile(name: string, content: string | Uint8Array): string {
  const file = join(aFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** A region, a municipality with two schools, and a branch of the first, as `places import` takes them. */
export const placesCsv = `id,kind,parent,name,shortName,address
north,region,,Северный край,Северный край,
lake,municipality,north,Озёрный муниципальный округ,Озёрный округ,
s10,school,lake,МБОУ «Берёзовская СОШ № 10»,Берёзовская СОШ,"с. Берёзово, ул. Школьная, 4"
s11,school,lake,МБОУ «Ольховская ООШ»,Ольховская ООШ,
b10,branch,s10,Моховой филиал,Моховой филиал,
`;

/** A store with the places above. */
export async function aStore(): Promise<string> {
  const data = aFolder();
  const { code, stderr } = await command(['places', 'import', aFile('places.csv', placesCsv), '--data', data]);
  if (code !== 0) throw new Error(stderr);
  return data;
}

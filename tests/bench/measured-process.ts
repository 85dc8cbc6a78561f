import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** `peakInMb`: the most memory it ever held */
export type Usage = { cpuInMs: number; rssInMb: number; peakInMb: number };
export type MeasuredProcess = { address: string; usage: () => Promise<Usage>; stop: () => Promise<void> };

/** The built program serving a store, with its use of processor and memory. */
export const startMeasuredEndpoint = (data: string): Promise<MeasuredProcess> =>
  startMeasured('dist/server/main.js', ['serve', '--port', '0', '--data', data]);

export const startPlainJsonServer = (): Promise<MeasuredProcess> =>
  startMeasured(join(import.meta.dirname, 'plain-json-server.js'), []);

/** Runs a server that prints its address. */
async function startMeasured(file: string, args: string[]): Promise<MeasuredProcess> {
  const usageReporter = join(import.meta.dirname, 'report-usage.js');
  const child = spawn(process.execPath, ['--import', usageReporter, file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const address = await new Promise<string>((done, fail) => {
    child.once('exit', (code) => fail(new Error(`${file} ended with ${code}`)));
    child.stdout?.on('data', (said: Buffer) => {
      const found = /http:\S+/.exec(said.toString());
      if (found) done(found[0]);
    });
  });
  child.removeAllListeners('exit');
  return {
    address,
    usage: async () => {
      child.send('usage');
      const [usage] = await once(child, 'message');
      return usage as Usage;
    },
    stop: async () => {
      child.disconnect();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

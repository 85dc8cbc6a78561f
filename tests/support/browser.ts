import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const args = [
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The browser tests run in: CHROMIUM_PATH, a system one, or the one inside @sparticuz/chromium. */
async function findBrowser(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
  if (found) return found;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

/** A device: a browser with a profile of its own in `folder`, kept between launches. */
export async function launchDevice(
  folder: string,
  options: { width?: number; height?: number; serviceWorkers?: 'allow' | 'block' } = {},
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: await findBrowser(),
    args,
    locale: 'ru-RU',
    serviceWorkers: options.serviceWorkers ?? 'allow',
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
  });
}

/** A browser whose devices are its contexts: fresh, private and quickly made, but gone when closed. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findBrowser(), args });

export type RunningServer = { address: string; stop: () => Promise<void> };

/** The built program served on a free port, or on the one given, so that a device finds it again. */
export async function startServer(
  port = 0,
  data = mkdtempSync(join(tmpdir(), 'gotovo-store-')),
): Promise<RunningServer> {
  const child = spawn(process.execPath, ['dist/server/main.js', 'serve', '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL')); // a run that fails leaves nothing behind
  const address = await new Promise<string>((done, fail) => {
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (data: Buffer) => {
      const found = /http:\S+/.exec(data.toString());
      if (found) done(found[0]);
    });
  });
  return {
    address,
    stop: () =>
      new Promise((done) => {
        child.removeAllListeners('exit');
        child.once('exit', () => done());
        child.kill('SIGKILL');
      }),
  };
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A fresh profile folder. */
export const aProfile = (): string => mkdtempSync(join(tmpdir(), 'gotovo-device-'));

/** Kills every process of the browser with this profile at once, as a power cut of the program would. */
export async function killDevice(folder: string): Promise<void> {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const command = readCommand(name);
    if (command.includes(folder) && Number(name) !== process.pid) process.kill(Number(name), 'SIGKILL');
  }
  await new Promise((done) => setTimeout(done, 500));
  for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(folder, lock), { force: true });
}

function readCommand(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // the process ended between listing and reading
  }
}

/** Waits until the header says that everything typed so far is saved. */
export async function untilSaved(page: Page): Promise<void> {
  await page.waitForTimeout(1200);
  await page.locator('.state b', { hasText: /^Сохранено на этом устройстве \d\d:\d\d$/ }).waitFor();
}

/** Waits until the whole program is on the device and serves the page. */
export async function untilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
  });
}

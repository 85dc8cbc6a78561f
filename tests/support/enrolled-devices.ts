import type { BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../src/core/access/access.ts';
import { launchDevice } from './browser.ts';
import { gotovo } from './command-line.ts';
import { aProfile, untilInstalled } from './device.ts';

/** The folder of a store, a place and a role → the digits of a fresh code, issued by the command. */
export const codeOf = (data: string, place: string, role: Role = 'school'): string =>
  String(gotovo(data, 'codes', 'issue', '--place', place, '--role', role, '--json').code);

/** Types a code into the open sending page, and a name for the device unless the one proposed is to stay; what comes of it is not awaited. */
export async function enterCode(page: Page, code: string, name?: string): Promise<void> {
  await page.getByLabel('20 цифр с листа').fill(code);
  if (name !== undefined) await page.getByLabel('Как называть это устройство').fill(name);
  await page.getByRole('button', { name: 'Открыть школу' }).click();
}

/** Devices of one endpoint, opened one after the other and closed together. */
export class EnrolledDevices {
  readonly #data: string;
  readonly #address: () => string;
  readonly #timeout: number;
  readonly #open: BrowserContext[] = [];

  /** `data`: the folder of the endpoint's store; `address`: where it is served now; `timeout`: how long a page waits for anything unless told otherwise. */
  constructor({ data, address, timeout = 30_000 }: { data: string; address: () => string; timeout?: number }) {
    this.#data = data;
    this.#address = address;
    this.#timeout = timeout;
  }

  /** A path of the program → the page of a new device that shows it, with the whole program on the device and no code entered. */
  async fresh(path = '/sending'): Promise<Page> {
    const device = await launchDevice(aProfile());
    this.#open.push(device);
    device.setDefaultTimeout(this.#timeout);
    const page = device.pages()[0] ?? (await device.newPage());
    await page.goto(this.#address() + path);
    await page.locator('main h1').waitFor();
    await untilInstalled(page);
    return page;
  }

  /** A place and a role → the sending page of a new device of that place, once it has been let in by a code; `name`: what the device is called. */
  async enrolled(place: string, role: Role, name?: string): Promise<Page> {
    const page = await this.fresh();
    await enterCode(page, codeOf(this.#data, place, role), name);
    const letIn =
      role === 'officer'
        ? page.getByRole('link', { name: 'Обмен' })
        : page.getByRole('button', { name: 'Отправить сейчас' });
    await letIn.waitFor();
    return page;
  }

  /** Closes every device opened so far. */
  async close(): Promise<void> {
    for (const device of this.#open.splice(0)) await device.close();
  }
}

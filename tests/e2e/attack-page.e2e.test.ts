import { join } from 'node:path';
import Database from 'libsql';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { startAttackServer } from '../support/attack-server.ts';
import { launchDevice } from '../support/browser.ts';
import { aStore, endAll, gotovo, type Serving, serve } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { WireDevice } from '../support/endpoint.ts';
import { codeOf, enterCode } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';

/** Everything that is stored but the last contact of a device, which its own turns move. */
function storedIn(data: string): unknown {
  const store = new Database(join(data, 'gotovo.sqlite'), { readonly: true });
  try {
    return ['revisions', 'codes', 'attempts', 'settings', 'devices'].map((table) =>
      (store.prepare(`select * from ${table}`).all() as Record<string, unknown>[]).map((row) => ({
        ...row,
        seen_at: null,
      })),
    );
  } finally {
    store.close();
  }
}

describe('a page of somebody else in the browser of an enrolled device', () => {
  let data = '';
  let serving: Serving;
  let device: BrowserContext;
  let page: Page;
  let attacker: Awaited<ReturnType<typeof startAttackServer>>;
  let bodies: [string, string][] = [];

  beforeAll(async () => {
    data = await aStore();
    const [own, others] = [codeOf(data, 's10'), codeOf(data, 's11')];
    serving = await serve(['--port', '0', '--data', data], { LOG_LEVEL: 'info' });
    attacker = await startAttackServer();
    device = await launchDevice(aProfile());
    page = device.pages()[0] ?? (await device.newPage());
    await page.goto(`${serving.address}/sending`);
    await untilInstalled(page);
    await enterCode(page, own);
    await page.getByText('Сохранено и подтверждено сервером').first().waitFor();
    const [{ id }] = gotovo(data, 'devices', 'list', '--place', 's10', '--json') as unknown as [{ id: string }];
    const { publicKey } = new WireDevice('');
    const offers = [{ history: 's10', after: noCursor, revisions: [aRevision({ history: 's10' })] }];
    bodies = Object.entries({
      '/sync': buildSyncRequest(offers, 'n=', 0),
      '/enrol': { proto: 1, nonce: 'n=', code: others, publicKey, label: 'чужое' },
      '/device-revoke': { nonce: 'n=', device: id },
      '/device-code': { nonce: 'n=' },
      '/device-key': { nonce: 'n=', publicKey },
    }).map(([path, body]) => [serving.address + path, JSON.stringify(body)]);
  });
  afterAll(async () => {
    await device.close();
    await serving.stop('SIGTERM');
    await attacker.stop();
    endAll();
  });

  /** how many requests came that were refused as nobody's, or as not the program's own */
  const refusals = () => serving.stderr().match(/"method":"POST",[^\n]*"status":40[13],/g)?.length ?? 0;
  async function attackFrom(host: string): Promise<Page> {
    const attack = await device.newPage();
    await attack.goto(`http://${host}:${attacker.port}/`);
    return attack;
  }

  // another port of the same host is the same site, so the cookie goes along; another host is another site
  describe.each(['localhost', '127.0.0.1'])('from another port of %s', (host) => {
    it('[HT2] changes nothing by forms of any kind, which do arrive', async () => {
      const [before, refused] = [storedIn(data), refusals()];
      const attack = await attackFrom(host);
      const sent = await attack.evaluate(postForms, bodies);
      await expect.poll(() => refusals() - refused, { timeout: 20_000 }).toBe(sent);
      expect(sent).toBe(bodies.length * 3);
      expect(storedIn(data)).toEqual(before);
      await attack.close();
    });

    it('[HT2] changes and reads nothing by fetch, with the cookie or after a redirect', async () => {
      const [before, refused] = [storedIn(data), refusals()];
      const attack = await attackFrom(host);
      const { readable, blind } = await attack.evaluate(fetchAll, { bodies, address: serving.address });
      expect(readable).toEqual([]);
      await expect.poll(() => refusals() - refused, { timeout: 20_000 }).toBeGreaterThanOrEqual(blind);
      expect(blind).toBeGreaterThanOrEqual(bodies.length);
      expect(storedIn(data)).toEqual(before);
      await attack.close();
    });

    it('[HT3] neither frames the program nor loads anything of it', async () => {
      const attack = await attackFrom(host);
      const loaded = await attack.evaluate(embedAll, serving.address);
      expect(loaded).toEqual({ 'img /icon.svg': 'error', 'script /service-worker.js': 'error', 'style /': 'error' });
      const framed = await Promise.all(
        attack
          .frames()
          .slice(1)
          .map((frame) => frame.content()),
      );
      expect(framed.length).toBeGreaterThan(0);
      expect(framed.filter((html) => /Готово|app|main/i.test(html) && !/chrome-error|ERR_BLOCKED/.test(html))).toEqual(
        [],
      );
      expect(attack.frames().filter((frame) => frame.url().startsWith(serving.address))).toEqual([]);
      await attack.close();
    });

    it('[HT3] has no hold on the program it opens, and none is had on it', async () => {
      const before = storedIn(data);
      const attack = await attackFrom(host);
      const opening = device.waitForEvent('page');
      await attack.evaluate(
        (address) => Object.assign(window, { opened: window.open(`${address}/sending`) }),
        serving.address,
      );
      const opened = await opening;
      await opened.locator('main h1').waitFor();
      expect(await opened.evaluate(() => window.opener === null)).toBe(true);
      const hold = await attack.evaluate(() => {
        const { opened } = window as unknown as { opened: Window };
        opened.postMessage({ type: 'SKIP_WAITING' }, '*');
        opened.postMessage('enrolled', '*');
        return opened.closed;
      });
      expect(hold).toBe(true);
      expect(await opened.locator('main h1').innerText()).not.toBe('');
      expect(storedIn(data)).toEqual(before);
      await opened.close();
      await attack.close();
    });
  });

  it('the device goes on as if nothing had been', async () => {
    await open(page, '/sending');
    await page.getByRole('button', { name: 'Показать устройства' }).click();
    const rows = page.getByRole('region', { name: 'Устройства школы' }).getByRole('listitem');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    expect(await rows.first().innerText()).toContain('это устройство');
  });
});

/** One form a body and coding, each into a frame of its own; text/plain makes whole JSON of a name, "=" and a value. */
async function postForms(bodies: [string, string][]): Promise<number> {
  const codings = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'];
  let sent = 0;
  for (const [address, body] of bodies)
    for (const coding of codings) {
      const frame = document.createElement('iframe');
      frame.name = `f${sent}`;
      const form = document.createElement('form');
      const field = document.createElement('input');
      Object.assign(form, { action: address, method: 'post', enctype: coding, target: frame.name });
      [field.name = '', field.value = ''] = body.split(/=(.*)/s);
      form.append(field);
      document.body.append(frame, form);
      form.submit();
      sent += 1;
    }
  return sent;
}

/** Every way of asking there is; gives what could be read, and how many were sent without being readable. */
async function fetchAll({ bodies, address }: { bodies: [string, string][]; address: string }) {
  const readable: string[] = [];
  let blind = 0;
  const json = { 'content-type': 'application/json', 'x-gotovo': '1' };
  const attempt = async (what: string, to: string, options: RequestInit) => {
    const answer = await fetch(to, { credentials: 'include', ...options }).catch(() => null);
    if (answer && answer.type !== 'opaque') readable.push(`${what} ${to}: ${answer.status} ${await answer.text()}`);
  };
  for (const [to, body] of bodies) {
    await attempt('json', to, { method: 'POST', headers: json, body });
    await attempt('put', to, { method: 'PUT', headers: json, body });
    await attempt('bounced', `/bounce?to=${encodeURIComponent(to)}`, { method: 'POST', headers: json, body });
    await attempt('plain', to, { method: 'POST', body });
    await attempt('no-cors', to, { method: 'POST', mode: 'no-cors', body });
    if (navigator.sendBeacon(to, new Blob([body], { type: 'text/plain' }))) blind += 1;
  }
  for (const path of ['/', '/health', '/service-worker.js', '/sync']) {
    await attempt('read', address + path, {});
    await attempt('read blindly', address + path, { mode: 'no-cors' });
  }
  return { readable, blind };
}

/** Frames, objects and sub-resources of the program; gives how each that tells ended. */
async function embedAll(address: string): Promise<Record<string, string>> {
  const ended: Record<string, string> = {};
  const embed = (what: string, element: HTMLElement, properties: object) =>
    new Promise<void>((done) => {
      const end = (how: string) => () => {
        ended[what] = how;
        done();
      };
      Object.assign(element, properties, { onload: end('load'), onerror: end('error') });
      document.body.append(element);
    });
  const frame = document.createElement('iframe');
  const framed = new Promise((done) => frame.addEventListener('load', done));
  frame.src = `${address}/sending`;
  const sandboxed = document.createElement('iframe');
  sandboxed.setAttribute('sandbox', 'allow-scripts');
  sandboxed.src = `${address}/`;
  document.body.append(frame, sandboxed);
  await framed;
  await embed('img /icon.svg', document.createElement('img'), { src: `${address}/icon.svg` });
  await embed('script /service-worker.js', document.createElement('script'), { src: `${address}/service-worker.js` });
  await embed('style /', document.createElement('link'), { rel: 'stylesheet', href: `${address}/` });
  return ended;
}

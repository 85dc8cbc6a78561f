import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Random } from '../../simulation/random.ts';
import { aProfile, untilInstalled } from '../../support/device.ts';
import { open } from '../../support/fill.ts';
import { installedFiles } from '../../support/installed-files.ts';
import { anotherBuild } from '../../support/second-build.ts';
import { differences } from '../kept-profile.ts';
import {
  answer,
  counts,
  openScreen,
  readMessages,
  readScreen,
  removeProfile,
  startPerson,
  untilSaidSaved,
} from '../person.ts';
import { enrol, type Municipality, startMunicipality, syncAll } from '../school.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';

const login = '<!doctype html><title>Вход</title><h1>Войдите в сеть</h1>';
const html = { 'content-type': 'text/html; charset=utf-8' };

/** What stands on the line answers with, given the file that was asked for. */
const bodies: Record<string, (bytes: Uint8Array<ArrayBuffer>, type: string) => Response> = {
  'a sign-in page': () => new Response(login, { headers: html }),
  'a sign-in page as if of the right kind': (_, type) => new Response(login, { headers: { 'content-type': type } }),
  'half of it': (bytes, type) =>
    new Response(bytes.subarray(0, bytes.length >> 1), { headers: { 'content-type': type } }),
  nothing: (_, type) => new Response(new Uint8Array(), { headers: { 'content-type': type } }),
  'the right bytes of a wrong kind': (bytes) => new Response(bytes, { headers: html }),
  'a redirect': () => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:9/login' } }),
};

/** Which of the requests it answers. */
const targets: Record<string, (path: string, chunk: string) => boolean> = {
  everything: () => true,
  'the service worker': (path) => path === '/service-worker.js',
  'one chunk': (path, chunk) => path === chunk,
  'the page': (path) => path === '/' || path === '/index.html',
  'every chunk': (path) => path.startsWith('/assets/'),
};

/** What it says to a turn with the endpoint. */
const answers: Record<string, () => Response> = {
  'a sign-in page': () => new Response(login, { headers: html }),
  'a foreign JSON': () => Response.json({ ok: true }),
  'half an answer': () => new Response('{"proto":1,"nonce":"', { headers: { 'content-type': 'application/json' } }),
  nothing: () => new Response('', { headers: { 'content-type': 'application/json' } }),
  'an old answer': () => Response.json({ proto: 1, nonce: 'before', turns: [], histories: [] }),
  'a redirect': () => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:9/login' } }),
  'network authentication': () => new Response(login, { status: 511, headers: html }),
  'a block page': () => new Response(login, { status: 403, headers: html }),
  'not found': () => new Response(login, { status: 404, headers: html }),
  'bad gateway': () => new Response(login, { status: 502, headers: html }),
};

type Case = { name: string; try: (rig: Rig, random: Random) => Promise<Omit<Attempt, 'seen'>> };

const cases: readonly Case[] = [
  ...Object.keys(bodies).flatMap((body) =>
    Object.keys(targets).map((target) => ({
      name: `install: ${body} for ${target}`,
      try: (rig: Rig, random: Random) => tryInstall(rig, { body, target }, random),
    })),
  ),
  ...Object.keys(answers).map((said) => ({ name: `sync: ${said}`, try: (rig: Rig) => trySync(rig, said) })),
];

type Rig = { municipality: Municipality; newer: string };

/** A filter or a sign-in page of the network in the server's place: no dead shell, and nothing is said to be sent that was not. */
export const captive: SoakPart = {
  name: 'captive',
  title: 'filter and sign-in pages while a release is installed and during sync, 40 cases',
  goal: cases.length,
  mustSee: ['install', 'sync'],
  open: async () => {
    const rig = { municipality: await startMunicipality(), newer: anotherBuild('b') };
    return {
      attempt: async (seed) => {
        const chosen = cases[(seed * 7) % cases.length] ?? (cases[0] as Case);
        rig.municipality.publish(join(process.cwd(), 'dist/app'));
        const told = await chosen.try(rig, new Random(seed));
        return {
          kept: told.kept,
          lost: told.lost.map((line) => `${line} (${chosen.name})`),
          seen: [chosen.name.split(':')[0] ?? ''],
        };
      },
      close: async () => {
        rmSync(rig.newer, { recursive: true });
        await rig.municipality.stop();
      },
    };
  },
};

async function tryInstall(
  { municipality, newer }: Rig,
  { body, target }: { body: string; target: string },
  random: Random,
): Promise<Omit<Attempt, 'seen'>> {
  const { address, publish, filter } = municipality;
  const profile = aProfile();
  const { device, page } = await startPerson(address, profile);
  const lost: string[] = [];
  try {
    await untilInstalled(page);
    for (const key of counts) await answer(page, key, String(1 + random.below(900)));
    await untilSaidSaved(page);
    const before = await readScreen(page);

    publish(newer);
    const chunks = installedFiles(newer).schools.filter(({ url }) => /^assets\/.*\.js$/.test(url));
    const chunk = `/${random.pick(chunks).url}`;
    let filtered = 0;
    filter(({ url }) => {
      const path = new URL(url).pathname;
      if (!targets[target]?.(path, chunk)) return null;
      filtered += 1;
      return bodies[body]?.(...fileOf(newer, path)) ?? null;
    });
    lost.push(...(await untilAsked(page, () => filtered > 0)));
    await untilTaken(page);
    lost.push(...(await stillWorks(page, address, before)).map((line) => `behind the filter: ${line}`));
    filter(null);
    lost.push(...(await stillWorks(page, address, before)).map((line) => `after the filter: ${line}`));
    lost.push(...(await comesIn(page, before)));
    return { kept: counts.length, lost };
  } finally {
    filter(null);
    await device.close();
    removeProfile(profile);
  }
}

/** The file and its kind, as the server would give it. */
function fileOf(folder: string, path: string): [Uint8Array<ArrayBuffer>, string] {
  const file = join(folder, path === '/' ? 'index.html' : path);
  const kinds: Record<string, string> = {
    js: 'text/javascript',
    css: 'text/css',
    html: 'text/html',
    svg: 'image/svg+xml',
  };
  const type = kinds[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return [existsSync(file) && statSync(file).isFile() ? new Uint8Array(readFileSync(file)) : new Uint8Array(), type];
}

const look = (page: Page): Promise<void> => page.evaluate(() => void dispatchEvent(new Event('online')));

/** Looks until what stands on the line was asked; twenty seconds without are a trial that tried nothing. */
async function untilAsked(page: Page, wasAsked: () => boolean): Promise<string[]> {
  for (let tries = 1; !wasAsked(); tries += 1) {
    if (tries === 100) return ['nothing was asked for, so nothing was tried'];
    await look(page);
    await page.waitForTimeout(200);
  }
  return [];
}

/** Until the browser has dealt with the release it is being given: a look of one's own waits for those before it. */
const untilTaken = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
    while (registration?.installing) await new Promise((done) => setTimeout(done, 50));
  });

/** Opened anew, the program is there with every answer: from the device, whatever stands on the line. */
async function stillWorks(page: Page, address: string, before: Record<string, string>): Promise<string[]> {
  try {
    await openScreen(page, address);
    return differences(before, await readScreen(page));
  } catch (cause) {
    return [String(cause).split('\n').slice(0, 4).join(' ')];
  }
}

/** With a clear line the newer release comes after all, with every answer. */
async function comesIn(page: Page, before: Record<string, string>): Promise<string[]> {
  const build = () => page.evaluate(() => document.documentElement.dataset.build).catch(() => undefined);
  for (let tries = 1; (await build()) !== 'b'; tries += 1) {
    if (tries === 20) return [`the newer release never came: ${await readMessages(page)}`];
    await look(page).catch(() => undefined);
    const offered = page.getByRole('button', { name: 'Включить сейчас' });
    await offered.click({ timeout: 1500 }).catch(() => undefined);
  }
  await page.locator('#K5-01').waitFor();
  return differences(before, await readScreen(page));
}

const why = /Ответил не сервер|Ответ сервера пришёл повреждённым|Сервер сейчас занят|Сервер не отвечает/;

/** Until the sending page says why nothing goes; until then, and then, the header must call nothing sent. */
async function untilTold(page: Page): Promise<string[]> {
  await open(page, '/sending');
  for (let tries = 1; ; tries += 1) {
    const isTold = (await page.getByText(why).count()) > 0;
    const header = await page.locator('.state').innerText();
    if (/отправлено \d|подтвержд/.test(header)) return [`said behind the filter: ${header}`];
    if (isTold) return [];
    if (tries === 100) return [`not told why: ${await readMessages(page)}`];
    await page.waitForTimeout(100);
  }
}

async function trySync({ municipality }: Rig, said: string): Promise<Omit<Attempt, 'seen'>> {
  const school = await municipality.newSchool();
  const profile = aProfile();
  const { device, page } = await startPerson(municipality.address, profile);
  const lost: string[] = [];
  try {
    await enrol(page, await school.code(), 'ПК завуча');
    await syncAll(page);
    let filtered = 0;
    municipality.filter(({ method, url }) => {
      if (method !== 'POST' || !new URL(url).pathname.endsWith('/sync')) return null;
      filtered += 1;
      return answers[said]?.() ?? null;
    });
    for (const key of counts) await answer(page, key, '77');
    lost.push(...(await untilAsked(page, () => filtered > 0)));
    lost.push(...(await untilTold(page)));
    if ((await school.revisions()).some(({ value }) => JSON.stringify(value).includes('77')))
      lost.push('it reached the endpoint');
    municipality.filter(null);
    await syncAll(page);
    const arrived = (await school.revisions()).filter(({ value }) => JSON.stringify(value).includes('77')).length;
    if (arrived !== counts.length) lost.push(`${arrived} of ${counts.length} arrived`);
    return { kept: counts.length, lost };
  } finally {
    municipality.filter(null);
    await device.close();
    removeProfile(profile);
  }
}

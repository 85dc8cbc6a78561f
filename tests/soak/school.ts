import type { Page } from 'playwright-core';
import type { Revision } from '../../src/core/submission/revision.ts';
import { importAnswers } from '../../src/server/import-answers.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { readRevisions } from '../../src/server/store/histories.ts';
import { writePlaces } from '../../src/server/store/places.ts';
import { readinessForm } from '../fixtures/school-10.ts';
import { open } from '../support/fill.ts';
import { type Releases, startReleases } from '../support/releases.ts';
import { screen } from './person.ts';

export type School = {
  place: string;
  /** a fresh code of this school */
  code: () => Promise<string>;
  /** what the endpoint holds of it */
  revisions: () => Promise<Revision[]>;
};

export type Municipality = Releases & { newSchool: () => Promise<School> };

/** CA2: without it a device takes the school year its own clock is in. */
const campaign = {
  id: '2026-27',
  title: 'Готовность к безбумажному журналу',
  schoolYear: '2026/2027',
  asOf: '2027-06-01',
  due: '2027-06-10',
  municipality: 'm',
  forms: ['readiness@1'],
  basis: 'приказ от 26.05.2026 № 118',
};

/** The built program and a real endpoint, where every attempt has a school of its own. */
export async function startMunicipality(): Promise<Municipality> {
  const releases = await startReleases();
  const { engine } = releases.endpoint;
  const imported = await importAnswers(
    releases.endpoint,
    { format: 'gotovo-answers/1', campaign, schools: [] },
    readinessForm,
  );
  if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
  let schools = 0;
  return {
    ...releases,
    newSchool: async () => {
      schools += 1;
      const id = `school-${schools}`;
      const names = { name: `Школа № ${schools}`, shortName: id, address: '' };
      await engine.write((writer) => writePlaces(writer, [{ id, kind: 'school', parent: 'm', ...names }]));
      return {
        place: id,
        code: () => issueCode(engine.write, { place: id, role: 'school', now: Date.now() }),
        revisions: () => readRevisions(engine.read, id),
      };
    },
  };
}

/** Types a code on the sending page and comes back to the answers. */
export async function enrol(page: Page, code: string, label: string): Promise<void> {
  await open(page, '/sending');
  await page.getByLabel('20 цифр с листа').fill(code);
  await page.getByLabel('Как называть это устройство').fill(label);
  await page.getByRole('button', { name: 'Открыть школу' }).click();
  await page.getByText(label).first().waitFor();
  await open(page, screen);
  await page.locator('#K5-01').waitFor();
}

/** Enters a code where the device asks for one, at once or after the endpoint has turned it away; one that still knows its school does not. */
export async function enrolIfAsked(page: Page, code: string, label: string): Promise<void> {
  await open(page, '/sending');
  const field = page.getByLabel('20 цифр с листа');
  const isAsked = await field.waitFor({ timeout: 8000 }).then(
    () => true,
    () => false,
  );
  if (isAsked) return enrol(page, code, label);
  await open(page, screen);
  await page.locator('#K5-01').waitFor();
}

/** Exchanges with the endpoint until the header says that all of it is confirmed. */
export async function syncAll(page: Page): Promise<void> {
  const said = page.locator('.state b', { hasText: 'Сохранено и подтверждено сервером' });
  for (let tries = 1; ; tries += 1) {
    await page.evaluate(() => dispatchEvent(new Event('online')));
    try {
      await said.waitFor({ timeout: 6000 });
      return;
    } catch (cause) {
      if (tries === 5) throw new Error(`not confirmed: ${await page.locator('.state').innerText()}`, { cause });
    }
  }
}

import { codeText } from '../core/access/enrolment-code.ts';
import { demoOf } from '../demo/demo-of.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { importAnswers } from '../server/import-answers.ts';
import { issueCode } from '../server/store/codes.ts';
import { writePlaces } from '../server/store/places.ts';
import { formBlocks } from './form-blocks.ts';
import { readinessForm } from './readiness-form.ts';

type DemoCode = { place: string; code: string };
export type Demo = { school: DemoCode; officer: DemoCode; campaignId: string };

/** Puts the invented municipality into the store (again and again changes nothing) and issues fresh codes for a look at it. */
export async function loadDemo(endpoint: Endpoint): Promise<Demo> {
  const { engine, now } = endpoint;
  const demo = demoOf(new Date(now()).toISOString().slice(0, 10));
  await engine.write((writer) => writePlaces(writer, demo.places));
  const imported = await importAnswers(endpoint, demo.answers, readinessForm(), formBlocks());
  if (!imported.ok) throw new Error(imported.problem.map(({ code }) => code).join(', '));
  const school = demo.places.find(({ id }) => id === 'zimoluzhye');
  const officer = demo.places.find(({ kind }) => kind === 'municipality');
  const codeOf = async (place: { id: string; shortName: string } | undefined, role: 'school' | 'officer') => ({
    place: place?.shortName ?? '',
    code: codeText(await issueCode(engine.write, { place: place?.id ?? '', role, now: now() })),
  });
  return {
    school: await codeOf(school, 'school'),
    officer: await codeOf(officer, 'officer'),
    campaignId: imported.value.campaign.id,
  };
}

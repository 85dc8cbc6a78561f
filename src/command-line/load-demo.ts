import { officeHistoryOf, publicHistoryOf, type Role } from '../core/access/access.ts';
import { codeText } from '../core/access/enrolment-code.ts';
import {
  type NetworkSection,
  networkSectionPathOf,
  networkSections,
  projectPath,
  sitePathOf,
} from '../core/site-report/project.ts';
import { scoredFormId } from '../core/submission/collected-forms.ts';
import { type Demo, demoOf } from '../demo/demo-of.ts';
import { appendByEndpoint, type EndpointAuthor } from '../server/append-by-endpoint.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { importAnswers } from '../server/import-answers.ts';
import { issueCode } from '../server/store/codes.ts';
import { writePlaces } from '../server/store/places.ts';
import { formBlocks, monitoringForm, siteReportForm } from './form-blocks.ts';
import { readinessForm } from './readiness-form.ts';

type DemoCode = { place: string; code: string };
export type LoadedDemo = {
  school: DemoCode;
  officer: DemoCode;
  region: DemoCode;
  /** id of the campaign that collects a form, by the form's id */
  campaigns: ReadonlyMap<string, string>;
};

/** Puts the invented municipality and its region into the store (again and again changes nothing) and issues fresh codes for a look at it. */
export async function loadDemo(endpoint: Endpoint): Promise<LoadedDemo> {
  const { engine, now } = endpoint;
  const demo = demoOf(new Date(now()).toISOString().slice(0, 10));
  await engine.write((writer) => writePlaces(writer, demo.places));
  const siteCampaign = await take(endpoint, demo.collected.sites);
  const campaigns = new Map([
    [scoredFormId, await take(endpoint, demo.answers)],
    [monitoringForm().id, await take(endpoint, demo.collected.monitoring)],
    [siteReportForm().id, siteCampaign],
  ]);
  const placeOf = (kind: string) => demo.places.find((place) => place.kind === kind);
  const region = placeOf('region');
  if (region) await writeNetwork(endpoint, region.id, demo.network, siteCampaign);
  const codeOf = async (place: { id: string; shortName: string } | undefined, role: Role) => ({
    place: place?.shortName ?? '',
    code: codeText(await issueCode(engine.write, { place: place?.id ?? '', role, now: now() })),
  });
  return {
    school: await codeOf(
      demo.places.find(({ id }) => id === 'zimoluzhye'),
      'school',
    ),
    officer: await codeOf(placeOf('municipality'), 'officer'),
    region: await codeOf(region, 'officer'),
    campaigns,
  };
}

/** The id of the campaign whose answers were taken. */
async function take(endpoint: Endpoint, file: unknown): Promise<string> {
  const imported = await importAnswers(endpoint, file, readinessForm(), formBlocks());
  if (!imported.ok) throw new Error(imported.problem.map(({ code }) => code).join(', '));
  const refused = imported.value.schools.flatMap((school) => ('problems' in school ? school.problems : []));
  if (refused.length > 0) throw new Error(refused.map(({ code, path }) => `${path}: ${code}`).join(', '));
  return imported.value.campaign.id;
}

/** DW1: what the region's officer has typed on the screen of project sites. */
async function writeNetwork(
  endpoint: Endpoint,
  regionId: string,
  { project, sites, texts }: Demo['network'],
  campaignId: string,
): Promise<void> {
  const at = new Date(endpoint.now()).toISOString();
  const author: EndpointAuthor = { who: 'импорт', label: 'импорт', at, via: 'import' };
  const register = Object.entries(sites).map(([id, value]) => ({ path: sitePathOf(id), value }));
  const words = networkSections.map((section: NetworkSection) => ({
    path: networkSectionPathOf(campaignId, section),
    value: texts[section] ?? '',
  }));
  await endpoint.engine.write(async (writer) => {
    await appendByEndpoint(endpoint, writer, publicHistoryOf(regionId), register, author);
    const office = [{ path: projectPath, value: project }, ...words];
    await appendByEndpoint(endpoint, writer, officeHistoryOf(regionId), office, author);
  });
}

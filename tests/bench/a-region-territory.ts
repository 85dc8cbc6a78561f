import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formBlocks } from '../../src/command-line/form-blocks.ts';
import type { Place } from '../../src/core/places/place.ts';
import { demoOf } from '../../src/demo/demo-of.ts';
import { importAnswers } from '../../src/server/import-answers.ts';
import { writePlaces } from '../../src/server/store/places.ts';
import { readinessForm } from '../fixtures/school-10.ts';
import { withStore } from './fill-store.ts';

type School = { place: { id: string; level?: string }; monitoring?: { own: Record<string, unknown> } };
type AnswersFile = { campaign: Record<string, unknown>; schools: readonly School[] };

const municipalityCount = 7;

/** Region `r` of seven municipalities. */
export const placesOf = (schools: number): Place[] => [
  aPlace('r', 'region', null, 'Озёрный край'),
  ...Array.from({ length: municipalityCount }, (_, at) => aPlace(`m${at}`, 'municipality', 'r', `Округ № ${at + 1}`)),
  ...Array.from({ length: schools }, (_, at) =>
    aPlace(`s${at}`, 'school', `m${at % municipalityCount}`, `Школа № ${at + 1}`),
  ),
];

const aPlace = (id: string, kind: Place['kind'], parent: string | null, name: string): Place => ({
  id,
  kind,
  parent,
  name,
  shortName: name,
  address: '',
});

/** The store of a region whose schools have submitted the readiness form, the monitoring and a site's report in each of three years, as those of the demo. */
export async function aRegionTerritory(schools: number): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'gotovo-bench-'));
  const today = new Date().toISOString().slice(0, 10);
  await withStore(data, async (endpoint) => {
    await endpoint.engine.write((writer) => writePlaces(writer, placesOf(schools)));
    for (const back of [2, 1, 0]) {
      const { answers, collected } = demoOf(`${Number(today.slice(0, 4)) - back}${today.slice(4)}`);
      for (const file of [answers, collected.monitoring, collected.sites]) {
        const whole = spread(file as AnswersFile, schools);
        const imported = await importAnswers(endpoint, whole, readinessForm, formBlocks());
        const refused = imported.ok
          ? imported.value.schools.flatMap((one) => ('problems' in one ? one.problems : []))
          : [];
        if (!imported.ok || refused.length > 0)
          throw new Error(JSON.stringify(imported.ok ? refused[0] : imported.problem));
      }
    }
  });
  return data;
}

/** The demo's submitted schools in turn, as many as there are; contacts are left out, for those of closed campaigns are erased. */
function spread({ campaign, schools: patterns, ...file }: AnswersFile, schools: number) {
  const { previous: _, schools: _asked, ...rest } = campaign;
  const submitted = patterns.filter((one) => 'status' in one && one.status !== 'draft').map(withoutContacts);
  const said = Array.from({ length: schools }, (_one, at) => {
    const { place, ...pattern } = submitted[at % submitted.length] ?? { place: {} };
    return { ...pattern, place: { ...place, id: `s${at}` } };
  });
  return { ...file, campaign: { ...rest, municipality: 'r' }, schools: said };
}

function withoutContacts(school: School): School {
  if (!school.monitoring) return school;
  const contacts = ['6', '7', '22', '23'];
  const own = Object.fromEntries(
    Object.entries(school.monitoring.own).filter(([column]) => !contacts.includes(column)),
  );
  return { ...school, monitoring: { own } };
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoOf } from '../../src/demo/demo-of.ts';
import { gotovo } from '../support/command-line.ts';

type Answers = { campaign: Record<string, unknown>; schools: { place: { id: string; level: string } }[] };

/** The store of an invented municipality `m` whose schools have answered and submitted as those of the demo. */
export function aTerritory(schools: number): string {
  const data = mkdtempSync(join(tmpdir(), 'gotovo-bench-'));
  const { answers } = demoOf(new Date().toISOString().slice(0, 10)) as { answers: Answers };
  const { previous: _, ...campaign } = answers.campaign;
  const patterns = answers.schools.slice(0, 4);
  const said = Array.from({ length: schools }, (_one, at) => {
    const pattern = patterns[at % patterns.length];
    return { ...pattern, place: { id: `s${at}`, level: pattern?.place.level } };
  });
  const lines = [
    'id,kind,parent,name,shortName,address',
    'r,region,,Озёрный край,Озёрный край,',
    'm,municipality,r,Лесной округ,Лесной округ,',
    ...said.map(({ place }, at) => `${place.id},school,m,Школа № ${at + 1},Школа № ${at + 1},`),
  ];
  const file = (name: string, text: string) => {
    writeFileSync(join(data, name), text);
    return join(data, name);
  };
  gotovo(data, 'places', 'import', file('places.csv', lines.join('\n')));
  const whole = { ...answers, campaign: { ...campaign, municipality: 'm' }, schools: said };
  gotovo(data, 'answers', 'import', file('answers.json', JSON.stringify(whole)));
  return data;
}

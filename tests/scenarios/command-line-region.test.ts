import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formBlocks, monitoringForm } from '../../src/command-line/form-blocks.ts';
import { regionFigures } from '../../src/reports/region/region-figures.ts';
import { plainText, type ReportDocument } from '../../src/reports/report-document.ts';
import { type Endpoint, openEndpoint } from '../../src/server/endpoint.ts';
import { importAnswers } from '../../src/server/import-answers.ts';
import { readRegion } from '../../src/server/read-region.ts';
import { openSqlite } from '../../src/server/store/open-sqlite.ts';
import { writePlaces } from '../../src/server/store/places.ts';
import { municipalFiles, places, regionFile, silentIn2017 } from '../fixtures/a-region.ts';
import { readinessForm } from '../fixtures/school-10.ts';
import { command } from '../support/command-line.ts';
import { openPackage } from '../support/read-package.ts';

const form = monitoringForm();

async function aStore(folder: string, files: readonly unknown[]): Promise<Endpoint> {
  const endpoint = await openEndpoint(await openSqlite(folder), pino({ level: 'silent' }));
  await endpoint.engine.write((writer) => writePlaces(writer, places));
  for (const file of files) {
    const taken = await importAnswers(endpoint, file, readinessForm, formBlocks());
    if (!taken.ok || taken.value.schools.some((school) => 'problems' in school)) throw new Error(JSON.stringify(taken));
  }
  return endpoint;
}

const folder = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const report = (...args: string[]) => command(['report', ...args, '--data', folder]);

describe('a region of 313 schools that sent, of 317 in 20 municipalities, and 9 regional ones', {
  timeout: 120_000,
}, () => {
  let endpoint: Endpoint;
  beforeAll(async () => {
    endpoint = await aStore(folder, [regionFile(2016), regionFile(2017)]);
  }, 120_000);
  afterAll(() => endpoint.engine.close());

  const figuresOf = async (placeId: string, campaignId = 'sed-2017') => {
    const read = await readRegion(endpoint, form, placeId, campaignId);
    if (!read.ok) throw new Error(read.problem.code);
    return regionFigures(read.value.collected, read.value.previous);
  };

  it('[RG3] [RG5] comes to the shape of the source’s figures, each with its n and N', async () => {
    const { municipal, regional, all } = await figuresOf('pririch');
    expect(municipal).toMatchObject({
      expected: 317,
      submitted: 313,
      uses: { n: 283, of: 313, empty: 0 },
      paperless: { n: 23, of: 313 },
      planned: { n: 41, of: 313 },
      sites: { n: 160, of: 313 },
    });
    expect(regional).toMatchObject({ expected: 9, submitted: 9, uses: { n: 9, of: 9 } });
    expect(all).toMatchObject({ expected: 326, submitted: 322 });
    expect(municipal.bySystem.map(({ system, schools }) => [system, schools])).toEqual([
      ['tes', 149],
      ['dnevnikRu', 71],
      ['irtechNetgorod', 31],
      ['irtechTomsk', 22],
      ['irtechGuostrj', 6],
      ['other', 4],
    ]);
    expect(municipal.sitesBySystem.map(({ schools }) => schools)).toEqual([149, 7, 4]);
  });

  it('[RG5] gives ratios of sums, of those that gave both', async () => {
    const { all } = await figuresOf('m4');
    for (const { n, of, schools } of all.coverage) {
      expect(n).toBeLessThanOrEqual(of);
      expect(schools).toBeLessThanOrEqual(all.submitted);
    }
    const rows = regionFile(2017).schools as {
      place: { parent: string };
      monitoring: { own: Record<string, number>; branches: { own: Record<string, number> }[] };
    }[];
    const ours = rows.filter(({ place }) => place.parent === 'm4');
    const sumOf = (column: string) =>
      ours.reduce(
        (sum, { monitoring: { own, branches } }) =>
          sum + (own[column] ?? 0) + branches.reduce((more, one) => more + (one.own[column] ?? 0), 0),
        0,
      );
    expect(all.coverage.find(({ part }) => part === '16')).toMatchObject({ n: sumOf('16'), of: sumOf('15') });
    expect(all.coverage.find(({ part }) => part === '9')).toMatchObject({ n: sumOf('9'), of: sumOf('8') });
  });

  it('[RG6] tells how the network moved since last year, and what the figures were then', async () => {
    const { movement, previous } = await figuresOf('pririch');
    expect(movement).toEqual({ before: 178, left: 18, unknown: 0, joined: 0, now: 160 });
    expect(previous?.municipal).toMatchObject({ submitted: 317, uses: { n: 264, of: 317 }, sites: { n: 178 } });
  });

  it('[RG3] names who has not sent, by municipality', async () => {
    const { groups } = await figuresOf('pririch');
    expect(groups.flatMap(({ missing }) => missing.map(({ place, reason }) => [place.id, reason])).sort()).toEqual(
      silentIn2017.map((id) => [id, 'silent']).sort(),
    );
    expect(groups.filter(({ missing }) => missing.length > 0).length).toBe(
      new Set(silentIn2017.map((id) => ((Number(id.slice(1)) - 1) % 20) + 1)).size,
    );
  });

  it('[RG10] says the same at the command line, never a percent without its n из N', async () => {
    const { stdout, code } = await report(
      'region-summary',
      '--place',
      'pririch',
      '--campaign',
      'sed-2017',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const document = JSON.parse(stdout) as ReportDocument;
    const said = JSON.stringify(document).replaceAll('\u00a0', ' ');
    expect(said).toContain('322 из 326, 99 %');
    expect(said).toContain('178 − 18 + 0 = 160');
    const paragraphs = document.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.text)] : []));
    for (const text of paragraphs.filter((one) => /\d\s?%/.test(one) && !one.includes('100')))
      expect(text).toMatch(/\d+ из \d+/);
  });

  it('[RG7] [RG8] [RG9] lays the table out as the source: numbered columns, heads of municipalities, branches under their school', async () => {
    const { stdout } = await report('monitoring-table', '--place', 'm4', '--campaign', 'sed-2017', '--format', 'json');
    const document = JSON.parse(stdout) as ReportDocument;
    const [table] = document.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(table?.columns.length).toBe(25);
    expect(table?.numbered).toBe(true);
    expect(document.sections[0]?.paper).toBe('a3');
    const across = Object.entries(table?.apart ?? {}).filter(([, kind]) => kind === 'across');
    expect(across.map(([at]) => String(table?.rows[Number(at)]?.[0]))).toEqual(['Северолугский район. Сдали 16 из 16']);
    const numbers = (table?.rows ?? []).flatMap(([first]) =>
      typeof first === 'object' && first !== null && 'number' in first ? [first.number] : [],
    );
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    const branch = table?.rows.find((row) => String(row[3]).includes('НОШ'));
    expect(branch?.slice(7, 24).every((cell) => cell === '')).toBe(true);
    expect(String(branch?.[4])).not.toBe('');
  });

  it('[RG7] [RG10] writes docx, xlsx and html of both', async () => {
    for (const name of ['monitoring-table', 'region-summary'])
      for (const format of ['docx', 'xlsx', 'html']) {
        const { bytes, code } = await report(name, '--place', 'pririch', '--campaign', 'sed-2017', '--format', format);
        expect([name, format, code]).toEqual([name, format, 0]);
        if (format === 'html') expect(bytes.toString()).toContain('Приреченская область');
        else expect(openPackage(bytes).size).toBeGreaterThan(5);
      }
  });

  it('[RG4] refuses a place and a campaign there are no rows of', async () => {
    for (const [place, campaign, words] of [
      ['s1', 'sed-2017', /не регион и не муниципалитет/],
      ['nowhere', 'sed-2017', /nowhere/],
      ['pririch', 'sed-2031', /не объявлена/],
    ] as const) {
      const { code, stderr } = await report('region-summary', '--place', place, '--campaign', campaign);
      expect(code).toBe(2);
      expect(stderr).toMatch(words);
    }
  });
});

it('[RG4] takes the municipalities’ own campaigns of one id together, and nobody’s row as none', {
  timeout: 120_000,
}, async () => {
  const own = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
  const files = municipalFiles(2017);
  const draft = structuredClone(files[0] ?? {}) as { schools: { status: string; monitoring?: unknown }[] };
  const [first, second] = draft.schools;
  if (!first || !second) throw new Error('no schools');
  first.status = 'draft';
  delete second.monitoring;
  const endpoint = await aStore(own, [draft, ...files.slice(1, 19)]);
  const read = await readRegion(endpoint, form, 'pririch', 'sed-2017');
  if (!read.ok) throw new Error(read.problem.code);
  const { all, groups, silent, previous, movement } = regionFigures(read.value.collected, read.value.previous);
  expect([previous, movement]).toEqual([null, null]);
  expect(silent.map(({ id }) => id)).toEqual(['m20']);
  expect(groups[0]?.missing.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['draft', 'empty']));
  expect(all.expected).toBe(317 - 15);
  await endpoint.engine.close();
});

it('[RG5] has no figures and divides by nothing where nobody has sent', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
  const file = join(empty, 'campaign.json');
  const places = join(empty, 'places.csv');
  writeFileSync(
    places,
    'id,kind,parent,name,shortName,address\nr,region,,Область,Область,\nm,municipality,r,Район,Район,\ns,school,m,Школа,Школа,\n',
  );
  writeFileSync(
    file,
    JSON.stringify({
      ...regionFile(2017),
      campaign: { ...(regionFile(2017).campaign as object), municipality: 'r' },
      schools: [],
    }),
  );
  await command(['places', 'import', places, '--data', empty]);
  await command(['answers', 'import', file, '--data', empty]);
  const { stdout, code } = await command([
    'report',
    'region-summary',
    '--place',
    'r',
    '--campaign',
    'sed-2017',
    '--format',
    'json',
    '--data',
    empty,
  ]);
  expect(code).toBe(0);
  expect(stdout.replaceAll('\u00a0', ' ')).toContain('Ещё никто не сдал: 0 из 1');
  expect(stdout).not.toMatch(/NaN|null %/);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { dataFolder, withEndpoint } from '../../src/command-line/with-endpoint.ts';
import { officeHistoryOf, publicHistoryOf } from '../../src/core/access/access.ts';
import { networkSectionPathOf, projectPath, sitePathOf } from '../../src/core/site-report/project.ts';
import type { ReportDocument } from '../../src/reports/report-document.ts';
import { appendByEndpoint } from '../../src/server/append-by-endpoint.ts';
import { aFile, command } from '../support/command-line.ts';
import { aFolder } from '../support/endpoint.ts';
import { docxWords, openPackage, sheetCells } from '../support/read-package.ts';
import { linesOf } from '../support/report-lines.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const places = [
  'id,kind,parent,name,shortName,address',
  'krai,region,,Заречный край,Заречный край,',
  'lug,municipality,krai,Луговой округ,Луговой округ,',
  'bor,municipality,krai,Борский район,Борский район,',
  'sosny,school,lug,Сосновская СОШ,Сосновская СОШ,',
  'kluchi,school,lug,Ключевская СОШ,Ключевская СОШ,',
  'bor1,school,bor,Борская СОШ,Борская СОШ,',
  'gym,school,krai,Гимназия края,Гимназия края,',
].join('\n');

const campaignOf = (municipality: string) => ({
  id: 'sites-2017',
  title: 'Отчёты площадок',
  schoolYear: '2016/2017',
  asOf: '2017-05-01',
  due: '2017-05-20',
  municipality,
  forms: ['site-report@1'],
});

const fileOf = (municipality: string, schools: Record<string, { system: string; report: unknown }>) => ({
  format: 'gotovo-answers/1',
  campaign: campaignOf(municipality),
  schools: Object.entries(schools).map(([id, { system, report }]) => ({
    place: { id },
    passport: { sedSystem: system },
    status: 'accepted',
    'site-report': report,
  })),
});

const lugSites = fileOf('lug', {
  sosny: {
    system: 'tes',
    report: {
      received: '2017-05-18',
      'P1.1': 'yes',
      'P2.1': [{ title: 'Фестиваль школьных журналов', date: '2017-03-01', level: 'national', participants: 12 }],
      'P2.6': [{ title: 'Лучший журнал', audience: 'teachers' }],
      'P4.1': [{ topic: 'Журнал вовремя', url: 'https://sosny.example.ru/journal' }],
    },
  },
  kluchi: {
    system: 'tes',
    report: { received: '2017-05-20', 'P1.1': 'no', 'P2.6': [{ title: 'Викторина', audience: 'pupils' }] },
  },
});
const borSites = fileOf('bor', { bor1: { system: 'dnevnikRu', report: { received: '2017-05-23', 'P1.1': 'yes' } } });

const report = (data: string, ...args: string[]) =>
  command(['report', 'network-report', '--place', 'krai', '--campaign', 'sites-2017', '--data', data, ...args]);

async function aStore(): Promise<string> {
  const data = aFolder();
  await command(['places', 'import', aFile('places.csv', places), '--data', data]);
  for (const file of [lugSites, borSites]) {
    const { code, stderr } = await command([
      'answers',
      'import',
      aFile('a.json', JSON.stringify(file)),
      '--data',
      data,
    ]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('взято школ')]);
  }
  return data;
}

/** Writes into a region's history what its officers type on their screen. */
const typeIn = (data: string, history: string, path: string, value: string | object) =>
  withEndpoint(dataFolder(data), (endpoint) =>
    endpoint.engine.write((writer) => {
      const author = { who: 'министерство', label: 'ПК', at: '2017-05-01T00:00:00Z', via: 'test' };
      return appendByEndpoint(endpoint, writer, history, [{ path, value: value as never }], author);
    }),
  );

describe('report network-report', () => {
  let data = '';
  beforeAll(async () => {
    data = await aStore();
  });
  const linesIn = async (...args: string[]) => {
    const { stdout } = await report(data, '--format', 'json', ...args);
    return linesOf(JSON.parse(stdout) as ReportDocument).map((line) => line.replaceAll('\u00a0', ' '));
  };

  it('[NR1] [NR2] works without a register of sites, over the campaigns of that id below the region', async () => {
    const lines = await linesIn();
    expect(await linesIn()).toEqual(lines);
    expect(lines).toContain('Реестр площадок не ведётся: сетью считаются школы, у которых собирают отчёт, 3 площадки.');
    expect(lines).toContain('Получено до 20.05.2017 включительно: 2 отчёта, 67 % от сети (2 из 3).');
    expect(lines).toContain('После срока: 1 отчёт (Борская СОШ). В число полученных в срок не входят.');
    expect(lines).toContain('1.1 Меры по защите персональных данных выполнены | 2 из 3 | 67 %');
    expect(lines).toContain('2.6 Проводили конкурсы для педагогов | 1 из 3 | 33 %');
    expect(lines).toContain('Томская электронная школа | 2 | 67 %');
  });

  it('[NR1] [NR3] takes the register of sites, the passport of the project and the region’s own words', async () => {
    const store = await aStore();
    for (const id of ['sosny', 'bor1', 'gym'])
      await typeIn(store, publicHistoryOf('krai'), sitePathOf(id), { agreement: 'two', joined: '2012-11-15' });
    await typeIn(store, officeHistoryOf('krai'), projectPath, { name: 'Школа без бумаги', aim: 'Одна сеть' });
    await typeIn(store, officeHistoryOf('krai'), networkSectionPathOf('sites-2017', 'problems'), 'Слабая связь');
    const { stdout } = await report(store, '--format', 'json', '--date', '2017-06-30');
    const lines = linesOf(JSON.parse(stdout)).map((line) => line.replaceAll('\u00a0', ' '));
    expect(lines).toEqual(
      expect.arrayContaining([
        'Проект: Школа без бумаги',
        'В реестре площадок 3 площадки.',
        'Получено до 20.05.2017 включительно: 1 отчёт, 33 % от сети (1 из 3).',
        'Не представили отчёт (1): Гимназия края.',
        'Прислали отчёт, но в реестре площадок их нет (1): Ключевская СОШ. В числа не входят.',
        'Слабая связь',
        'Заречный край | Гимназия края | двустороннее | не указана | нет',
        'Отчёты площадок: 2 из 3, на 30.06.2017',
      ]),
    );
  });

  it('[NR7] writes three sites as docx, xlsx and html with the same words', async () => {
    const wordsOf = {
      docx: docxWords,
      xlsx: (bytes: Uint8Array) =>
        [...openPackage(bytes).keys()]
          .filter((path) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path))
          .flatMap((_, at) => sheetCells(bytes, at + 1).map(({ shown }) => shown))
          .join('\n'),
      html: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
    };
    for (const [format, words] of Object.entries(wordsOf)) {
      const out = join(aFolder(), `report.${format}`);
      const { code, stdout, stderr } = await report(data, '--out', out);
      expect([code, stdout, stderr]).toEqual([0, '', '']);
      const text = words(readFileSync(out)).replaceAll('\u00a0', ' ');
      expect(text).toContain('Получено до 20.05.2017 включительно: 2 отчёта, 67 % от сети (2 из 3).');
      expect(text).toContain('Фестиваль школьных журналов');
      expect(text).toContain('https://sosny.example.ru/journal');
      expect(text).toContain('Проводили конкурсы для педагогов');
    }
  });

  it.each([
    ['a place that is no region', ['--place', 'lug'], /«lug» не регион/],
    ['an unknown place', ['--place', 'nowhere'], /места «nowhere» нет/],
    ['an unknown campaign', ['--campaign', 'spring'], /кампания «spring» не объявлена/],
  ])('[CL1] tells %s in one line', async (_what, args, words) => {
    const { code, stdout, stderr } = await report(data, ...args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(words)]);
  });

  it('[SR6] exports a report as it was imported', async () => {
    const { stdout } = await command([
      'answers',
      'export',
      '--place',
      'sosny',
      '--campaign',
      'sites-2017',
      '--data',
      data,
    ]);
    expect(JSON.parse(stdout).schools[0]['site-report']).toMatchObject({ received: '2017-05-18', 'P1.1': 'yes' });
  });
});

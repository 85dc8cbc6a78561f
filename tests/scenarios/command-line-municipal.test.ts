import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { drawsWords } from '../../src/command-line/to-png.ts';
import type { ReportDocument } from '../../src/reports/report-document.ts';
import { campaign, municipalityFile, places } from '../fixtures/a-municipality.ts';
import { aFile, command } from '../support/command-line.ts';
import { aFolder } from '../support/endpoint.ts';
import { docxWords, openPackage, sheetCells } from '../support/read-package.ts';
import { linesOf } from '../support/report-lines.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const placesCsv = [
  'id,kind,parent,name,shortName,address',
  ...places.map(({ id, kind, parent, name, shortName }) => [id, kind, parent ?? '', name, shortName, ''].join(',')),
].join('\n');

const take = (data: string, file: unknown) =>
  command(['answers', 'import', aFile('answers.json', JSON.stringify(file)), '--data', data]);
const report = (data: string, ...args: string[]) =>
  command(['report', 'municipal-report', '--place', 'lug', '--campaign', '2016-17', '--data', data, ...args]);

async function aStoreWith(file: unknown): Promise<string> {
  const data = aFolder();
  await command(['places', 'import', aFile('places.csv', placesCsv), '--data', data]);
  const { code, stderr } = await take(data, file);
  expect([code, stderr]).toEqual([0, expect.stringContaining('взято школ 6')]);
  return data;
}

it('[DG6] knows that words in a picture would not be seen without a typeface', () => {
  expect(drawsWords({ font: { loadSystemFonts: false } })).toBe(false);
});

describe('report municipal-report', () => {
  let data = '';
  beforeAll(async () => {
    data = await aStoreWith(municipalityFile());
  });
  const documentOf = async (...args: string[]): Promise<ReportDocument> =>
    JSON.parse((await report(data, '--format', 'json', ...args)).stdout);

  it('[MR15] prints its ReportDocument, twice the same, with what the last campaign found', async () => {
    const document = await documentOf();
    expect(await documentOf()).toEqual(document);
    const lines = linesOf(document);
    expect(lines[0]).toBe(
      'Справка о готовности школ Лугореченского муниципального округа к ведению учёта успеваемости только в электронном виде, 2016/2017 учебный год',
    );
    expect(lines).toContain('Методика: письмо министерства образования от 01.07.2015 № 17-09/4005.');
    expect(lines).toContain('Все школы, кроме Луговой СОШ, не представили сведений о закрытии года.');
    expect(lines).toContain('Замечания прошлого года сохраняются.');
    expect(lines).toContain('С прошлого года не устранены замечания (1 из 1): Ясноборская СОШ (К3-01).');
    expect(lines.join('\n')).toMatch(/Ясноборская СОШ \| [0-9A-F]{4}.[0-9A-F]{4}.[0-9A-F]{4} \| 14/);
  });

  it('[MR15] writes docx, xlsx and html with the same words', async () => {
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
      const text = words(readFileSync(out));
      expect(text).toContain('Ясноборская СОШ: записи в реестре операторов нет.');
      expect(text).toContain('Таблица 2. Размещение нормативных актов и сведений на сайтах школ');
      expect(text).toContain('не внесены: МАТ (06.06.2017, 22.06.2017); РУС (29.06.2017) (технические причины)');
    }
  });

  it('[MR4] counts deadlines from the day given', async () => {
    const lines = linesOf(await documentOf('--date', '2017-11-25')).join('\n');
    expect(lines).toContain('Дата справки: 25.11.2017.');
    expect(lines).toMatch(/До 31\.08\.2018 внести/);
  });

  it.each([
    ['a place that is no municipality', ['--place', 'lugovaya'], /«lugovaya» не муниципалитет/],
    ['an unknown place', ['--place', 'nowhere'], /места «nowhere» нет/],
    ['an unknown campaign', ['--campaign', 'spring'], /кампания «spring» не объявлена/],
  ])('[CL1] tells %s in one line', async (_what, args, words) => {
    const { code, stdout, stderr } = await report(data, ...args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(words)]);
  });

  it('[MR1] counts a draft and a silent school as «не представили», and one whose answers were returned as sent', async () => {
    const file = municipalityFile({
      kedry: { status: 'draft' },
      dalnyaya: { status: undefined },
      yasny: { status: 'returned' },
    });
    const store = await aStoreWith(file);
    const document = JSON.parse((await report(store, '--format', 'json')).stdout) as ReportDocument;
    expect(linesOf(document)).toContain('Не представили (2 из 6): Кедровоплёсская ООШ, Дальнеозёрная СОШ.');
  });

  it('[MR4] refuses a campaign’s deadline before the report date, and writes nothing', async () => {
    const deadlines = { acts: '2016-09-01' };
    const store = await aStoreWith({ ...municipalityFile(), campaign: { ...campaign, deadlines } });
    const out = join(aFolder(), 'report.docx');
    const { code, stdout, stderr } = await report(store, '--out', out);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('срок 01.09.2016 (acts) раньше даты справки 06.07.2017');
    expect(existsSync(out)).toBe(false);
  });

  it('[AF3] refuses an invalid file with the path of what is wrong, and takes nothing of that school', async () => {
    const store = aFolder();
    await command(['places', 'import', aFile('places.csv', placesCsv), '--data', store]);
    const wrong = municipalityFile({ rechnaya: { readiness: { 'K1-04': { n: 95 } } } });
    const taken = await take(store, wrong);
    expect([taken.code, taken.stderr]).toEqual([
      1,
      expect.stringMatching(/^schools\[1\]\.readiness\.K1-04: 95 больше/m),
    ]);
    const period = { from: '2017-13-01', to: '2017-07-06' };
    const whole = await take(store, { ...municipalityFile(), campaign: { ...campaign, period } });
    expect([whole.code, whole.stderr]).toEqual([1, expect.stringMatching(/^campaign\.period\.from: /m)]);
    const document = JSON.parse((await report(store, '--format', 'json')).stdout) as ReportDocument;
    expect(linesOf(document)).toContain('Не представили (1 из 6): Речная СОШ.');
  });
});

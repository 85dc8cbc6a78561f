import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aFileOf, bestSchool, exampleSchool } from '../fixtures/school-10-file.ts';
import { aFile, aStore, command, placesCsv } from '../support/command-line.ts';
import { aFolder } from '../support/endpoint.ts';
import { docxWords, openPackage, sheetCells } from '../support/read-package.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const campaign = ['--place', 's10', '--campaign', '2016-17'];
const take = (data: string, content: string | Uint8Array) =>
  command(['answers', 'import', aFile('answers.json', content), '--data', data]);
const figuresOf = async (data: string) =>
  JSON.parse((await command(['report', 'score-sheet', ...campaign, '--format', 'json', '--data', data])).stdout);

/** The figures of one school, in a store of its own. */
async function figuresFrom(school: Record<string, unknown>) {
  const data = await aStore();
  const { code, stderr } = await take(data, aFileOf(school));
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  return figuresOf(data);
}

describe('the worked example', () => {
  it('[SC10] [SC11] [SC12] scores 76,20 %, not ready, blocked by K3-01 and K7-01', async () => {
    expect(await figuresFrom(exampleSchool())).toMatchObject({
      criteria: { K1: 94.18, K2: 100, K3: 70.19, K4: 61.9, K5: 81.25, K6: 70.24, K7: 55 },
      total: 76.2,
      level: 'notReady',
      blockedBy: ['K3-01', 'K7-01'],
      cappedBy: [],
      selfAssessed: { total: 76.2, level: 'notReady' },
      verified: null,
    });
  });

  const na = (n: number) => ({ [`K6-0${n}`]: { na: 'родителей нет' } });
  it.each([
    ['everything full', bestSchool(1), { total: 100, level: 'ready', blockedBy: [], cappedBy: [] }],
    [
      'one of two buildings',
      bestSchool(2, { 'K2-01': { n: 1, total: 2 } }),
      { criteria: { K2: 88.89 }, total: 98.33, level: 'partlyReady', blockedBy: [], cappedBy: ['K2-01'] },
    ],
    ['one of three', bestSchool(3, { 'K2-01': { n: 1 } }), { total: 97.78, level: 'notReady', blockedBy: ['K2-01'] }],
    ['no building', bestSchool(3, { 'K2-01': { n: 0 } }), { total: 96.67, level: 'notReady', blockedBy: ['K2-01'] }],
    [
      'nothing of K6 applies',
      bestSchool(1, Object.assign({ 'K5-01': { n: 0 } }, ...[1, 2, 3, 4, 5, 6, 7, 8].map(na))),
      { criteria: { K6: null }, level: 'ready', blockedBy: [] },
    ],
  ])('[SC8] [SC10] keeps the boundary: %s', async (_what, school, figures) => {
    expect(await figuresFrom(school)).toMatchObject(figures);
  });
});

describe('answers', () => {
  it('says what it took; the same file twice gives no new revisions', async () => {
    const data = await aStore();
    const first = await take(data, aFileOf(exampleSchool()));
    expect([first.code, first.stdout]).toEqual([0, '']);
    expect(first.stderr).toMatch(/^Берёзовская СОШ: значений \d+$/m);
    expect(first.stderr).toMatch(/^Кампания 2016-17: взято школ 1, новых записей [1-9]\d*$/m);
    const again = await take(data, aFileOf(exampleSchool()));
    expect([again.code, again.stderr]).toEqual([0, expect.stringMatching(/взято школ 1, новых записей 0$/m)]);
  });

  it('takes the sound schools of a file, names what is wrong in the other one, and ends with 1', async () => {
    const data = await aStore();
    const broken = {
      place: { id: 's11' },
      readiness: { 'K1-01': 'yes', 'K1-04': { n: 95, total: 19 }, 'K9-99': 'yes' },
    };
    const { code, stderr } = await take(data, aFileOf(broken, exampleSchool()));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^schools\[0\]\.readiness\.K1-04: 95 больше/m);
    expect(stderr).toMatch(/^schools\[0\]\.readiness\.K9-99: /m);
    expect(stderr).toMatch(/взято школ 1/);
    expect((await figuresOf(data)).total).toBe(76.2);
    const other = await command(['answers', 'export', '--place', 's11', '--campaign', '2016-17', '--data', data]);
    expect(JSON.parse(other.stdout).schools[0].readiness ?? {}).toEqual({});
  });

  it.each([
    ['not JSON', '{"format": ', /это не JSON/],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xcf, 0xee, 0x22]), /не в кодировке UTF-8/],
    ['of a newer format', aFileOf(exampleSchool()).replace('gotovo-answers/1', 'gotovo-answers/2'), /нов/],
    ['of something else', '[1, 2]', /ничего не взято/],
  ])('takes nothing of a file that is %s', async (_what, content, words) => {
    const data = await aStore();
    const { code, stdout, stderr } = await take(data, content);
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringMatching(words)]);
    expect(stderr).toContain('ничего не взято');
    expect((await command(['verify', '--data', data])).stdout).toBe('');
  });

  it('exports a file that gives the same figures in an empty store', async () => {
    const data = await aStore();
    await take(data, aFileOf(exampleSchool()));
    const exported = await command(['answers', 'export', ...campaign, '--data', data]);
    expect([exported.code, exported.stderr]).toEqual([0, '']);
    const empty = aFolder();
    const above = placesCsv
      .split('\n')
      .filter((line) => !/^(s1|b1)/.test(line))
      .join('\n');
    await command(['places', 'import', aFile('above.csv', above), '--data', empty]);
    expect((await take(empty, exported.stdout)).code).toBe(0);
    expect(await figuresOf(empty)).toEqual(await figuresOf(data));
  });

  it.each([
    ['an unknown place', 'nowhere', '2016-17', /места «nowhere» нет/],
    ['a municipality', 'lake', '2016-17', /«lake» не школа/],
    ['an unknown campaign', 's10', 'spring', /кампания «spring» не объявлена/],
    ['a year that is none', 's10', '2016-19', /кампания «2016-19» не объявлена/],
  ])('[CL1] tells %s in one line', async (_what, place, id, words) => {
    const data = await aStore();
    for (const line of [
      ['answers', 'export'],
      ['report', 'score-sheet'],
    ]) {
      const { code, stdout, stderr } = await command([...line, '--place', place, '--campaign', id, '--data', data]);
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(words)]);
    }
  });
});

describe('report', () => {
  let data = '';
  beforeAll(async () => {
    data = await aStore();
    await take(data, aFileOf(exampleSchool()));
  });
  const report = (...args: string[]) => command(['report', ...args, ...campaign, '--data', data]);

  const sheetWords = (bytes: Uint8Array): string =>
    [...openPackage(bytes).keys()]
      .filter((path) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path))
      .flatMap((_, at) => sheetCells(bytes, at + 1).map((cell) => cell.shown))
      .join('\n');
  const wordsOf: Record<string, (bytes: Uint8Array) => string> = {
    html: (bytes) => Buffer.from(bytes).toString(),
    docx: docxWords,
    xlsx: sheetWords,
  };

  it.each([
    ['score-sheet', /76,20/],
    ['filled-form', /12 из 19/],
    ['blank-form', /лист 10 из 10/],
  ])('[CL2] writes %s in every format, to a file or to stdout', async (name, words) => {
    for (const [format, read] of Object.entries(wordsOf)) {
      const out = join(aFolder(), `report.${format}`);
      const written = await report(name, '--format', format, '--out', out);
      expect([written.code, written.stdout, written.stderr]).toEqual([0, '', '']);
      expect(read(readFileSync(out))).toMatch(words);
      const printed = await report(name, '--format', format);
      expect([printed.code, printed.stderr]).toEqual([0, '']);
      expect(read(printed.bytes)).toMatch(words);
    }
    const json = await report(name);
    expect([json.code, typeof JSON.parse(json.stdout)]).toEqual([0, 'object']);
  });

  it('counts deadlines from the day given, from the as-of day without one', async () => {
    const html = async (...args: string[]) => (await report('score-sheet', '--format', 'html', ...args)).stdout;
    expect(await html()).toContain('01.09.2017');
    const later = await html('--date', '2017-11-25');
    expect(later).toContain('Дата отчёта 25.11.2017');
    expect(later).toContain('01.09.2018');
    expect(later).toContain('76,20');
  });

  it('[CL1] says that a file cannot be written', async () => {
    const { code, stderr } = await report('score-sheet', '--out', join(data, 'nowhere', 'sheet.json'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('nowhere нет, ничего не записано')]);
  });
});

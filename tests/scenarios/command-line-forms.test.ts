import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Form } from '../../src/core/form/form.ts';
import { formHashOf } from '../../src/core/form/published-form.ts';
import { sha256 } from '../../src/server/store/histories.ts';
import { aForm, anIndicator } from '../fixtures/a-form.ts';
import { aFile, command, gotovo } from '../support/command-line.ts';
import { sheetCells } from '../support/read-package.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const run = (...args: string[]) => command([...args, '--data', folder]);
const places = [
  'id,kind,parent,name,shortName,address',
  'krai,region,,Заречный край,Заречный край,',
  'lug,municipality,krai,Луговой округ,Луговой округ,',
  'sosny,school,lug,Сосновская СОШ,Сосновская СОШ,',
].join('\n');

const first = aForm({
  A: [
    anIndicator('a1', { critical: true }),
    anIndicator('tutors', { kind: 'ratio', total: 'teachers' }),
    anIndicator('gone'),
  ],
  B: [
    anIndicator('platform', {
      kind: 'choice',
      options: { one: 1, own: 0.5 },
      optionTitles: { one: 'одна', own: 'своя' },
    }),
    anIndicator('hours', {
      kind: 'figure',
      steps: [
        [10, 1],
        [5, 0.5],
        [0, 0],
      ],
    }),
  ],
});
const second = aForm(
  {
    A: [
      anIndicator('first', { was: ['a1'], critical: true }),
      anIndicator('tutors', { kind: 'ratio', total: 'teachers' }),
    ],
    B: [
      anIndicator('platform', {
        kind: 'choice',
        options: { one: 1, own: 0 },
        optionTitles: { one: 'одна', own: 'своя' },
      }),
      anIndicator('hours', {
        kind: 'figure',
        steps: [
          [20, 1],
          [0, 0],
        ],
      }),
    ],
  },
  { version: 2 },
);
const fileOf = (form: Form) => aFile(`${form.id}-${form.version}.json`, JSON.stringify(form));
const answersOf = (campaign: string, version: number, answers: Record<string, unknown>, year: number) => ({
  format: 'gotovo-answers/1',
  campaign: {
    id: campaign,
    title: 'Дистанционное обучение',
    schoolYear: `${year - 1}/${year}`,
    asOf: `${year}-07-01`,
    municipality: 'lug',
    forms: [`distance@${version}`],
  },
  schools: [{ place: { id: 'sosny' }, passport: { teachers: 20 }, status: 'submitted', distance: answers }],
});
const figuresOf = async (campaign: string) =>
  JSON.parse((await run('report', 'score-sheet', '--place', 'sosny', '--campaign', campaign)).stdout) as {
    criteria: Record<string, number>;
    total: number;
    level: string;
  };

beforeAll(() => {
  gotovo(folder, 'places', 'import', aFile('places.csv', places));
});

describe('a form of a municipality’s own', () => {
  it('[FP1] [FP2] is published once, and no other takes its name', async () => {
    const published = await run('form', 'publish', fileOf(first), '--place', 'krai');
    expect([published.code, published.stdout.trim()]).toEqual([0, `distance@1\t${formHashOf(first, sha256)}`]);
    expect((await run('form', 'publish', fileOf(first), '--place', 'krai')).code).toBe(0);
    const other = await run('form', 'publish', fileOf({ ...first, title: 'Другая' }), '--place', 'lug');
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('уже опубликована другая форма')]);
    expect((await run('form', 'publish', fileOf(first), '--place', 'sosny')).code).toBe(2);
    expect((await run('form', 'publish', aFile('broken.json', '{}'), '--place', 'lug')).stderr).toContain(
      'Ничего не опубликовано',
    );
    for (const name of [
      { id: 'readiness', version: 1 },
      { id: 'monitoring', version: 7 },
    ]) {
      const shipped = await run('form', 'publish', fileOf({ ...first, ...name }), '--place', 'lug');
      expect([shipped.code, shipped.stderr]).toEqual([1, expect.stringContaining('форма самой программы')]);
    }
  });

  it('[FP4] takes answers from a file under its name, gives them back, scores and prints them', async () => {
    const answers = { a1: 'yes', tutors: { n: 15, total: 20 }, gone: 'no', platform: 'own', hours: 7 };
    gotovo(folder, 'answers', 'import', aFile('first.json', JSON.stringify(answersOf('2016-17', 1, answers, 2017))));
    const back = gotovo(folder, 'answers', 'export', '--place', 'sosny', '--campaign', '2016-17');
    expect(back.schools).toMatchObject([{ status: 'submitted', distance: answers }]);
    expect(back.campaign).toMatchObject({ formHash: formHashOf(first, sha256) }); // the file gave none
    expect(await figuresOf('2016-17')).toMatchObject({
      criteria: { A: 58.33, B: 50 },
      total: 54.17,
      level: 'partlyReady',
    });
    const sheet = await run('report', 'score-sheet', '--place', 'sosny', '--campaign', '2016-17', '--format', 'html');
    expect(sheet.stdout).toContain('Готовность к дистанционному обучению');
  });

  it('[FP6] a next version counts by its own rules, and the closed year stays as it was', async () => {
    const closed = await figuresOf('2016-17');
    const next = await run('form', 'publish', fileOf(second), '--place', 'krai');
    expect(next.code).toBe(0);
    expect(next.stderr).toContain('first: переименован (было: a1)');
    expect(next.stderr).toContain('gone: убран');
    const answers = { first: 'yes', tutors: { n: 15, total: 20 }, platform: 'own', hours: 7 };
    gotovo(folder, 'answers', 'import', aFile('next.json', JSON.stringify(answersOf('2017-18', 2, answers, 2018))));
    expect(await figuresOf('2017-18')).toMatchObject({ criteria: { A: 87.5, B: 0 }, total: 43.75, level: 'notReady' });
    expect(await figuresOf('2016-17')).toEqual(closed);
  });

  it('[AT1] stands with every school’s answers in one table', async () => {
    const file = join(folder, 'answers.xlsx');
    await run('report', 'answers-table', '--place', 'lug', '--campaign', '2016-17', '--out', file);
    const shown = sheetCells(readFileSync(file), 2).map((one) => one.shown);
    expect(shown).toEqual(expect.arrayContaining(['Сосновская СОШ', '15 из 20', 'Нет', '58,33']));
    const report = await run('report', 'municipal-report', '--place', 'lug', '--campaign', '2016-17');
    expect([report.code, report.stderr]).toEqual([1, expect.stringContaining('report answers-table')]);
    const last = await run('report', 'answers-table', '--place', 'lug', '--campaign', '2017-18');
    expect(last.stdout).toContain('своя');
  });
});

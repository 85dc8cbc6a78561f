import { describe, expect, it } from 'vitest';
import { aPlace } from '../../../tests/fixtures/an-answers-file.ts';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { type Indicator, indicatorsOf } from '../../core/form/form.ts';
import type { Json } from '../../core/json.ts';
import type { IndicatorLine } from '../../core/scoring/assessment.ts';
import { asClause, findingSentences } from './finding-sentences.ts';
import type { IndicatorStanding } from './population.ts';

const names = ['Луговая СОШ', 'СОШ № 2', 'Гимназия', 'Лицей № 1', 'Заря', 'Речная ООШ'];

/** `shares`: what each school earns; null: gave no data. People: [n, of] for each school that gave figures. */
type Case = {
  style: Indicator['style'];
  shares: (number | null)[];
  people?: [number, number][];
  more?: Partial<Indicator>;
};

function standingOf({ style, shares, people = [], more = {} }: Case): IndicatorStanding {
  const base = indicatorsOf(readinessForm).find(({ id }) => id === 'K1-01') as Indicator;
  const indicator: Indicator = { ...base, style, finding: 'Порядка нет.', ...more };
  const applies = shares.map((share, at) => {
    const [n, of] = people[at] ?? [];
    const value: Json = share === null ? 'notProvided' : n === undefined ? 'yes' : { n };
    const line: IndicatorLine = {
      indicatorId: indicator.id,
      state: share === null ? 'notProvided' : 'value',
      answered: true,
      value,
      values: [value],
      problem: null,
      share: share ?? 0,
      points: 3,
      of: of ?? null,
    };
    return { place: aPlace(`s${at}`, 'school', 'lug', names[at]), line };
  });
  const failing = applies.filter(({ line }) => (line.share ?? 0) < 1);
  return { indicator, applies, failing, silent: failing.filter(({ line }) => line.state === 'notProvided') };
}
const told = (given: Case): string[] =>
  findingSentences(standingOf(given)).map(({ text }) => text.replaceAll('\u00a0', ' '));
const schools = (bad: number, of: number): number[] => Array.from({ length: of }, (_, at) => (at < bad ? 0 : 1));

const clauses = { passClause: 'порядок ввели', failClause: 'порядка не ввели' };
const half = { findingWhen: 'notProvided', findingOther: 'порядок описан не весь' } as const;

describe('a finding of n schools of M', () => {
  it.each<[string, Case, ...string[]]>([
    ['named, none', { style: 'named', shares: schools(0, 6) }],
    ['named, two', { style: 'named', shares: schools(2, 6) }, 'Луговая СОШ, СОШ № 2: порядка нет.'],
    ['named, all', { style: 'named', shares: schools(2, 2) }, 'Луговая СОШ, СОШ № 2: порядка нет.'],
    ['except, none', { style: 'except', shares: schools(0, 6), more: clauses }],
    [
      'except, one of six',
      { style: 'except', shares: schools(1, 6), more: clauses },
      'Все школы, кроме Луговой СОШ, порядок ввели.',
    ],
    [
      'except, n = M − n',
      { style: 'except', shares: schools(3, 6), more: clauses },
      'Все школы, кроме Луговой СОШ, СОШ № 2, Гимназии, порядок ввели.',
    ],
    [
      'except, n > M − n',
      { style: 'except', shares: schools(4, 6), more: clauses },
      'Все школы, кроме Заря, Речной ООШ, порядка не ввели.',
    ],
    ['except, all', { style: 'except', shares: schools(6, 6), more: clauses }, 'Все школы порядка не ввели.'],
    ['percent, none', { style: 'percent', shares: schools(0, 6) }],
    ['percent, one of six', { style: 'percent', shares: schools(1, 6) }, '16,67 % школ (1 из 6): порядка нет.'],
    ['percent, five of six', { style: 'percent', shares: schools(5, 6) }, '83,33 % школ (5 из 6): порядка нет.'],
    ['percent, all', { style: 'percent', shares: schools(3, 3) }, '100,00 % школ (3 из 3): порядка нет.'],
    ['notAll, none', { style: 'notAll', shares: schools(0, 4) }],
    [
      'notAll, two',
      { style: 'notAll', shares: schools(2, 4) },
      'Не во всех школах (2 из 4 не завершили): порядка нет.',
    ],
    ['auto, none', { style: 'auto', shares: schools(0, 6) }],
    ['auto, one', { style: 'auto', shares: schools(1, 6) }, 'Луговая СОШ: порядка нет.'],
    ['auto, a third', { style: 'auto', shares: schools(2, 6) }, 'В отдельных школах (2 из 6): порядка нет.'],
    ['auto, above a third', { style: 'auto', shares: schools(2, 5) }, 'В ряде школ (2 из 5): порядка нет.'],
    ['auto, two thirds', { style: 'auto', shares: schools(4, 6) }, 'В ряде школ (4 из 6): порядка нет.'],
    ['auto, above two thirds', { style: 'auto', shares: schools(5, 6) }, 'В большинстве школ (5 из 6): порядка нет.'],
    ['auto, all', { style: 'auto', shares: schools(6, 6) }, 'Во всех школах (6 из 6): порядка нет.'],
    [
      'auto, half a share counts as a finding',
      { style: 'auto', shares: [0.5, 0.99, 1] },
      'В ряде школ (2 из 3): порядка нет.',
    ],
    ...(['named', 'except', 'percent', 'notAll', 'auto', 'staff'] as const).map(
      (style): [string, Case, ...string[]] => [
        `${style}, M = 1`,
        { style, shares: [0.5], people: [[5, 10]], more: clauses },
        'Луговая СОШ: порядка нет.',
      ],
    ),
    ...(['named', 'except', 'percent', 'notAll', 'auto', 'staff'] as const).map(
      (style): [string, Case, ...string[]] => [`${style}, M = 0`, { style, shares: [] }],
    ),
  ])('[MR3] %s', (_what, given, ...words) => {
    expect(told(given)).toEqual(words);
  });
});

describe('those who gave no data', () => {
  it.each<[string, Case, ...string[]]>([
    ['alone', { style: 'percent', shares: [null, null, 1], more: half }, '66,67 % школ (2 из 3): порядка нет.'],
    [
      'and those who answered below the full',
      { style: 'percent', shares: [null, null, 0.5, 0, 1, 1], more: half },
      '33,33 % школ (2 из 6): порядка нет.',
      'В отдельных школах (2 из 6): порядок описан не весь.',
    ],
    ['none of them', { style: 'percent', shares: [0.5, 1, 1], more: half }, 'Луговая СОШ: порядок описан не весь.'],
    [
      'in a style that does not tell them apart',
      { style: 'auto', shares: [null, 0, 1] },
      'В ряде школ (2 из 3): порядка нет.',
    ],
  ])('[MR3] %s', (_what, given, ...words) => {
    expect(told(given)).toEqual(words);
  });
});

describe('people', () => {
  const staff = (people: [number, number][], silent = 0): Case => ({
    style: 'staff',
    shares: [...people.map(([n, of]) => n / of), ...Array<null>(silent).fill(null)],
    people,
  });
  it.each<[string, Case, ...string[]]>([
    [
      'nobody missing',
      staff([
        [10, 10],
        [5, 5],
      ]),
    ],
    [
      'a fifth',
      staff([
        [6, 10],
        [10, 10],
      ]),
      'Отдельные педагоги (4 из 20, 20,00 %): порядка нет.',
    ],
    [
      'above a fifth',
      staff([
        [5, 10],
        [10, 10],
      ]),
      'Значительная часть педагогов (5 из 20, 25,00 %): порядка нет.',
    ],
    [
      'half',
      staff([
        [5, 10],
        [5, 10],
      ]),
      'Значительная часть педагогов (10 из 20, 50,00 %): порядка нет.',
    ],
    [
      'more than half',
      staff([
        [1, 10],
        [6, 10],
      ]),
      'Большинство педагогов (13 из 20, 65,00 %): порядка нет.',
    ],
    [
      'with schools that gave no figures',
      staff([[6, 10]], 2),
      'Значительная часть педагогов (4 из 10, 40,00 %): порядка нет.',
      'Не представили сведений: СОШ № 2, Гимназия.',
    ],
    ['of schools all in order but a silent one', staff([[10, 10]], 1), 'Не представили сведений: СОШ № 2.'],
    ['nobody gave figures', staff([], 2), 'Не представили сведений: Луговая СОШ, СОШ № 2.'],
  ])('[MR3] %s', (_what, given, ...words) => {
    expect(told(given)).toEqual(words);
  });
});

it('[MR3] begins a finding with a small letter, but not an abbreviation', () => {
  expect([asClause('Нет приказа.'), asClause('ГИА не внесена.'), asClause('К утру.')]).toEqual([
    'нет приказа',
    'ГИА не внесена',
    'к утру',
  ]);
});

it('[MR3] names nobody where names may not stand', () => {
  const standing = standingOf({ style: 'named', shares: schools(1, 6) });
  expect(findingSentences(standing, false).map(({ text }) => text)).toEqual(['В школах (1 из 6): порядка нет.']);
});

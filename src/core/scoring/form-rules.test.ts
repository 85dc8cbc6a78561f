import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../tests/fixtures/a-form.ts';
import { aFullSchool, campaign2017, factsFrom, readinessForm } from '../../../tests/fixtures/school-10.ts';
import type { Form, Indicator } from '../form/form.ts';
import type { Json } from '../json.ts';
import { assess } from './assess.ts';

type Answers = Record<string, Json>;

const passport = { '-/passport/pupils': 100, '-/passport/building:a': { lessonsHeld: true } };
const assessed = (form: Form, answers: Answers, conflicts: Record<string, readonly Json[]> = {}, judged?: Answers) =>
  assess(form, factsFrom({ ...passport, ...answers }, conflicts), campaign2017, new Map(Object.entries(judged ?? {})));
const lineOf = (form: Form, answers: Answers, id: string, judged?: Answers) => {
  const lines = assessed(form, answers, {}, judged).criteria.flatMap((one) => one.lines);
  return lines.find((line) => line.indicatorId === id);
};
const steps: Indicator['steps'] = [
  [80, 1],
  [50, 0.5],
];

describe('conditions', () => {
  const form = aForm({
    A: [
      anIndicator('late', { relevant: "${base} = 'yes' and not(${n} < 5)" }),
      anIndicator('base'),
      anIndicator('n', { kind: 'figure', optional: true }),
      anIndicator('deep', { relevant: "${late} = 'yes'" }),
    ],
  });

  it('[SC4] ask only when true, by answers that may stand later; hidden answers stay and do not count', () => {
    expect(assessed(form, { base: 'no', late: 'no', deep: 'yes' })).toMatchObject({
      total: 0,
      progress: { answered: 2, of: 2 },
    });
    expect(lineOf(form, { base: 'no', late: 'no' }, 'late')).toMatchObject({
      state: 'hidden',
      value: 'no',
      share: null,
    });
    expect(assessed(form, { base: 'yes', n: 4, late: 'no' }).total).toBe(100);
    expect(assessed(form, { base: 'yes', n: 5, late: 'no' }).total).toBe(50);
  });

  it('[SC4] take a hidden answer for none', () => {
    expect(lineOf(form, { base: 'no', late: 'yes', deep: 'no' }, 'deep')?.state).toBe('hidden');
    expect(lineOf(form, { base: 'yes', late: 'yes', deep: 'no' }, 'deep')?.state).toBe('value');
  });

  it('[SC4] take what was not submitted, does not apply or cannot be read for none', () => {
    for (const value of ['notProvided', { na: 'нет' }, { typed: 'x' }])
      expect(lineOf(form, { base: value }, 'late')?.state).toBe('hidden');
  });
});

describe('what need not be answered', () => {
  const form = aForm({ A: [anIndicator('a'), anIndicator('b', { optional: true, points: 3 })] });

  it('[SC16] leaves both sums when it is empty, and hinders nothing', () => {
    expect(assessed(form, { a: 'yes' })).toMatchObject({ finished: true, total: 100, unanswered: [] });
    expect(assessed(form, { a: 'yes', b: 'no' })).toMatchObject({ finished: true, total: 25 });
    expect(assessed(form, { a: 'yes' }).range).toEqual({ lowest: 25, highest: 100 });
  });
});

describe('a condition an answer must meet', () => {
  const form = aForm({
    A: [
      anIndicator('n', {
        kind: 'figure',
        steps,
        constraint: '. >= 0 and . <= ${most}',
        constraintMessage: 'Не больше, чем есть.',
      }),
      anIndicator('most', { kind: 'figure' }),
    ],
  });

  it('[SC17] is told with the words of the form; the answer is kept and counts as unanswered', () => {
    expect(lineOf(form, { n: 90, most: 80 }, 'n')).toMatchObject({
      state: 'problem',
      value: 90,
      answered: false,
      problem: { code: 'constraint', message: 'Не больше, чем есть.' },
    });
    expect(assessed(form, { n: 90, most: 80 })).toMatchObject({ unanswered: ['n'], total: null });
    expect(assessed(form, { n: 80, most: 80 }).total).toBe(100);
  });

  it('[SC17] does not bind an officer', () => {
    expect(lineOf(form, { n: 90, most: 80 }, 'n', { n: 85 })).toMatchObject({
      state: 'value',
      share: 1,
      problem: null,
    });
  });
});

describe('what is computed', () => {
  const form = aForm({
    A: [
      anIndicator('part', { kind: 'figure', points: 0 }),
      anIndicator('whole', { kind: 'figure', points: 0 }),
      anIndicator('share', { kind: 'derived', calculation: '100 * ${part} div ${whole}', steps, points: 2 }),
      anIndicator('words', { kind: 'derived', calculation: "if(${share} >= 80, 'хорошо', 'плохо')", points: 0 }),
    ],
  });

  it('[SC15] earns by its steps once everything it reads is there, and is never asked', () => {
    expect(assessed(form, { part: 40, whole: 50 })).toMatchObject({ total: 100, progress: { answered: 2, of: 2 } });
    expect(assessed(form, { part: 30, whole: 50 }).total).toBe(50);
    expect(lineOf(form, { part: 40, whole: 50 }, 'share')).toMatchObject({ value: 80, of: 80, state: 'value' });
    expect(lineOf(form, { part: 40, whole: 50 }, 'words')).toMatchObject({ value: 'хорошо', share: null });
    expect(assessed(form, { part: 40 })).toMatchObject({ unanswered: ['whole'], range: { lowest: 0, highest: 100 } });
    expect(lineOf(form, { part: 40 }, 'share')).toMatchObject({ state: 'empty', share: 0, answered: false });
  });

  it('[SC15] leaves both sums where nothing comes of it', () => {
    expect(lineOf(form, { part: { na: 'нет' }, whole: 50 }, 'share')).toMatchObject({ state: 'na', share: null });
    expect(lineOf(form, { part: 1, whole: 0 }, 'share')).toMatchObject({ state: 'na', share: null });
  });

  it('[VF9] takes an officer’s figure, «нет» or «не применимо» in its place', () => {
    const answers = { part: 40, whole: 50 };
    expect(lineOf(form, answers, 'share', { share: 60 })).toMatchObject({ value: 60, share: 0.5 });
    expect(lineOf(form, answers, 'share', { share: 'no' })).toMatchObject({ share: 0 });
    expect(lineOf(form, answers, 'share', { share: { na: 'нет' } })).toMatchObject({ state: 'na', share: null });
  });

  it('[SC15] reads a part of a total and several options as texts', () => {
    const other = aForm({
      A: [
        anIndicator('of', { kind: 'ratio', total: 'pupils' }),
        anIndicator('ways', { kind: 'choices', options: { a: 1, b: 0 } }),
        anIndicator('sum', { kind: 'derived', calculation: '${of} + count-selected(${ways})' }),
      ],
    });
    expect(lineOf(other, { of: { n: 30 }, ways: ['a', 'b'] }, 'sum')?.value).toBe(32);
  });
});

describe('what the form says of several answers', () => {
  const form = aForm(
    {
      A: [
        anIndicator('boys', { kind: 'figure' }),
        anIndicator('girls', { kind: 'figure' }),
        anIndicator('all', { kind: 'figure' }),
      ],
    },
    { checks: [{ id: 'sum', expression: '${boys} + ${girls} = ${all}', message: 'Не сходится.', level: 'error' }] },
  );

  it('[SC19] is told when every answer it names is there and it does not hold', () => {
    expect(assessed(form, { boys: 1, girls: 2 }).checks).toEqual([]);
    expect(assessed(form, { boys: 1, girls: 2, all: { typed: 'x' } }).checks).toEqual([]);
    expect(assessed(form, { boys: 1, girls: 2, all: 3 }).checks).toEqual([]);
    expect(assessed(form, { boys: 1, girls: 2, all: 4 }).checks).toEqual([
      { id: 'sum', level: 'error', message: 'Не сходится.', indicatorIds: ['boys', 'girls', 'all'] },
    ]);
  });
});

describe('a form without scores', () => {
  const scored = aForm({ A: [anIndicator('a', { critical: true, points: 0 })] });
  const form = { ...scored, criteria: scored.criteria.map((criterion) => ({ ...criterion, weight: 0 })) };

  it('[SC18] has neither level nor total, and nothing blocks or is found', () => {
    expect(assessed(form, { a: 'no' })).toMatchObject({
      finished: true,
      total: null,
      level: null,
      levelByScore: null,
      blockedBy: [],
      findings: [],
    });
  });
});

/** A form of every kind and every rule, and answers that may come one after another. */
const everything = aForm({
  A: [
    anIndicator('a'),
    anIndicator('b', { relevant: "${a} = 'yes'", points: 3 }),
    anIndicator('c', { kind: 'choice', options: { x: 1, y: 0.5, z: 0 }, relevant: "${b} = 'no' or ${f} > 10" }),
    anIndicator('d', { kind: 'yes-partial-no', showIf: { indicator: 'a', in: ['no'] }, points: 4 }),
  ],
  B: [
    anIndicator('e', { kind: 'choices', options: { x: 0.5, y: 0.5 }, optional: true }),
    anIndicator('f', { kind: 'figure', steps, constraint: '. != 7', points: 2 }),
    anIndicator('g', { kind: 'derived', calculation: '${f} + coalesce(${e}, 0) * 0', steps, points: 5 }),
    anIndicator('h', { kind: 'text', relevant: '${g} >= 50' }),
    anIndicator('i', { critical: true, relevant: "not(${c} = 'x')" }),
  ],
});
const valuesOf: Record<string, readonly Json[]> = {
  a: ['yes', 'no', 'notProvided', { na: 'нет' }],
  b: ['yes', 'no', 'notProvided'],
  c: ['x', 'y', 'z'],
  d: ['yes', 'partial', 'no'],
  e: [['x'], ['x', 'y'], null],
  f: [90, 60, 7, 1],
  h: ['слова'],
  i: ['yes', 'no'],
};
const anyAnswers = fc.record(
  Object.fromEntries(Object.entries(valuesOf).map(([id, values]) => [id, fc.constantFrom<Json>(...values)])),
);

describe('for any answers', () => {
  it('[SC9] keeps the final total inside every earlier range, whatever is asked on the way', () => {
    fc.assert(
      fc.property(anyAnswers, fc.subarray(Object.keys(valuesOf)), (answers, open) => {
        const { total } = assessed(everything, answers);
        if (total === null) return;
        const { range } = assessed(everything, { ...answers, ...Object.fromEntries(open.map((id) => [id, null])) });
        expect(range.lowest).toBeLessThanOrEqual(total);
        expect(range.highest).toBeGreaterThanOrEqual(total);
      }),
      { numRuns: 2000 },
    );
  });

  it('[SC9] is the same for the shipped form, its own conditions being open', () => {
    const before = assess(readinessForm, factsFrom(aFullSchool({ 'K3-01': null, 'K3-02': 'no' })), campaign2017).range;
    const after = assess(readinessForm, factsFrom(aFullSchool({ 'K3-01': 'yes', 'K3-02': 'no' })), campaign2017).range;
    expect(before.lowest).toBeLessThanOrEqual(after.lowest);
    expect(before.highest).toBeGreaterThanOrEqual(after.highest);
  });
});

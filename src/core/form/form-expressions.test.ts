import { describe, expect, it } from 'vitest';
import { anIndicator } from '../../../tests/fixtures/a-form.ts';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import type { Form, Indicator } from './form.ts';
import { checkExpressions } from './form-expressions.ts';
import { formLogicOf } from './form-logic.ts';
import { parseForm } from './parse-form.ts';

const options = { often: 1, seldom: 0.5, never: 0 };

/** A form as written, whatever is wrong with it. */
const written = (indicators: readonly Indicator[], checks: Form['checks'] = []): Form => ({
  ...readinessForm,
  id: 'own',
  criteria: [{ id: 'A', code: 'A', title: 'A', weight: 100, indicators: [...indicators] }],
  checks,
});

const base = [
  anIndicator('yn'),
  anIndicator('one', { kind: 'choice', options }),
  anIndicator('some', { kind: 'choices', options }),
  anIndicator('count', { kind: 'figure' }),
  anIndicator('share', { kind: 'figure', decimal: true }),
  anIndicator('day', { kind: 'date' }),
  anIndicator('words', { kind: 'text' }),
];
const remarksOn = (relevant: string) =>
  checkExpressions(written([...base, anIndicator('last', { relevant })])).remarks.map(({ code }) => code);

describe('expressions of a form', () => {
  it('[EX6] each names what there is, and what cannot be read is told with its problem, all of it at once', () => {
    const form = written(
      [
        anIndicator('a', { relevant: "${nobody} = 'yes'", constraint: '. >' }),
        anIndicator('b', { kind: 'derived', calculation: '. + 1', steps: [[1, 1]] }),
      ],
      [{ id: 'sum', expression: '${a} and ${c}', message: '', level: 'error' }],
    );
    expect(checkExpressions(form).faults).toEqual([
      { id: 'a', field: 'relevant', code: 'unknown-name', name: 'nobody' },
      {
        id: 'a',
        field: 'constraint',
        code: 'unreadable',
        problem: { code: 'expected', at: 4, what: 'operand', after: '>', found: null },
      },
      { id: 'b', field: 'calculation', code: 'reads-self' },
      { id: 'sum', field: 'check', code: 'unknown-name', name: 'c' },
    ]);
    expect(parseForm(form)).toMatchObject({ ok: false, problem: { what: 'a and its relevant: unknown-name' } });
  });

  it('[EX6] nothing is computed, or asked, by way of itself; a constraint may look at what looks at it', () => {
    const derived = (id: string, calculation: string) => anIndicator(id, { kind: 'derived', calculation });
    const circle = [derived('x', '${y} + 1'), derived('y', '${z} + ${n}'), derived('z', '${x}'), anIndicator('n')];
    expect(checkExpressions(written(circle)).faults).toEqual([
      { id: 'x', field: 'calculation', code: 'circle', names: ['x', 'y', 'z', 'x'] },
    ]);
    expect(checkExpressions(written([anIndicator('s', { relevant: "${s} = 'yes'" })])).faults).toMatchObject([
      { code: 'circle', names: ['s', 's'] },
    ]);
    const days = [
      anIndicator('from', { kind: 'date', constraint: '. <= ${to}' }),
      anIndicator('to', { kind: 'date', constraint: '. >= ${from}' }),
    ];
    expect(checkExpressions(written(days)).faults).toEqual([]);
  });

  it('[EX5] are evaluated each after what it reads, wherever that stands', () => {
    const form = written([
      anIndicator('a', { relevant: '${sum} > 1' }),
      anIndicator('sum', { kind: 'derived', calculation: '${n} + ${m}' }),
      anIndicator('n', { kind: 'figure' }),
      anIndicator('m', { kind: 'figure' }),
    ]);
    expect(formLogicOf(form).order.map(({ id }) => id)).toEqual(['n', 'm', 'sum', 'a']);
    expect(formLogicOf(form)).toBe(formLogicOf(form));
  });

  it.each([
    ['false()', ['never']],
    ['1 = 2', ['never']],
    ["${yn} = 'maybe'", ['unknown-option', 'never']],
    ["${one} = 'often' and ${one} = 'never'", ['never']],
    ["selected(${some}, 'often') and selected(${some}, 'never')", []],
    ["selected(${some}, 'daily')", ['unknown-option', 'never']],
    ["selected(${one}, 'often')", []],
    ['count-selected(${some}) > 3', ['never']],
    ['count-selected(${some}) >= 3', []],
    ['${count} > 5 and ${count} < 6', ['never']],
    ['${share} > 5 and ${share} < 6', []],
    ['${count} > 5 and ${count} < 3', ['never']],
    ['${count} > 5 or ${count} <= 5', []],
    ["${count} > 5 or ${count} <= 5 or ${count} = ''", ['always']],
    ['true()', ['always']],
    ["${yn} = 'yes' or ${yn} != 'yes'", ['always']],
    ["${words} = 'a' and ${words} = 'b'", ['never']],
    ['string-length(${words}) < 0', []],
    ["${day} > '2020-01-01' and ${day} < '2019-01-01'", []],
    ["${yn} = 'yes' and ${one} = 'often'", []],
  ])('[EX8] %s: %j', (relevant, codes) => {
    expect(remarksOn(relevant)).toEqual(codes);
  });

  it('[EX8] what depends on something that is never asked is never asked itself; what stands later is told', () => {
    const form = written([
      anIndicator('a', { relevant: "${b} = 'yes'" }),
      anIndicator('b'),
      anIndicator('c', { relevant: 'false()' }),
      anIndicator('d', { relevant: "${c} = 'yes'" }),
    ]);
    expect(checkExpressions(form).remarks).toEqual([
      { id: 'a', field: 'relevant', code: 'later', name: 'b' },
      { id: 'c', field: 'relevant', code: 'never' },
      { id: 'd', field: 'relevant', code: 'never' },
    ]);
  });

  it('[EX2] what would take too long to try is not decided', () => {
    const many = Array.from({ length: 30 }, (_, at) => anIndicator(`q${at}`));
    const relevant = many.map(({ id }) => `\${${id}} = 'yes'`).join(' and ');
    expect(checkExpressions(written([...many, anIndicator('last', { relevant })])).remarks).toEqual([]);
  });
});

describe('a form as a whole', () => {
  it.each([
    ['options', [anIndicator('a', { kind: 'choices', options: { 'a b': 1 } })], 'a and its options'],
    ['no options', [anIndicator('a', { kind: 'choice' })], 'a and its options'],
    [
      'an order of other options',
      [anIndicator('a', { kind: 'choice', options, optionOrder: ['often'] })],
      'a and its options',
    ],
    ['nothing to compute by', [anIndicator('a', { kind: 'derived' })], 'a and its source'],
    [
      'steps upwards',
      [
        anIndicator('a', {
          kind: 'figure',
          steps: [
            [1, 0.5],
            [2, 1],
          ],
        }),
      ],
      'a and its steps',
    ],
    ['a name of a table', [anIndicator('GIA')], 'GIA is the name of a table'],
  ])('[FM2] is refused with %s', (_why, indicators, what) => {
    expect(parseForm(written(indicators as Indicator[]))).toMatchObject({ ok: false, problem: { what } });
  });

  it('[FM2] may have no weights at all', () => {
    const form = written(base);
    const criteria = form.criteria.map((criterion) => ({ ...criterion, weight: 0 }));
    expect(parseForm({ ...form, criteria }).ok).toBe(true);
    expect(parseForm({ ...form, criteria: criteria.map((one) => ({ ...one, weight: 50 })) }).ok).toBe(false);
  });
});

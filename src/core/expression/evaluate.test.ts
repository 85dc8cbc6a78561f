import { describe, expect, it } from 'vitest';
import { evaluate, settledTruth } from './evaluate.ts';
import { parseExpression } from './parse-expression.ts';
import { toText, type Value } from './values.ts';

type Answers = Readonly<Record<string, string>>;

function parsed(text: string) {
  const expression = parseExpression(text);
  if (!expression.ok) throw new Error(`${text}: ${JSON.stringify(expression.problem)}`);
  return expression.value;
}

const resultOf = (text: string, answers: Answers = {}, self = ''): Value =>
  evaluate(parsed(text), { valueOf: (name) => answers[name] ?? '', self, today: '2017-07-06' });

/** Examples of the standards' own documentation: the expression, the answers, what it comes to. */
const documented: [string, Answers, Value][] = [
  // XPath 1.0, 3.4 and 3.5
  ['3 > 2 > 1', {}, false],
  ['5 mod 2', {}, 1],
  ['5 mod -2', {}, 1],
  ['-5 mod 2', {}, -1],
  ['-5 mod -2', {}, -1],
  ['1.5 mod 0.5', {}, 0],
  // XPath 1.0, 4.4: round
  ['round(1.5)', {}, 2],
  ['round(-1.5)', {}, -1],
  // docs.getodk.org, Form Operators and Functions
  ['${salary_income} + ${self_employed_income}', { salary_income: '100', self_employed_income: '20.5' }, 120.5],
  ['${income} - ${expenses}', { income: '10', expenses: '12' }, -2],
  ['${bill} * 1.18', { bill: '100' }, 118],
  ['${percent_int} div 100', { percent_int: '85' }, 0.85],
  ['(${even_number} mod 2) = 0', { even_number: '4' }, true],
  ["${enrolled} = 'yes'", { enrolled: 'yes' }, true],
  ["${enrolled} != 'yes'", { enrolled: 'yes' }, false],
  ['${age} > 17', { age: '18' }, true],
  ['${age} >= 18', { age: '18' }, true],
  ['${age} < 65', { age: '65' }, false],
  ['${age} <= 64', { age: '64' }, true],
  ['${age} > -1 and ${age} < 120', { age: '30' }, true],
  ['${age} < 19 or ${age} > 64', { age: '30' }, false],
  ["selected(${color_prefs}, 'red')", { color_prefs: 'red green' }, true],
  ["selected(${color_prefs}, 'reddish')", { color_prefs: 'red green' }, false],
  ['count-selected(${color_prefs})=3', { color_prefs: 'red green purple' }, true],
  ['number(true())', {}, 1],
  ['number(false())', {}, 0],
  ["number('12')", {}, 12],
  ['boolean(0)', {}, false],
  ["boolean('')", {}, false],
  ["boolean('no')", {}, true],
  ["not('')", {}, true],
  ["coalesce('', ${b})", { b: '7' }, '7'],
  ["coalesce('', '')", {}, ''],
  ["if(${age} >= 18, 'adult', 'minor')", { age: '17' }, 'minor'],
  ['round(1.234, 2)', {}, 1.23],
  ['int(-3.7)', {}, -3],
  // getodk.github.io/xforms-spec: number() of a day, and what can be done with days by it
  ["decimal-date-time('1970-01-02')", {}, 1],
  ["'2017-07-07' > today()", {}, true],
  ['today() - ${d}', { d: '2017-07-01' }, 5],
  ['date(1)', {}, '1970-01-02'],
  ["date('2017-07-06' + 30)", {}, '2017-08-05'],
  ['today()', {}, '2017-07-06'],
  // xlsform.org
  ["${likes_pizza} = 'yes'", { likes_pizza: 'no' }, false],
  ["selected(${favorite_topping}, 'cheese')", { favorite_topping: 'cheese sausage' }, true],
  ['round(${bill_amount} * 0.18, 2)', { bill_amount: '123.45' }, 22.22],
];

describe('an expression', () => {
  it.each(documented)('[EX3] [EX4] %s', (text, answers, value) => {
    expect(resultOf(text, answers)).toEqual(value);
  });

  it('[EX4] reads the answer itself as «.», beside a number and alone', () => {
    expect(resultOf('. < 150', {}, '149')).toBe(true);
    expect(resultOf('.<=150 and .>=.5', {}, '0.25')).toBe(false);
    expect(resultOf('count-selected(.)=3', {}, 'a b c')).toBe(true);
    expect(resultOf("not(selected(., 'none') and count-selected(.) > 1)", {}, 'none a')).toBe(false);
  });

  it('[EX4] never takes an empty answer for 0', () => {
    expect(resultOf('${x} = 0')).toBe(false);
    expect(resultOf('${x} < 5 or ${x} >= 5')).toBe(false);
    expect(resultOf('${x} + 1')).toBeNaN();
    expect(resultOf('sum(${x}, 1)')).toBeNaN();
    expect(resultOf('max(1, ${x})')).toBeNaN();
    expect(resultOf('coalesce(${x}, 0) + 1')).toBe(1);
    expect(resultOf("${x} = ''")).toBe(true);
    expect(resultOf("number('')")).toBeNaN();
    expect(resultOf("number('12a')")).toBeNaN();
    expect(resultOf("number('1e3')")).toBeNaN();
    expect(resultOf("number('+1')")).toBeNaN();
  });

  it('[EX4] compares as truths, then as numbers, then as texts', () => {
    expect(resultOf("'01' = 1")).toBe(true);
    expect(resultOf("'01' = '1'")).toBe(false);
    expect(resultOf("true() = 'anything'")).toBe(true);
    expect(resultOf("'10' > '9'")).toBe(true);
    expect(resultOf("'b' > 'a'")).toBe(false);
    expect(resultOf('1 div 0 > 10 and -1 div 0 < 10')).toBe(true);
  });

  it('[EX4] binds or, and, equality, order, sums, products and minus in this order, from the left', () => {
    expect(resultOf('2 + 3 * 4 - 6 div 2')).toBe(11);
    expect(resultOf('10 - 4 - 3')).toBe(3);
    expect(resultOf('-2 * -3')).toBe(6);
    expect(resultOf('--2')).toBe(2);
    expect(resultOf('1 = 2 or 1 = 1 and 2 = 2')).toBe(true);
    expect(resultOf('(1 = 1 or 1 = 2) and 1 = 2')).toBe(false);
    expect(resultOf('1 < 2 = true()')).toBe(true);
  });

  it('[EX3] works with texts', () => {
    expect(resultOf("concat('a', 1, true())")).toBe('a1true');
    expect(resultOf("string-length('Ж😀')")).toBe(2);
    expect(resultOf("contains('журнал', 'урн') and starts-with('журнал', 'жур') and ends-with('журнал', 'нал')")).toBe(
      true,
    );
    expect(resultOf('min(3, 1, 2) + max(3, 1, 2) + sum(1, 2)')).toBe(7);
    expect(resultOf('abs(-2)')).toBe(2);
    expect(resultOf('round(1250, -2)')).toBe(1300);
  });

  it('[EX4] takes the quotes spreadsheets put in place of the typed ones', () => {
    expect(resultOf('${a} = ‘yes’ or ${a} = “no”', { a: 'no' })).toBe(true);
  });

  it('[EX4] writes numbers in decimal form', () => {
    expect([1, 1.5, -0, 1e21, 1e-7, Number.NaN].map((one) => toText(one))).toEqual([
      '1',
      '1.5',
      '0',
      '1000000000000000000000',
      '0.0000001',
      'NaN',
    ]);
  });

  it('[EX2] gives no text longer than an answer can be', () => {
    const long = 'я'.repeat(4000);
    expect(resultOf('concat(${a}, ${a})', { a: long })).toHaveLength(4000);
  });
});

describe('while questions are open', () => {
  const settled = (text: string, answers: Answers, open: readonly string[]) =>
    settledTruth(parsed(text), { valueOf: (name) => answers[name] ?? '', today: '2017-07-06' }, (name) =>
      open.includes(name),
    );

  it('[EX7] one false part of and, one true part of or settles it', () => {
    expect(settled("${a} = 'yes' and ${b} = 'yes'", { a: 'no' }, ['b'])).toBe(false);
    expect(settled("${a} = 'yes' or ${b} = 'yes'", { a: 'yes' }, ['b'])).toBe(true);
    expect(settled("${a} = 'yes' and ${b} = 'yes'", { a: 'yes' }, ['b'])).toBeNull();
    expect(settled("not(${a} = 'yes' or ${b} = 'yes')", { a: 'yes' }, ['b'])).toBe(false);
    expect(settled('${a} + ${b} > 3', { a: '5' }, ['b'])).toBeNull();
    expect(settled('${a} > 3', { a: '5' }, ['b'])).toBe(true);
  });
});

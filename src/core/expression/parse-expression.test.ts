import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionWords } from '../../reports/expression-words.ts';
import { evaluate } from './evaluate.ts';
import { namesIn } from './expression.ts';
import { parseExpression } from './parse-expression.ts';

const problemOf = (text: string) => {
  const parsed = parseExpression(text);
  return parsed.ok ? null : parsed.problem;
};

describe('an expression that is not one', () => {
  it.each([
    ['', { code: 'empty' }],
    ['${a} = ', { code: 'expected', at: 8, what: 'operand', after: '=', found: null }],
    ['= 1', { code: 'expected', at: 1, what: 'operand', after: null, found: '=' }],
    ['${a} == 1', { code: 'expected', at: 7, what: 'operand', after: '=', found: '=' }],
    ['${a} ${b}', { code: 'expected', at: 6, what: 'operator', after: '${a}', found: '${b}' }],
    ['(1 + 2', { code: 'expected', at: 7, what: 'closing', after: '2', found: null }],
    ['1 + 2)', { code: 'expected', at: 6, what: 'operator', after: '2', found: ')' }],
    ["if(${a} = 1; 'x', 'y')", { code: 'unexpected-character', at: 12, character: ';' }],
    ["selected(${a} 'x')", { code: 'expected', at: 15, what: 'comma-or-closing', after: '${a}', found: "'x'" }],
    ["${a} = 'yes", { code: 'unclosed-text', at: 8 }],
    ['${a} = yes', { code: 'bare-word', at: 8, word: 'yes' }],
    ['${1a} = 1', { code: 'not-a-name', at: 1, typed: '1a' }],
    ['${a} && ${b}', { code: 'unexpected-character', at: 6, character: '&' }],
    ['and 1', { code: 'expected', at: 1, what: 'operand', after: null, found: 'and' }],
    ['..', { code: 'expected', at: 2, what: 'operator', after: '.', found: '.' }],
    ["pulldata('a', 'b', 'c', 'd')", { code: 'unknown-function', at: 1, name: 'pulldata' }],
    ['once(today())', { code: 'unknown-function', at: 1, name: 'once' }],
    ["regex(., '[0-9]+')", { code: 'unknown-function', at: 1, name: 'regex' }],
    ['constructor(1)', { code: 'unknown-function', at: 1, name: 'constructor' }],
    ["jr:choice-name(${a}, '${a}')", { code: 'unknown-function', at: 1, name: 'jr:choice-name' }],
    ['not()', { code: 'wrong-arguments', at: 1, name: 'not', given: 0, least: 1, most: 1 }],
    ['true(1)', { code: 'wrong-arguments', at: 1, name: 'true', given: 1, least: 0, most: 0 }],
    ['${last-saved#x}', { code: 'not-a-name', at: 1, typed: 'last-saved#x' }],
  ])('[EX1] %s', (text, problem) => {
    expect(problemOf(text)).toEqual(problem);
  });

  it('[EX9] is told where and what was expected', () => {
    expect(
      ['${a} = ', '${a} = yes', 'once(1)', 'if(1)', '(', "'x"].map((text) => {
        const problem = problemOf(text);
        return problem ? expressionWords(problem) : '';
      }),
    ).toEqual([
      'В выражении: 8-й знак: после «=» ожидается значение: имя показателя в скобках ${…}, число, строка в кавычках или функция, а выражение закончилось.',
      "В выражении: 8-й знак: слово «yes» без кавычек. Имя показателя пишется ${yes}, вариант ответа — 'yes'.",
      'В выражении: 1-й знак: функции «once» программа не знает.',
      'В выражении: 1-й знак: функции «if» нужно 3 значения, а дано 1.',
      'В выражении: 2-й знак: после «(» ожидается значение: имя показателя в скобках ${…}, число, строка в кавычках или функция, а выражение закончилось.',
      'В выражении: 1-й знак: кавычка открыта и не закрыта.',
    ]);
  });

  it('[EX2] is too long or too deep, however it is', () => {
    expect(problemOf(`1${' + 1'.repeat(1000)}`)).toEqual({ code: 'too-long', most: 4000 });
    expect(problemOf(`${'('.repeat(51)}1${')'.repeat(51)}`)).toMatchObject({ code: 'too-deep', at: 51 });
    expect(problemOf(`${'not('.repeat(900)}`)).toMatchObject({ code: 'too-deep' });
    expect(problemOf(`${'('.repeat(50)}1${')'.repeat(50)}`)).toBeNull();
    expect(problemOf(`${'-'.repeat(3999)}1`)).toBeNull();
    expect(problemOf(`${'1+'.repeat(1999)}1`)).toBeNull();
  });
});

describe('any text', () => {
  const pieces = [
    '${a}',
    '${b}',
    '.',
    "'x'",
    '12',
    '1.5',
    '=',
    '!=',
    '<',
    '>=',
    '+',
    '-',
    '*',
    ' div ',
    ' mod ',
    ' and ',
    ' or ',
    '(',
    ')',
    ',',
    'selected(',
    'if(',
    'not(',
    'coalesce(',
    'today()',
    'x',
    '"',
    '${',
    '¤',
  ];

  it('[EX1] is an expression or a problem, never an exception, and gives a value at once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (some) => {
        const parsed = parseExpression(some.join(''));
        if (!parsed.ok) {
          expect(expressionWords(parsed.problem)).toMatch(/^В выражении: .+\.$/);
          return;
        }
        const value = evaluate(parsed.value, { valueOf: () => '1', self: '2', today: '2017-07-06' });
        expect(['string', 'number', 'boolean']).toContain(typeof value);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (some) => void parseExpression(some)),
      { numRuns: 500 },
    );
  });

  it('[EX6] names what it reads, each once', () => {
    const parsed = parseExpression("if(selected(${б1}, 'x'), ${a-b.c} + ${б1}, -${ z })");
    expect(parsed.ok && namesIn(parsed.value)).toEqual(['б1', 'a-b.c', 'z']);
  });
});

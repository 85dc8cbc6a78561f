import { fail, ok, type Result } from '../result.ts';
import type { Operator } from './expression.ts';
import type { ExpressionProblem } from './expression-problem.ts';

/** One piece of an expression; `at` is counted from 1. */
export type Token = { at: number; text: string } & (
  | { kind: 'name'; name: string }
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'operator'; operator: Operator }
  | { kind: 'function' | 'open' | 'close' | 'comma' | 'self' | 'end' }
);

/** Quotes spreadsheets put in place of the typed ones mean the same. */
const closing: Readonly<Record<string, readonly string[]>> = {
  "'": ["'"],
  '"': ['"'],
  '\u2018': ['\u2019', '\u2018'],
  '\u2019': ['\u2019'],
  '\u201c': ['\u201d', '\u201c'],
  '\u201d': ['\u201d'],
};

const patterns = {
  space: /[\s\u00a0\u202f]+/uy,
  name: /\$\{([^}]*)\}/uy,
  number: /\d+(?:\.\d*)?|\.\d+/uy,
  sign: /!=|<=|>=|[=<>+*(),.-]/uy,
  word: /[\p{L}_][\p{L}\p{N}_.:-]*/uy,
};
const oneName = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const operatorWords: readonly string[] = ['and', 'or', 'div', 'mod'];

/** EX1: an expression in pieces, read from the left without looking back; the last piece is its end. */
export function tokenize(text: string): Result<readonly Token[], ExpressionProblem> {
  const tokens: Token[] = [];
  let index = 0;
  while (index < text.length) {
    const space = matchAt(patterns.space, text, index);
    if (space) {
      index += space[0].length;
      continue;
    }
    const token = tokenAt(text, index, tokens.at(-1));
    if (!token.ok) return token;
    tokens.push(token.value);
    index += token.value.text.length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length + 1 });
  return ok(tokens);
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function tokenAt(text: string, index: number, before: Token | undefined): Result<Token, ExpressionProblem> {
  const at = index + 1;
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  if (closing[character]) return textAt(text, index, closing[character]);
  const name = matchAt(patterns.name, text, index);
  if (name) {
    const typed = (name[1] ?? '').trim();
    if (!oneName.test(typed)) return fail({ code: 'not-a-name', at, typed });
    return ok({ kind: 'name', name: typed, text: name[0], at });
  }
  const number = matchAt(patterns.number, text, index)?.[0];
  if (number !== undefined) return ok({ kind: 'number', value: Number(number), text: number, at });
  const sign = matchAt(patterns.sign, text, index)?.[0];
  if (sign !== undefined) return ok(signToken(sign, at));
  const word = matchAt(patterns.word, text, index)?.[0];
  if (word !== undefined) return wordToken(text, word, index, before);
  return fail({ code: 'unexpected-character', at, character });
}

function signToken(sign: string, at: number): Token {
  if (sign === '(') return { kind: 'open', text: sign, at };
  if (sign === ')') return { kind: 'close', text: sign, at };
  if (sign === ',') return { kind: 'comma', text: sign, at };
  if (sign === '.') return { kind: 'self', text: sign, at };
  return { kind: 'operator', operator: sign as Operator, text: sign, at };
}

function textAt(text: string, index: number, ends: readonly string[]): Result<Token, ExpressionProblem> {
  let end = index + 1;
  while (end < text.length && !ends.includes(text.charAt(end))) end += 1;
  if (end >= text.length) return fail({ code: 'unclosed-text', at: index + 1 });
  return ok({
    kind: 'text',
    value: text.slice(index + 1, end),
    text: text.slice(index, end + 1),
    at: index + 1,
  });
}

/** XPath 1.0, 3.7: `and`, `or`, `div` and `mod` are operators only after an operand; a word before `(` is a function. */
function wordToken(
  text: string,
  word: string,
  index: number,
  before: Token | undefined,
): Result<Token, ExpressionProblem> {
  const at = index + 1;
  const isAfterOperand = before !== undefined && ['name', 'number', 'text', 'close', 'self'].includes(before.kind);
  if (isAfterOperand && operatorWords.includes(word))
    return ok({ kind: 'operator', operator: word as Operator, text: word, at });
  const rest = text.slice(index + word.length).trimStart();
  if (rest.startsWith('(') && !operatorWords.includes(word)) return ok({ kind: 'function', text: word, at });
  if (operatorWords.includes(word))
    return fail({ code: 'expected', at, what: 'operand', after: before?.text ?? null, found: word });
  return fail({ code: 'bare-word', at, word });
}

import { fail, ok, type Result } from '../result.ts';
import { type Expression, type Operator, precedence } from './expression.ts';
import { deepestExpression, type Expected, type ExpressionProblem, longestExpression } from './expression-problem.ts';
import { arityOf } from './functions.ts';
import { type Token, tokenize } from './tokenize.ts';

type Parsed = Result<Expression, ExpressionProblem>;

/**
 * EX1: the safe subset of the expressions of XLSForm (XPath 1.0 with what ODK XForms adds): `${name}`, `.`, texts, numbers,
 * the operators of `precedence`, unary minus, parentheses and the functions of `functions.ts`; everything else is a problem.
 * EX2: at most 4000 characters and 50 levels deep. Nothing of it is ever run as code.
 */
export function parseExpression(text: string): Parsed {
  if (text.trim() === '') return fail({ code: 'empty' });
  if (text.length > longestExpression) return fail({ code: 'too-long', most: longestExpression });
  const tokens = tokenize(text);
  return tokens.ok ? new Parser(tokens.value).whole() : tokens;
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Parsed {
    const expression = this.level(0);
    if (!expression.ok) return expression;
    return this.next().kind === 'end' ? expression : this.expected('operator');
  }

  /** Operands of one row of precedence, from the left. */
  private level(row: number): Parsed {
    const operators: readonly string[] | undefined = precedence[row];
    if (!operators) return this.unary();
    const first = this.level(row + 1);
    if (!first.ok) return first;
    const rest: { operator: Operator; operand: Expression }[] = [];
    for (
      let token = this.next();
      token.kind === 'operator' && operators.includes(token.operator);
      token = this.next()
    ) {
      this.at += 1;
      const operand = this.level(row + 1);
      if (!operand.ok) return operand;
      rest.push({ operator: token.operator, operand: operand.value });
    }
    return rest.length === 0 ? first : ok({ kind: 'chain', first: first.value, rest });
  }

  /** Any number of minuses before an operand; an even number of them is still a number made of it. */
  private unary(): Parsed {
    let minuses = 0;
    for (let token = this.next(); token.kind === 'operator' && token.operator === '-'; token = this.next()) {
      this.at += 1;
      minuses += 1;
    }
    const operand = this.operand();
    if (!operand.ok || minuses === 0) return operand;
    const minus: Expression = { kind: 'minus', operand: operand.value };
    return ok(minuses % 2 === 1 ? minus : { kind: 'minus', operand: minus });
  }

  private operand(): Parsed {
    const token = this.next();
    if (token.kind === 'function') return this.deeper(() => this.call(token));
    if (token.kind === 'open') return this.deeper(() => this.inParentheses());
    if (token.kind === 'text' || token.kind === 'number' || token.kind === 'name' || token.kind === 'self') {
      this.at += 1;
      if (token.kind === 'text') return ok({ kind: 'text', value: token.value });
      if (token.kind === 'number') return ok({ kind: 'number', value: token.value });
      return ok(
        token.kind === 'name' ? { kind: 'name', name: token.name, at: token.at } : { kind: 'self', at: token.at },
      );
    }
    return this.expected('operand');
  }

  private deeper(read: () => Parsed): Parsed {
    this.depth += 1;
    if (this.depth > deepestExpression) return fail({ code: 'too-deep', at: this.next().at, most: deepestExpression });
    const expression = read();
    this.depth -= 1;
    return expression;
  }

  private inParentheses(): Parsed {
    this.at += 1;
    const inner = this.level(0);
    if (!inner.ok) return inner;
    if (this.next().kind !== 'close') return this.expected('closing');
    this.at += 1;
    return inner;
  }

  private call({ text: name, at }: Token): Parsed {
    const arity = arityOf(name);
    if (!arity) return fail({ code: 'unknown-function', at, name });
    this.at += 2;
    const args: Expression[] = [];
    if (this.next().kind !== 'close') {
      for (;;) {
        const arg = this.level(0);
        if (!arg.ok) return arg;
        args.push(arg.value);
        if (this.next().kind !== 'comma') break;
        this.at += 1;
      }
      if (this.next().kind !== 'close') return this.expected('comma-or-closing');
    }
    this.at += 1;
    const { least, most } = arity;
    if (args.length < least || args.length > most)
      return fail({ code: 'wrong-arguments', at, name, given: args.length, least, most });
    return ok({ kind: 'call', name, at, args });
  }

  private next(): Token {
    return this.tokens[this.at] ?? (this.tokens.at(-1) as Token);
  }

  private expected(what: Expected): Parsed {
    const { at, text, kind } = this.next();
    return fail({
      code: 'expected',
      at,
      what,
      after: this.tokens[this.at - 1]?.text ?? null,
      found: kind === 'end' ? null : text,
    });
  }
}

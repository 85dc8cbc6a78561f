import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigitOf, codeText, digitsOf, isWholeCode, partsOf } from './enrolment-code.ts';

const first = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 19, maxLength: 19 })
  .map((digits) => digits.join(''));

describe('an enrolment code', () => {
  it('[EN1] has the Damm check digit, 4 for 572', () => {
    expect(checkDigitOf('572')).toBe('4');
    expect(isWholeCode('5724')).toBe(false);
  });

  it('[EN1] is whole as issued, and never with one digit mistyped or two neighbours swapped', () => {
    fc.assert(
      fc.property(first, fc.nat(19), fc.integer({ min: 1, max: 9 }), (digits, at, change) => {
        const code = digits + checkDigitOf(digits);
        expect(isWholeCode(code)).toBe(true);
        const mistyped = code.slice(0, at) + String((Number(code[at]) + change) % 10) + code.slice(at + 1);
        expect(isWholeCode(mistyped)).toBe(false);
        const [a, b] = [code[at], code[at + 1]];
        if (b !== undefined && a !== b) expect(isWholeCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBe(false);
      }),
    );
  });

  it('is read however the groups were typed, and printed in groups of four', () => {
    expect(digitsOf(' 1234-5678 9012.3456 7890 ')).toBe('12345678901234567890');
    expect(codeText('12345678901234567890')).toBe('1234 5678 9012 3456 7890');
    expect(partsOf('12345678901234567890')).toEqual({ selector: '123456', secret: '78901234567890' });
  });
});

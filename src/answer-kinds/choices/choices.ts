import type { AnswerKind } from '../answer-kind.ts';

const context = { total: null, buildings: null, asOf: '2017-07-06' };
const options = { site: 0.5, board: 0.3, letter: 0.4 };

/**
 * Several of the listed options, at least one, each once, sorted: so that equal choices are equal values. SC1: earns the sum of
 * their shares, at most everything; options without shares only inform.
 */
export const choices: AnswerKind<readonly string[]> = {
  isValue: (value): value is readonly string[] =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((option) => typeof option === 'string') &&
    new Set(value).size === value.length,
  check: (chosen, settings) => {
    const option = chosen.find((one) => !Object.hasOwn(settings.options ?? {}, one));
    return option === undefined ? null : { code: 'unknown-option', option };
  },
  shareOf: (chosen, settings) => {
    const own = settings.options ?? {};
    if (Object.values(own).every((share) => share === null)) return null;
    const sum = chosen.reduce((total, option) => total + (own[option] ?? 0), 0);
    return Math.min(1, Math.round(sum * 1e9) / 1e9);
  },
  examples: [
    { value: ['site'], settings: { options }, context, share: 0.5 },
    { value: ['board', 'site'], settings: { options }, context, share: 0.8 },
    { value: ['board', 'letter', 'site'], settings: { options }, context, share: 1 },
    { value: ['a', 'b', 'c'], settings: { options: { a: 0.1, b: 0.2, c: 0.7 } }, context, share: 1 },
    { value: ['board'], settings: { options: { board: null, site: null } }, context, share: null },
  ],
};

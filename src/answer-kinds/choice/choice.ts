import type { AnswerKind } from '../answer-kind.ts';

const context = { total: null, buildings: null, asOf: '2017-07-06' };
const options = { '1': 1, '2': 0.67, '3': 0.33, '4': 0 };

/** One of the listed options. SC1: earns the option's share; an option without a share only informs. */
export const choice: AnswerKind<string> = {
  isValue: (value) => typeof value === 'string',
  check: (option, settings) =>
    Object.hasOwn(settings.options ?? {}, option) ? null : { code: 'unknown-option', option },
  shareOf: (option, settings) => settings.options?.[option] ?? null,
  examples: [
    { value: '1', settings: { options }, context, share: 1 },
    { value: '2', settings: { options }, context, share: 0.67 },
    { value: '4', settings: { options }, context, share: 0 },
    { value: '2', settings: { options: { '1': null, '2': null } }, context, share: null },
  ],
};

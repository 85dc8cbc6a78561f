import type { AnswerKind } from '../answer-kind.ts';
import { byStep } from '../by-step.ts';

const context = { total: null, buildings: null, asOf: '2017-07-06' };
const steps = [
  [90, 1],
  [50, 0.5],
] as const;

/** More digits than this are a slip of the finger. */
const largest = 1e12;

/** A number of any sign, whole unless the form says otherwise. SC1: earns by the steps of the form; without them it only informs. */
export const figure: AnswerKind<number> = {
  isValue: (value): value is number => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < largest,
  check: (value, { decimal }) =>
    decimal === true || Number.isInteger(value) ? null : { code: 'not-whole', figure: value },
  shareOf: (value, { steps: own }) => (own ? byStep(value, own) : null),
  examples: [
    { value: 90, settings: { steps }, context, share: 1 },
    { value: 89.99, settings: { steps, decimal: true }, context, share: 0.5 },
    { value: 49, settings: { steps }, context, share: 0 },
    { value: -5, settings: {}, context, share: null },
  ],
};

import type { AnswerKind } from './answer-kind.ts';
import { choice } from './choice/choice.ts';
import { choices } from './choices/choices.ts';
import { date } from './date/date.ts';
import { figure } from './figure/figure.ts';
import { number } from './number/number.ts';
import { ratio } from './ratio/ratio.ts';
import { text } from './text/text.ts';
import { yesNo } from './yes-no/yes-no.ts';
import { yesPartialNo } from './yes-partial-no/yes-partial-no.ts';

/** The typed kinds by the name a form uses. `derived` is not here: it is computed, never typed. */
export const answerKinds = {
  'yes-no': yesNo,
  'yes-partial-no': yesPartialNo,
  ratio,
  number,
  figure,
  date,
  choice,
  choices,
  text,
} as const;

export type TypedKindName = keyof typeof answerKinds;

/** The kind by name with its value type set aside: values are checked by `isValue` before they reach it. */
export const answerKindOf = (name: TypedKindName): AnswerKind<unknown> =>
  answerKinds[name] as unknown as AnswerKind<unknown>;

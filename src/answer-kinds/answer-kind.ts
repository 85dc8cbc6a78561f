/** What an indicator of the form says about how it is answered; each kind reads only its own settings. */
type AnswerSettings = {
  /** date: oldest age in days that still earns 1, then 0.5 */
  fresh?: readonly [number, number] | undefined;
  /** ratio: share of the total that already earns everything, 0 to 1 */
  target?: number | undefined;
  /** choice, choices: option → share; null informs only */
  options?: Readonly<Record<string, number | null>> | undefined;
  /** derived, figure: [at least, share] from the highest down */
  steps?: readonly (readonly [number, number])[] | undefined;
  /** figure: may have a fraction */
  decimal?: true | undefined;
};

/** Facts of the school and the campaign an answer is judged by. */
export type AnswerContext = {
  /** the passport's figure a ratio is "of"; null: the passport does not have it yet */
  total: number | null;
  /** teaching buildings, branches' included; null: not typed yet */
  buildings: number | null;
  /** the campaign's as-of date, YYYY-MM-DD */
  asOf: string;
};

/** Why an answer, kept exactly as typed, does not count. */
export type AnswerProblem =
  | { code: 'not-a-count'; typed: string }
  | { code: 'above-total'; count: number; total: number }
  | { code: 'total-unknown' }
  | { code: 'total-zero' }
  | { code: 'not-a-figure'; typed: string }
  | { code: 'not-whole'; figure: number }
  | { code: 'not-a-date'; typed: string }
  | { code: 'date-in-future'; date: string; asOf: string }
  | { code: 'unknown-option'; option: string }
  | { code: 'na-without-reason' }
  | { code: 'na-critical' }
  /** the form's own condition for the answer; `message`: what the form says of it, or nothing */
  | { code: 'constraint'; message: string }
  | { code: 'unknown-value' };

/**
 * One way of answering, pure half. A stored answer is `null` (empty), `"notProvided"`, `{na: reason}` or a value of
 * the kind; input the kind cannot read is stored as `{typed: text}`, so nothing typed is lost.
 */
export type AnswerKind<Value> = {
  /** Whether something stored is a value of this kind at all. */
  isValue: (value: unknown) => value is Value;
  /** What is wrong with a well-formed value here and now; null: nothing. */
  check: (value: Value, settings: AnswerSettings, context: AnswerContext) => AnswerProblem | null;
  /** SC1: the share earned, 0 to 1; null: leaves both sums (informational, or nothing to count). Called only when `check` found nothing. */
  shareOf: (value: Value, settings: AnswerSettings, context: AnswerContext) => number | null;
  /** Values with the share they must earn; the contract test runs them. */
  examples: readonly { value: Value; settings: AnswerSettings; context: AnswerContext; share: number | null }[];
};

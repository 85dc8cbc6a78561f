import type { Json } from '../json.ts';
import type { Indicator } from './form.ts';

/** The options of an indicator in the order they are shown in. */
export const optionsOf = ({ options, optionOrder }: Pick<Indicator, 'options' | 'optionOrder'>): readonly string[] =>
  optionOrder ?? Object.keys(options ?? {});

/**
 * RP6: what can be chosen of an indicator, in the order of the screen, of the paper and of fast entry: its key is the place
 * from 1. «Не применимо» comes without its reason, and never for a critical one; of kinds that are typed only the two
 * special answers are there. Of several options each stands alone, as a choice of one.
 */
export function answerValuesOf(indicator: Indicator): readonly Json[] {
  const na: Json[] = indicator.critical ? [] : [{ na: '' }];
  return [...ownValues(indicator), ...na, 'notProvided'];
}

function ownValues(indicator: Indicator): readonly Json[] {
  if (indicator.kind === 'yes-no') return ['yes', 'no'];
  if (indicator.kind === 'yes-partial-no') return ['yes', 'partial', 'no'];
  if (indicator.kind === 'choices') return optionsOf(indicator).map((option) => [option]);
  return indicator.kind === 'choice' ? optionsOf(indicator) : [];
}

/** Whether an indicator is answered by typing a figure, a day or words: its squares on paper carry no number. */
export const isTypedIn = ({ kind }: Indicator): boolean => ['ratio', 'number', 'figure', 'date', 'text'].includes(kind);

/** Several options as they are stored, each once and sorted, so that equal choices are equal answers; none: no answer. */
export const chosenValue = (options: readonly string[]): Json =>
  options.length === 0 ? null : [...new Set(options)].sort();

import type { Json } from '../json.ts';
import type { Indicator } from './form.ts';

/**
 * RP6: what can be chosen of an indicator, in the order of the screen, of the paper and of fast entry: its key is the place
 * from 1. «Не применимо» comes without its reason, and never for a critical one; of kinds that are typed only the two
 * special answers are there.
 */
export function answerValuesOf(indicator: Indicator): readonly Json[] {
  const na: Json[] = indicator.critical ? [] : [{ na: '' }];
  return [...ownValues(indicator), ...na, 'notProvided'];
}

function ownValues({ kind, options }: Indicator): readonly Json[] {
  if (kind === 'yes-no') return ['yes', 'no'];
  if (kind === 'yes-partial-no') return ['yes', 'partial', 'no'];
  return kind === 'choice' ? Object.keys(options ?? {}) : [];
}

/** Whether an indicator is answered by typing a figure or a day: its squares on paper carry no number. */
export const isTypedIn = ({ kind }: Indicator): boolean => kind === 'ratio' || kind === 'number' || kind === 'date';

import type { Assessment } from '../../../core/scoring/assessment.ts';
import { problemWords } from '../../problem-words.ts';

/** What does not fit on a sheet that was typed from paper: the indicators it is about, and why in words. */
export type Remark = { indicatorIds: readonly string[]; words: string };

/** PE10: answers that do not count as they stand, in the order of the form, then what its checks say of several answers. */
export const remarksOf = ({ criteria, checks }: Pick<Assessment, 'criteria' | 'checks'>): Remark[] => [
  ...criteria
    .flatMap(({ lines }) => lines)
    .flatMap(({ indicatorId, state, problem }) =>
      problem === null || state === 'hidden' ? [] : [{ indicatorIds: [indicatorId], words: problemWords(problem) }],
    ),
  ...checks.map(({ indicatorIds, message }) => ({ indicatorIds, words: message })),
];

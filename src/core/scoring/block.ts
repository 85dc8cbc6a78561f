import type { BlockProgress } from './assessment.ts';

/**
 * One table as scoring sees it. `figure` null with `applies` false: leaves both sums.
 * `state` empty: nothing typed yet; notProvided: nothing but "not provided".
 */
export type Block = BlockProgress & { applies: boolean; state: 'empty' | 'value' | 'notProvided' };

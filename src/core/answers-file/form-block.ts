import type { Json } from '../json.ts';
import type { Registers } from '../submission/registers.ts';
import type { AnswersWarning } from './answers-problem.ts';
import type { Reading } from './reading.ts';

/** A form besides the scored one, as the file holds it: a block of its own under the form's id (AF13). */
export type FormBlock = {
  id: string;
  version: number;
  /** takes what the block gives, by full path; what does not fit is noted in the reading */
  read: (reading: Reading, raw: unknown, path: string) => void;
  /** of a school whose block was read without a problem: what its cross-checks say */
  warningsOf: (reading: Reading, path: string) => readonly AnswersWarning[];
  /** the block as `read` takes it back; null: the school has given nothing of this form */
  write: (registers: Registers, campaignId: string) => WrittenBlock | null;
};

export type WrittenBlock = {
  block: Json;
  /** registers with several answers: those that do not stand in the block */
  conflicts: readonly { register: string; values: readonly Json[] }[];
  /** what the format has no place for, by register */
  notTaken: readonly { register: string; value: Json }[];
};

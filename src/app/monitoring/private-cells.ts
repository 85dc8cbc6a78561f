import type { Json } from '../../core/json.ts';
import type { Program } from '../program.ts';

/** Values that stand apart from revisions and can be erased; `path`: the full path of the cell's register. */
type PrivateCells = {
  valueOf: (path: string) => Json;
  answer: (path: string, value: Json) => void;
};

/**
 * MS8: where columns of private values (6, 7, 22, 23) are kept. Null: nowhere yet, so they are shown closed and not asked for, and
 * nothing of them is ever written into revisions. To open them, give what the program keeps them in.
 */
export const openPrivateCells: ((program: Program) => PrivateCells) | null = null;

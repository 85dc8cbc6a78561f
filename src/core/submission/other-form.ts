import type { AnsweredOf } from '../scoring/assessment.ts';
import type { Facts } from './facts.ts';

/** A form besides the scored one, as far as it is counted with it: `facts` are those of this form. */
export type OtherForm = { id: string; progressOf: (facts: Facts) => AnsweredOf };

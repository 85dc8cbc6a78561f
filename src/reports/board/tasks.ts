import type { Form } from '../../core/form/form.ts';
import { indicatorsOf } from '../../core/form/form.ts';
import type { Assessment } from '../../core/scoring/assessment.ts';
import { carryOver } from '../../core/verification/carry-over.ts';

/** What the last report proposed to a school, and whether it was done; open: found again; unknown: not answered yet. */
export type Task = { indicatorId: string; text: string; state: 'done' | 'open' | 'unknown' };

/** CN8: the proposals of the last report as tasks: done is what earns everything now, open what is found again. */
export function tasksOf(form: Form, previous: readonly string[], assessment: Assessment): Task[] {
  const { fixed, carriedOver } = carryOver(previous, assessment);
  return indicatorsOf(form)
    .filter(({ id }) => previous.includes(id))
    .map(({ id, recommendation }) => ({
      indicatorId: id,
      text: recommendation,
      state: fixed.includes(id) ? 'done' : carriedOver.includes(id) ? 'open' : 'unknown',
    }));
}

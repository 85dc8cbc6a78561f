import { previousOf } from '../../core/verification/carry-over.ts';
import type { Program } from '../program.ts';

/** CO1: findings of the last campaign for the school on this device; null: nothing is known of it. */
export function previousFindings(program: Program): readonly string[] | null {
  const { formOf, campaign, periods, published, registers, delivery } = program;
  const previous = previousOf({
    formOf,
    campaign,
    known: periods.others.value.map((one) => one.campaign),
    published: published.value,
    registers: registers.value,
    placeId: delivery.value.enrolment?.place.id ?? '',
  });
  return previous?.findings ?? null;
}

import { publicHistoryOf } from '../../core/access/access.ts';
import type { Place } from '../../core/places/place.ts';
import type { Registers } from '../../core/submission/registers.ts';
import type { Office } from './office.ts';

/** CX1: the public histories above a school of this officer's, nearest first, as the school's own device has them; `own`: those of his own place and above it. */
export function publishedAbove(
  { place, registersOf }: Office,
  { parent }: Pick<Place, 'parent'>,
  own: readonly Registers[],
): readonly Registers[] {
  return parent === null || parent === place.id ? own : [registersOf(publicHistoryOf(parent)).value, ...own];
}

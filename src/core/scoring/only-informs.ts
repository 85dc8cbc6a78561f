import type { Indicator } from '../form/form.ts';

/** SC1: whether an indicator never earns anything, whatever is answered: it leaves both sums. */
export function onlyInforms({ kind, steps, fresh, options, calculation }: Indicator): boolean {
  switch (kind) {
    case 'text':
      return true;
    case 'figure':
      return steps === undefined;
    case 'date':
      return fresh === undefined;
    case 'choice':
    case 'choices':
      return Object.values(options ?? {}).every((share) => share === null);
    case 'derived':
      return calculation !== undefined && steps === undefined;
    default:
      return false;
  }
}

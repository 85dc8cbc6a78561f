import { faultyLinePostgres, faultyLineSqlite } from './parts/faulty-line.ts';
import { schedules } from './parts/schedules.ts';
import type { SoakPart } from './soak-part.ts';

/** Every kind of trouble of `npm run soak`, in the order of its table. */
export const parts: readonly SoakPart[] = [schedules, faultyLineSqlite, faultyLinePostgres];

import { concurrentWritersPostgres, concurrentWritersSqlite } from './parts/concurrent-writers.ts';
import { faultyLinePostgres, faultyLineSqlite } from './parts/faulty-line.ts';
import { killEndpointPostgres, killEndpointSqlite, killPostgres } from './parts/kills.ts';
import { schedules } from './parts/schedules.ts';
import type { SoakPart } from './soak-part.ts';

/** Every kind of trouble of `npm run soak`, in the order of its table. */
export const parts: readonly SoakPart[] = [
  schedules,
  faultyLineSqlite,
  faultyLinePostgres,
  killEndpointSqlite,
  killEndpointPostgres,
  killPostgres,
  concurrentWritersSqlite,
  concurrentWritersPostgres,
];

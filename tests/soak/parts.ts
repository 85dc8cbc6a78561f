import { backupUnderLoad } from './parts/backup-under-load.ts';
import { concurrentWritersPostgres, concurrentWritersSqlite } from './parts/concurrent-writers.ts';
import { faultyLinePostgres, faultyLineSqlite } from './parts/faulty-line.ts';
import { fullDisk } from './parts/full-disk.ts';
import { killEndpointPostgres, killEndpointSqlite, killPostgres } from './parts/kills.ts';
import { restoredEndpoint } from './parts/restored-endpoint.ts';
import { schedules } from './parts/schedules.ts';
import { wrongClock } from './parts/wrong-clock.ts';
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
  restoredEndpoint,
  backupUnderLoad,
  fullDisk,
  wrongClock,
];

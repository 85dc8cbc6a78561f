import { backupUnderLoad } from './parts/backup-under-load.ts';
import { captive } from './parts/captive.ts';
import { closedTab } from './parts/closed-tab.ts';
import { concurrentWritersPostgres, concurrentWritersSqlite } from './parts/concurrent-writers.ts';
import { clonedProfile, rolledBackProfile } from './parts/copied-profile.ts';
import { corruptedFiles } from './parts/corrupted-files.ts';
import { damagedDatabase } from './parts/damaged-database.ts';
import { damagedJournal } from './parts/damaged-journal.ts';
import { evicted } from './parts/evicted.ts';
import { faultyLinePostgres, faultyLineSqlite } from './parts/faulty-line.ts';
import { fullDisk } from './parts/full-disk.ts';
import { killBrowser } from './parts/kill-browser.ts';
import { killEndpointPostgres, killEndpointSqlite, killPostgres } from './parts/kills.ts';
import { malformedRequests } from './parts/malformed-requests.ts';
import { quota } from './parts/quota.ts';
import { restoredEndpoint } from './parts/restored-endpoint.ts';
import { schedules } from './parts/schedules.ts';
import { twoTabs } from './parts/two-tabs.ts';
import { wrongClock } from './parts/wrong-clock.ts';
import { wrongClockBrowser } from './parts/wrong-clock-browser.ts';
import type { SoakPart } from './soak-part.ts';

/** Every kind of trouble of `npm run soak`, in the order of its table. */
export const parts: readonly SoakPart[] = [
  schedules,
  malformedRequests,
  corruptedFiles,
  killBrowser,
  damagedDatabase,
  damagedJournal,
  clonedProfile,
  rolledBackProfile,
  evicted,
  quota,
  twoTabs,
  closedTab,
  wrongClockBrowser,
  captive,
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

import { damagedDatabase } from './parts/damaged-database.ts';
import { damagedJournal } from './parts/damaged-journal.ts';
import { evicted } from './parts/evicted.ts';
import { killBrowser } from './parts/kill-browser.ts';
import { quota } from './parts/quota.ts';
import { schedules } from './parts/schedules.ts';
import { twoTabs } from './parts/two-tabs.ts';
import type { SoakPart } from './soak-part.ts';

/** Every kind of trouble of `npm run soak`, in the order of its table. */
export const parts: readonly SoakPart[] = [
  schedules,
  killBrowser,
  damagedDatabase,
  damagedJournal,
  evicted,
  quota,
  twoTabs,
];

import { describe, expect, it } from 'vitest';
import { captive } from '../soak/parts/captive.ts';
import { closedTab } from '../soak/parts/closed-tab.ts';
import { clonedProfile, rolledBackProfile } from '../soak/parts/copied-profile.ts';
import { damagedDatabase } from '../soak/parts/damaged-database.ts';
import { damagedJournal } from '../soak/parts/damaged-journal.ts';
import { evicted } from '../soak/parts/evicted.ts';
import { killBrowser } from '../soak/parts/kill-browser.ts';
import { quota } from '../soak/parts/quota.ts';
import { twoTabs } from '../soak/parts/two-tabs.ts';
import { wrongClockBrowser } from '../soak/parts/wrong-clock-browser.ts';
import { runPart } from '../soak/soak-part.ts';

/** Every part of the browser's fault rig a few times; long runs are `npm run soak` (docs/reliability.md). */
describe('nothing that was called saved is lost by', () => {
  it.each([
    [killBrowser, 1],
    [damagedDatabase, 1],
    [damagedJournal, 1],
    [clonedProfile, 1],
    [rolledBackProfile, 1],
    [evicted, 1],
    [quota, 1],
    [twoTabs, 1],
    [closedTab, 1],
    [wrongClockBrowser, 1],
    [captive, 1],
  ])('$title', { timeout: 180_000 }, async (part, times) => {
    const { attempts, lost } = await runPart(part, { times });
    expect(lost).toEqual([]);
    expect(attempts).toBe(times);
  });
});

import { describe, expect, it } from 'vitest';
import { damagedDatabase } from '../soak/parts/damaged-database.ts';
import { damagedJournal } from '../soak/parts/damaged-journal.ts';
import { killBrowser } from '../soak/parts/kill-browser.ts';
import { runPart } from '../soak/soak-part.ts';

/** Every part of the browser's fault rig a few times; long runs are `npm run soak` (docs/reliability.md). */
describe('nothing that was called saved is lost by', () => {
  it.each([
    [killBrowser, 2],
    [damagedDatabase, 3],
    [damagedJournal, 2],
  ])('$title', { timeout: 180_000 }, async (part, times) => {
    const { attempts, lost } = await runPart(part, { times });
    expect(lost).toEqual([]);
    expect(attempts).toBe(times);
  });
});

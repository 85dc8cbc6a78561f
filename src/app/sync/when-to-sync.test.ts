import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSchedule } from './when-to-sync.ts';

const hourInMs = 3_600_000;

/** A device on which somebody types every twenty seconds; what it asked, in milliseconds from the start. */
function aDevice(isUp: () => boolean, chance: () => number) {
  const asked: number[] = [];
  const began = Date.now();
  const schedule = createSchedule(() => {
    asked.push(Date.now() - began);
    if (isUp()) schedule.succeeded();
    else schedule.failed();
  }, chance);
  schedule.now();
  const typing = setInterval(() => schedule.changed(), 20_000);
  return { asked, schedule, stop: () => clearInterval(typing) };
}

describe('the wait between turns', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([0, 0.3, 0.7, 1])(
    'is so long that a dead server is asked 30 times an hour at most, by chance %d',
    (chance) => {
      const { asked, stop } = aDevice(
        () => false,
        () => chance,
      );
      for (let hour = 1; hour <= 8; hour += 1) {
        vi.advanceTimersByTime(hourInMs);
        const inThisHour = asked.filter((at) => at >= (hour - 1) * hourInMs && at < hour * hourInMs);
        expect(inThisHour.length).toBeLessThanOrEqual(30);
        expect(inThisHour.length).toBeGreaterThanOrEqual(11);
      }
      stop();
    },
  );

  it('ends by itself within five minutes after the server is up, at once when the network says so, and is short again then', () => {
    let isUp = false;
    const { asked, schedule, stop } = aDevice(
      () => isUp,
      () => 1,
    );
    vi.advanceTimersByTime(hourInMs);
    isUp = true;
    const before = asked.length;
    vi.advanceTimersByTime(300_000);
    expect(asked.length).toBeGreaterThan(before);
    const settled = asked.length;
    vi.advanceTimersByTime(24_000); // somebody typed: a turn after the quiet pause
    expect(asked.length).toBeGreaterThan(settled);
    isUp = false;
    vi.advanceTimersByTime(hourInMs);
    isUp = true;
    const lost = asked.length;
    schedule.now();
    expect(asked.length).toBe(lost + 1);
    stop();
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCooldown } from '../../../src/discord/cooldown.ts';
import { forgetInTime } from '../../../src/transports/shared/forget-in-time.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

it('forgets every channel, also where the timer fires too early', () => {
  const cooldown = createCooldown();
  const early = (): number => performance.now() - 0.9; // by this clock, timers fire 0.9 ms early
  const forgetLater = forgetInTime(cooldown, early);
  for (const channel of ['one', 'two', 'three']) {
    cooldown.admit(channel, 0, early());
    forgetLater();
    vi.advanceTimersByTime(10_000);
  }
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(20_000);
  expect(vi.getTimerCount()).toBe(0);
  expect(cooldown.forget(early())).toBeUndefined();
});

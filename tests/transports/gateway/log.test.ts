import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { oncePerMinute } from '../../../src/transports/gateway/log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells of what happens again and again once a minute, and how often it did', () => {
  const lines: string[] = [];
  const tell = oncePerMinute((line) => lines.push(line));
  for (let count = 0; count < 120; count += 1) {
    tell('Wait.');
    vi.advanceTimersByTime(1000);
  }
  tell('Wait.');
  expect(lines).toEqual([
    'Wait.',
    'Wait. (59 more times since this was last said.)',
    'Wait. (59 more times since this was last said.)',
  ]);
});

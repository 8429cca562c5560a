import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRepeatedLines, type TellRepeatedly } from '../../../src/transports/shared/repeated-lines.ts';

describe('a line that comes again and again', () => {
  let lines: string[];
  let tell: TellRepeatedly;
  beforeEach(() => {
    vi.useFakeTimers();
    lines = [];
    tell = createRepeatedLines((line) => lines.push(line));
  });
  afterEach(() => void vi.useRealTimers());

  it('is told each time, where it does not come often', () => {
    for (let count = 0; count < 30; count += 1) {
      tell('It failed.');
      vi.advanceTimersByTime(4_000);
    }
    expect(lines).toEqual(Array(30).fill('It failed.'));
  });

  it('is told a few times, and counted once its minute is over', () => {
    for (let count = 0; count < 1_000; count += 1) tell('It failed.');
    expect(lines).toEqual(Array(20).fill('It failed.'));
    vi.advanceTimersByTime(60_000);
    expect(lines.slice(20)).toEqual(['It failed. (980 more times within a minute.)']);
    tell('It failed.');
    vi.advanceTimersByTime(60_000);
    expect(lines.slice(21)).toEqual(['It failed.']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is told once, where more would say nothing new', () => {
    for (let count = 0; count < 3; count += 1) tell('Another process answered.', 1);
    vi.advanceTimersByTime(60_000);
    expect(lines).toEqual(['Another process answered.', 'Another process answered. (2 more times within a minute.)']);
  });

  it('takes nothing from other lines', () => {
    for (let count = 0; count < 30; count += 1) tell('It failed.');
    tell('Something else failed.');
    expect(lines.at(-1)).toBe('Something else failed.');
  });
});

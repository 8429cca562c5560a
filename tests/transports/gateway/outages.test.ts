import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutages, type Outages } from '../../../src/transports/gateway/outages.ts';

describe('the operator is told of an outage', () => {
  let lines: string[];
  let outages: Outages;
  beforeEach(() => {
    vi.useFakeTimers();
    lines = [];
    outages = createOutages((line) => lines.push(line));
  });
  afterEach(() => void vi.useRealTimers());

  it('by one line when it begins, and one when it ends', () => {
    outages.lost('close code 1006');
    for (let count = 0; count < 80; count += 1) {
      outages.lost('no answer');
      vi.advanceTimersByTime(500);
    }
    outages.back();
    expect(lines).toEqual([
      'Lost the connection to Discord (close code 1006). Trying to get it back.',
      'Connected to Discord again, after 40 s.',
    ]);
  });

  it('once a minute, where the connection comes and goes', () => {
    for (let count = 0; count < 60; count += 1) {
      outages.lost('close code 1000');
      vi.advanceTimersByTime(1000);
      outages.back();
      vi.advanceTimersByTime(4000);
    }
    expect(lines).toHaveLength(10); // two lines for each of five minutes
  });

  it('in the end, where it follows another and lasts', () => {
    outages.lost('close code 1001');
    outages.back();
    outages.lost('close code 1006');
    vi.advanceTimersByTime(59_999);
    expect(lines).toHaveLength(2);
    vi.advanceTimersByTime(1);
    outages.back();
    expect(lines.slice(2)).toEqual([
      'Lost the connection to Discord (close code 1006). Trying to get it back.',
      'Connected to Discord again, after 60 s.',
    ]);
  });

  it('and of nothing where none was lost', () => {
    outages.back();
    expect(lines).toEqual([]);
  });
});

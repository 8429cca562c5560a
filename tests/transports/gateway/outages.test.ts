import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFailures, createOutages, type Failures, type Outages } from '../../../src/transports/gateway/outages.ts';

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

describe('the operator is told that calls no longer fail', () => {
  let lines: string[];
  let failures: Failures;
  beforeEach(() => {
    vi.useFakeTimers();
    lines = [];
    failures = createFailures((line) => lines.push(line));
  });
  afterEach(() => void vi.useRealTimers());

  const succeed = (what: string): void => failures.succeeded(what, performance.now());

  it('by one line, with how many failed and for how long', () => {
    for (let count = 0; count < 3; count += 1) {
      failures.failed('posting a reply');
      vi.advanceTimersByTime(4_000);
    }
    for (let count = 0; count < 3; count += 1) succeed('posting a reply');
    expect(lines).toEqual(['No longer failing: posting a reply (3 failures in 12 s).']);
  });

  it('but not when something else succeeds, or what was begun before the last failure', () => {
    const before = performance.now();
    failures.failed('posting a reply');
    vi.advanceTimersByTime(1);
    succeed('answering');
    failures.succeeded('posting a reply', before);
    expect(lines).toEqual([]);
    succeed('posting a reply');
    expect(lines).toEqual(['No longer failing: posting a reply (1 failure in 1 s).']);
  });

  it('once a minute, where every second call fails', () => {
    for (let count = 0; count < 150; count += 1) {
      failures.failed('answering');
      vi.advanceTimersByTime(1_000);
      succeed('answering');
      vi.advanceTimersByTime(1_000);
    }
    expect(lines).toHaveLength(5); // in five minutes
  });

  it('and of nothing where nothing failed', () => {
    succeed('answering');
    expect(lines).toEqual([]);
  });
});

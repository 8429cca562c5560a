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

  /** Each call takes a millisecond. */
  function begin(): number {
    const since = performance.now();
    vi.advanceTimersByTime(1);
    return since;
  }
  const fail = (what = 'answering'): void => failures.failed(what, begin());
  const succeed = (what = 'answering'): void => failures.succeeded(what, begin());

  it('by one line, with how many failed and for how long', () => {
    for (let count = 0; count < 3; count += 1) {
      fail();
      vi.advanceTimersByTime(4_000);
    }
    for (let count = 0; count < 3; count += 1) succeed();
    expect(lines).toEqual(['No longer failing: answering (3 failures within 9 s).']);
  });

  it('without the time in which nothing was called', () => {
    fail();
    vi.advanceTimersByTime(3_600_000);
    succeed();
    expect(lines).toEqual(['No longer failing: answering (1 failure).']);
  });

  it('but not when something else succeeds, or what was begun before the last failure', () => {
    const before = begin();
    fail();
    succeed('posting a reply');
    failures.succeeded('answering', before);
    expect(lines).toEqual([]);
    succeed();
    expect(lines).toEqual(['No longer failing: answering (1 failure).']);
  });

  it('once, where a call that was begun before fails late', () => {
    const before = begin();
    fail();
    succeed();
    failures.failed('answering', before);
    succeed();
    vi.advanceTimersByTime(120_000);
    expect(lines).toEqual(['No longer failing: answering (1 failure).']);
  });

  it('once a minute, where every second call fails', () => {
    for (let count = 0; count < 150; count += 1) {
      fail();
      vi.advanceTimersByTime(1_000);
      succeed();
      vi.advanceTimersByTime(1_000);
    }
    vi.advanceTimersByTime(60_000);
    expect(lines).toHaveLength(1 + 5); // at first, and in each of five minutes
    expect(lines[1]).toMatch(/^No longer failing: answering \(30 failures within 5\d s\)\.$/);
  });

  it('at the end of the minute, where nothing is called any more', () => {
    fail();
    succeed();
    fail();
    succeed();
    expect(lines).toHaveLength(1);
    vi.advanceTimersByTime(60_000);
    expect(lines.slice(1)).toEqual(['No longer failing: answering (1 failure).']);
  });

  it('and of nothing where nothing failed', () => {
    succeed();
    expect(lines).toEqual([]);
  });
});

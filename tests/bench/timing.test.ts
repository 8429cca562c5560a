import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile, timed } from '../../src/bench/timing.ts';

describe('timed', () => {
  it('returns the result, and a time no longer than the work can have taken', () => {
    const before = performance.now();
    const { result, milliseconds } = timed(() => 'done');
    expect(result).toBe('done');
    expect(milliseconds).toBeGreaterThanOrEqual(0);
    expect(milliseconds).toBeLessThanOrEqual(performance.now() - before);
  });
});

describe('quantile', () => {
  it('has the given share of the values below it', () => {
    const values = fc.uniqueArray(fc.integer(), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 0.999, noNaN: true }), (numbers, share) => {
        const below = numbers.filter((number) => number < quantile(numbers, share)).length;
        expect(below).toBe(Math.floor(share * numbers.length));
      }),
    );
  });

  it('of all values is the greatest', () => {
    expect(quantile([3, 1, 2], 1)).toBe(3);
  });

  it('of no values is zero', () => {
    expect(quantile([], 0.5)).toBe(0);
  });
});

describe('median', () => {
  it('is the value in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
  });
});

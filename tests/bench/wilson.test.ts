import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/bench/wilson.ts';

const counts = fc
  .integer({ min: 1, max: 1000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

describe('wilsonInterval', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is as published', (count, total, low, high) => {
    const interval = wilsonInterval(count, total);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  it('has the share within it, and lies within 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([count, total]) => {
        const [low, high] = wilsonInterval(count, total);
        const share = count / total;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share + 1e-9);
        expect(high).toBeGreaterThanOrEqual(share - 1e-9);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is everything where nothing was counted', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});

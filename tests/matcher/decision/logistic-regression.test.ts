import { describe, expect, it } from 'vitest';
import { chanceOf, fitLogistic } from '../../../src/matcher/decision/logistic-regression.ts';

const OBSERVATIONS = Array.from({ length: 40 }, (_, index) => ({
  signals: [1, index, 5],
  holds: index >= 20,
  weight: 1,
}));

describe('fitLogistic', () => {
  it('learns which side of a line an observation is on', () => {
    const weights = fitLogistic(OBSERVATIONS);
    for (const { signals, holds } of OBSERVATIONS) expect(chanceOf(weights, signals) > 0.5).toBe(holds);
  });

  it('gives no weight to a signal that never varies', () => {
    expect(fitLogistic(OBSERVATIONS)[2]).toBe(0);
  });

  it('counts observations by their weight', () => {
    const conflict = [
      { signals: [1], holds: true, weight: 9 },
      { signals: [1], holds: false, weight: 1 },
    ];
    expect(chanceOf(fitLogistic(conflict), [1])).toBeCloseTo(0.9, 2);
  });
});

describe('chanceOf', () => {
  it('is a half without evidence, and never leaves 0 to 1', () => {
    expect(chanceOf([], [1, 2])).toBe(0.5);
    expect(chanceOf([1], [1e6])).toBe(1);
    expect(chanceOf([1], [-1e6])).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, fitLogistic, type Observation } from '../../../src/matcher/decision/logistic-regression.ts';

const OBSERVATIONS = Array.from({ length: 40 }, (_, index) => ({
  signals: [1, index, 5],
  holds: index >= 20,
  weight: 1,
}));

/** The chance of each signal from −3 to 3 as a pair of weighted observations: no noise at all. */
function observationsOf(bias: number, slope: number): readonly Observation[] {
  return Array.from({ length: 61 }, (_, index) => (index - 30) / 10).flatMap((value) => {
    const chance = chanceOf([bias, slope], [1, value]);
    return [
      { signals: [1, value], holds: true, weight: chance },
      { signals: [1, value], holds: false, weight: 1 - chance },
    ];
  });
}

describe('fitLogistic', () => {
  it('learns which side of a line an observation is on', () => {
    const weights = fitLogistic(OBSERVATIONS);
    for (const { signals, holds } of OBSERVATIONS) expect(chanceOf(weights, signals) > 0.5).toBe(holds);
  });

  it.each([
    [0.5, 1],
    [-1, 0.4],
    [0, -1.5],
  ])('recovers a model with bias %d and slope %d, but for the penalty', (bias, slope) => {
    const [fittedBias = NaN, fittedSlope = NaN] = fitLogistic(observationsOf(bias, slope));
    expect(Math.abs(fittedBias - bias)).toBeLessThan(0.1);
    expect(Math.abs(fittedSlope - slope)).toBeLessThan(0.1);
  });

  it('comes to the same chances as a slow gradient descent', () => {
    // Standardized already, so that both minimize the same function.
    const point = fc.record({
      signals: fc.tuple(fc.constant(1), fc.constantFrom(-1, 1), fc.constantFrom(-1, 1)),
      holds: fc.boolean(),
      weight: fc.double({ min: 0.5, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        const observations = mirrored(points);
        const newton = fitLogistic(observations);
        const slow = descendSlowly(observations);
        for (const { signals } of observations)
          expect(Math.abs(chanceOf(newton, signals) - chanceOf(slow, signals))).toBeLessThan(1e-3);
      }),
      { numRuns: 50 },
    );
  });

  it('gives no weight to a signal that never varies', () => {
    expect(fitLogistic(OBSERVATIONS)[2]).toBe(0);
  });

  it('gives the share that holds where no signal varies', () => {
    const same = [true, true, true, false].map((holds) => ({ signals: [1, 7], holds, weight: 1 }));
    const weights = fitLogistic(same);
    expect(weights[1]).toBe(0);
    expect(chanceOf(weights, [1, 7])).toBeCloseTo(0.75, 3);
  });

  it('counts observations by their weight', () => {
    const conflict = [
      { signals: [1], holds: true, weight: 9 },
      { signals: [1], holds: false, weight: 1 },
    ];
    expect(chanceOf(fitLogistic(conflict), [1])).toBeCloseTo(0.9, 2);
  });

  it('stays finite where all hold', () => {
    const all = OBSERVATIONS.map((observation) => ({ ...observation, holds: true }));
    for (const weight of fitLogistic(all)) expect(Number.isFinite(weight)).toBe(true);
  });
});

/** With each point, its mirror images, so that every signal has mean 0 and spread 1. */
function mirrored(points: readonly Observation[]): readonly Observation[] {
  const quiet = [-1, 1].flatMap((a) => [-1, 1].map((b) => [1, a, b]));
  return points.flatMap(({ signals, holds, weight }) => [
    { signals, holds, weight },
    ...quiet
      .filter((other) => other.some((value, k) => value !== signals[k]))
      .flatMap((other) => [true, false].map((side) => ({ signals: other, holds: side, weight: weight / 2 }))),
  ]);
}

/** Minimizes the mean loss, with the penalty that `fitLogistic` gives to slopes. */
function descendSlowly(observations: readonly Observation[]): readonly number[] {
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  let weights = [0, 0, 0];
  for (let step = 0; step < 2000; step += 1) {
    const gradient = weights.map((weight, k) => (k === 0 ? 0 : 0.003 * weight));
    for (const { signals, holds, weight } of observations) {
      const error = ((chanceOf(weights, signals) - (holds ? 1 : 0)) * weight) / total;
      for (const [k, signal] of signals.entries()) gradient[k]! += error * signal;
    }
    weights = weights.map((weight, k) => weight - gradient[k]!);
  }
  return weights;
}

describe('chanceOf', () => {
  it('is a half without evidence, and never leaves 0 to 1', () => {
    expect(chanceOf([], [1, 2])).toBe(0.5);
    expect(chanceOf([1], [1e6])).toBe(1);
    expect(chanceOf([1], [-1e6])).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { meanMetrics, openMetrics, type OpenPrediction } from '../../src/bench/open-set.ts';

/** Two questions of each known intent and two of none; all with the score that they deserve. */
const RIGHT: readonly OpenPrediction[] = ['a', 'a', 'b', 'b', null, null].map((meant) => ({
  meant,
  answered: meant,
  score: meant === null ? 0 : 1,
}));

describe('openMetrics', () => {
  it('is 1 all over where everything is right', () => {
    expect(openMetrics(['a', 'b'], RIGHT)).toEqual({ knownF1: 1, openF1: 1, accuracy: 1, rocArea: 1 });
  });

  it('counts a question that is refused against its intent and against refusing', () => {
    const [first, ...others] = RIGHT;
    const { knownF1, openF1, accuracy } = openMetrics(['a', 'b'], [{ ...first!, answered: null }, ...others]);
    expect(knownF1).toBeCloseTo((2 / 3 + 1) / 2); // "a": precision 1, recall 1/2
    expect(openF1).toBeCloseTo(4 / 5); // precision 2/3, recall 1
    expect(accuracy).toBeCloseTo(5 / 6);
  });

  it('gives an intent that is never right 0', () => {
    const swapped = RIGHT.map((one) => ({ ...one, answered: one.meant === null ? 'a' : null }));
    expect(openMetrics(['a', 'b'], swapped)).toEqual({ knownF1: 0, openF1: 0, accuracy: 0, rocArea: 1 });
  });

  it('has the area ½ where scores tell nothing', () => {
    const blind = RIGHT.map((one) => ({ ...one, score: 0.3 }));
    expect(openMetrics(['a', 'b'], blind).rocArea).toBe(0.5);
  });
});

describe('meanMetrics', () => {
  it('averages each metric', () => {
    const [low, high] = [
      { knownF1: 0, openF1: 0.2, accuracy: 0.4, rocArea: 0.5 },
      { knownF1: 1, openF1: 0.4, accuracy: 0.6, rocArea: 1 },
    ];
    const mean = meanMetrics([low, high]);
    expect(mean.knownF1).toBeCloseTo(0.5);
    expect(mean.openF1).toBeCloseTo(0.3);
    expect(mean.accuracy).toBeCloseTo(0.5);
    expect(mean.rocArea).toBeCloseTo(0.75);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSample, sample } from '../../src/bench/sample.ts';
import { seededRandom } from '../../src/matcher/training.ts';

describe('a random sample', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);

  it('has each item once at most, and as many as asked for if there are enough', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 80 }), (seed, size) => {
        const drawn = randomSample(items, size, seededRandom(seed));
        expect(new Set(drawn).size).toBe(Math.min(size, items.length));
        expect(items).toEqual(expect.arrayContaining([...drawn]));
      }),
    );
  });

  it('is the same for the same seed, and hardly for another', () => {
    const draw = (seed: number) => randomSample(items, 20, seededRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});

describe('sample', () => {
  it('is evenly spread', () => {
    expect(sample(['a', 'b', 'c', 'd', 'e', 'f'], 3)).toEqual(['a', 'c', 'e']);
  });

  it('has all items if there are few enough', () => {
    expect(sample([1, 2, 3], 3)).toEqual([1, 2, 3]);
  });

  it('never has more items than asked for, and some if there are any', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.integer({ min: 1, max: 50 }), (items, size) => {
        expect(sample(items, size).length).toBeLessThanOrEqual(size);
        expect(sample(items, size)).not.toEqual([]);
      }),
    );
  });
});

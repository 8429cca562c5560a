import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sample } from '../../src/bench/sample.ts';

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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, shuffle } from '../../../src/matcher/model/random.ts';

describe('seededRandom', () => {
  it('gives the same numbers from 0 to 1 for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [random, again] = [seededRandom(seed), seededRandom(seed)];
        for (let count = 0; count < 20; count += 1) {
          const number = random();
          expect(number).toBe(again());
          expect(number >= 0 && number < 1).toBe(true);
        }
      }),
    );
  });
});

describe('shuffle', () => {
  it('keeps every item', () => {
    fc.assert(
      fc.property(fc.int32Array(), fc.integer(), (items, seed) => {
        const shuffled = items.slice();
        shuffle(shuffled, seededRandom(seed));
        expect(shuffled.sort()).toEqual(items.slice().sort());
      }),
    );
  });
});

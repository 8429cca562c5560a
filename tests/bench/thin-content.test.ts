import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepQuarters, QUARTERS, thinContent } from '../../src/bench/thin-content.ts';
import { readSmallContent } from '../support/small-content.ts';

const upTo = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

describe('quarters of a list', () => {
  it.each([
    [1, [0, 1, 8, 9, 16, 17]],
    [2, [0, 1, 4, 5, 8, 9, 12, 13, 16, 17, 20, 21]],
    [3, [0, 1, 4, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 20, 21, 22, 23]],
    [4, upTo(24)],
  ] as const)('%i of four keep runs from all parts of it', (quarters, kept) => {
    expect(keepQuarters(upTo(24), quarters)).toEqual(kept);
  });

  it('grow from fewer to more, and begin with the first item', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (length) => {
        const lists = QUARTERS.map((quarters) => keepQuarters(upTo(length), quarters));
        lists.forEach((list, index) => {
          expect(list[0]).toBe(0);
          expect(lists[index + 1] ?? upTo(length)).toEqual(expect.arrayContaining([...list]));
        });
      }),
    );
  });

  it('are about that share of a long list', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUARTERS), fc.integer({ min: 100, max: 2000 }), (quarters, length) => {
        const share = keepQuarters(upTo(length), quarters).length / length;
        expect(Math.abs(share - quarters / 4)).toBeLessThan(0.05);
      }),
    );
  });
});

describe('thin content', () => {
  it('has fewer phrasings of every entry and near misses of every passage, and all else', () => {
    const content = readSmallContent();
    const full = {
      ...content,
      phrasings: new Map([['an-entry', ['a', 'b', 'c', 'd']]]),
      nearMisses: new Map([[1, ['e', 'f']]]),
    };
    const { phrasings, nearMisses, ...rest } = thinContent(full, 1);
    expect(phrasings).toEqual(new Map([['an-entry', ['a']]]));
    expect(nearMisses).toEqual(new Map([[1, ['e']]]));
    expect({ ...full, ...rest }).toEqual(full);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedDifference, type Scores } from '../../src/bench/paired.ts';

const scores = (...values: number[]): Scores => new Map(values.map((value, index) => [`question ${index}`, value]));
const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 })), { minLength: 1 });

describe('the paired difference', () => {
  it('on one set is the mean of the differences, within 1.96 standard errors', () => {
    // Differences 1, 0, 0, -1, 1, 1, 0, 0: mean 1/4, variance 7/16.
    const difference = pairedDifference([[scores(1, 1, 0, 0, 1, 1, 0, 1), scores(0, 1, 0, 1, 0, 0, 0, 1)]]);
    expect(difference?.mean).toBeCloseTo(1 / 4);
    expect(difference?.reach).toBeCloseTo(1.959964 * Math.sqrt(7 / 16 / 8));
  });

  it('weighs sets alike, however many questions they have', () => {
    const small = [new Map([['a', 1]]), new Map([['a', 0]])] as const;
    expect(pairedDifference([small, [scores(0, 0, 0), scores(0, 0, 0)]])?.mean).toBe(1 / 2);
  });

  it('is no surer when the same questions are asked in a second set', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const set = [scores(...drawn.map(([first]) => first)), scores(...drawn.map(([, second]) => second))] as const;
        expect(pairedDifference([set, set])?.reach).toBeCloseTo(pairedDifference([set])!.reach);
      }),
    );
  });

  it('is surer when other questions are asked in a second set', () => {
    const renamed = (of: Scores): Scores => new Map([...of].map(([question, score]) => [`other ${question}`, score]));
    const set = [scores(1, 0, 1, 0), scores(0, 0, 1, 1)] as const;
    const other = [renamed(set[0]), renamed(set[1])] as const;
    expect(pairedDifference([set, other])?.reach).toBeCloseTo(pairedDifference([set])!.reach / Math.SQRT2);
  });

  it('changes its sign with the order', () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const [first, second] = [scores(...drawn.map(([one]) => one)), scores(...drawn.map(([, other]) => other))];
        const [there, back] = [pairedDifference([[first, second]])!, pairedDifference([[second, first]])!];
        expect(there.mean).toBeCloseTo(-back.mean);
        expect(there.reach).toBeCloseTo(back.reach);
      }),
    );
  });

  it('of nothing is undefined', () => {
    expect(pairedDifference([])).toBeUndefined();
  });

  it.each([
    ['empty sets', scores(), scores()],
    ['more questions', scores(1), scores(1, 0)],
    ['other questions', scores(1), new Map([['another', 1]])],
  ])('refuses %s', (_, first, second) => {
    expect(() => pairedDifference([[first, second]])).toThrow(RangeError);
  });
});

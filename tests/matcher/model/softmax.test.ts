import { describe, expect, it } from 'vitest';
import { softmax } from '../../../src/matcher/model/softmax.ts';

describe('softmax', () => {
  it('makes probabilities of logits, in place', () => {
    const logits = Float64Array.of(0, Math.log(3));
    expect(softmax(logits)).toBeCloseTo(Math.log(4));
    expect(logits[0]).toBeCloseTo(0.25);
    expect(logits[1]).toBeCloseTo(0.75);
  });

  it('bears large logits', () => {
    const logits = Float64Array.of(1000, 1000);
    expect(softmax(logits)).toBeCloseTo(1000 + Math.log(2));
    expect([...logits]).toEqual([0.5, 0.5]);
  });
});

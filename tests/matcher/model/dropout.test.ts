import { describe, expect, it } from 'vitest';
import { createDropout } from '../../../src/matcher/model/dropout.ts';
import { seededRandom } from '../../../src/matcher/model/random.ts';

const VECTOR = { rows: Int32Array.from({ length: 1000 }, (_, row) => row), values: new Float32Array(1000).fill(0.1) };

describe('createDropout', () => {
  it('drops about the given share of the features, others each time', () => {
    const dropOut = createDropout(0.3, seededRandom(1));
    const first = [...dropOut(VECTOR).rows];
    const second = [...dropOut(VECTOR).rows];
    expect(first.length).toBeGreaterThan(650);
    expect(first.length).toBeLessThan(750);
    expect(second).not.toEqual(first);
  });

  it('scales what is left to the length 1', () => {
    const { values } = createDropout(0.5, seededRandom(1))(VECTOR);
    expect(values.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 5);
  });

  it('leaves a vector as it is at rate 0', () => {
    expect(createDropout(0, seededRandom(1))(VECTOR)).toBe(VECTOR);
  });

  it('leaves nothing at rate 1', () => {
    expect(createDropout(1, seededRandom(1))(VECTOR).rows).toHaveLength(0);
  });
});

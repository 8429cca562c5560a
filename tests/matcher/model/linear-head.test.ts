import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHead, loadHead, type HeadData } from '../../../src/matcher/model/linear-head.ts';

const ROWS = 3;
const STEP = 0.25;

describe.each([3, 256, 300])('a head of %i classes', (classCount) => {
  const encode = (matrix: Float32Array): HeadData => encodeHead(matrix, new Float32Array(classCount).fill(1), STEP);

  it('keeps each weight to half a step', () => {
    const weight = fc.oneof(
      fc.constant(0),
      fc.integer({ min: -100, max: 100 }).map((number) => number / 10),
    );
    fc.assert(
      fc.property(fc.array(weight, { minLength: ROWS * classCount, maxLength: ROWS * classCount }), (weights) => {
        const head = loadHead(encode(Float32Array.from(weights)));
        const errors = weights.map((exact, at) =>
          Math.abs(head.weight(Math.floor(at / classCount), at % classCount) - exact),
        );
        expect(Math.max(...errors)).toBeLessThanOrEqual(STEP / 2 + 1e-6);
      }),
      { numRuns: 10 },
    );
  });

  it('takes a larger step where a weight would not fit in a byte', () => {
    const matrix = new Float32Array(ROWS * classCount);
    matrix[0] = 1000;
    matrix[1] = -1000;
    matrix[2] = 3;
    const head = loadHead(encode(matrix));
    expect(head.weight(0, 0)).toBeCloseTo(1000);
    expect(head.weight(0, 1)).toBeCloseTo(-1000);
    expect(head.weight(0, 2)).toBe(0);
  });

  it('adds up weights and bias', () => {
    const matrix = new Float32Array(ROWS * classCount);
    matrix[0] = 2; // row 0, class 0
    matrix[2 * classCount + classCount - 1] = -4; // row 2, last class
    const head = loadHead(encode(matrix));
    const logits = head.logits({ rows: Int32Array.of(0, 2), values: Float32Array.of(0.5, 0.25) });
    expect(head.classCount).toBe(classCount);
    expect(logits).toHaveLength(classCount);
    expect([logits[0], logits[1], logits[classCount - 1]]).toEqual([2, 1, 0]);
  });
});

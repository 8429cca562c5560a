import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHead, loadHeads, type HeadData, type LinearHead } from '../../../src/matcher/model/linear-head.ts';

const ROWS = 3;
const STEP = 0.25;

function loadHead(data: HeadData): LinearHead {
  return loadHeads([data]).heads[0]!;
}

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
    const { heads, logits } = loadHeads([encode(matrix)]);
    const [all = []] = logits({ rows: Int32Array.of(0, 2), values: Float32Array.of(0.5, 0.25) }, 1);
    expect(heads[0]?.classCount).toBe(classCount);
    expect(all).toHaveLength(classCount);
    expect([all[0], all[1], all[classCount - 1]]).toEqual([2, 1, 0]);
  });
});

describe('heads loaded together', () => {
  const weights = (classCount: number) =>
    fc.array(fc.integer({ min: -3, max: 3 }), { minLength: ROWS * classCount, maxLength: ROWS * classCount });
  const dataOf = (matrix: readonly number[], step: number): HeadData => {
    const classCount = matrix.length / ROWS;
    return encodeHead(
      Float32Array.from(matrix),
      Float32Array.from({ length: classCount }, (_, at) => at),
      step,
    );
  };
  const two = fc
    .tuple(fc.constantFrom(1, 4, 255, 300), fc.constantFrom(1, 2))
    .chain((counts) =>
      fc.tuple(...counts.map(weights)).map(([first, second]) => [dataOf(first!, 1), dataOf(second!, 0.5)] as const),
    );
  const vector = { rows: Int32Array.of(2, 0), values: Float32Array.of(0.5, -0.25) };

  it('give what each gives alone', () => {
    fc.assert(
      fc.property(two, (both) => {
        const { heads, logits } = loadHeads(both);
        const alone = both.map((data) => loadHeads([data]));
        expect(logits(vector, 2)).toEqual(alone.map((one) => one.logits(vector, 1)[0]));
        expect(logits(vector, 1)).toEqual(alone[0]!.logits(vector, 1));
        for (const [index, { classCount, weight }] of heads.entries())
          for (let at = 0; at < ROWS * classCount; at += 1) {
            const [row, classIndex] = [Math.floor(at / classCount), at % classCount];
            expect(weight(row, classIndex)).toBe(alone[index]!.heads[0]!.weight(row, classIndex));
          }
      }),
      { numRuns: 20 },
    );
  });
});

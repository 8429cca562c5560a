import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SIMILAR_WORDS } from '../../../src/matcher/features/similar-words.ts';
import { encodeClassifier, loadClassifier } from '../../../src/matcher/model/classifier.ts';
import { createFeatureTable } from '../../../src/matcher/model/feature-table.ts';

const STEP = 0.25; // of few examples

describe.each([3, 300])('a classifier of %i classes', (classCount) => {
  const table = createFeatureTable(Uint32Array.of(5, 70, 900), new Uint8Array(3));
  const load = (matrix: Float32Array) =>
    loadClassifier(encodeClassifier(table, matrix, new Float32Array(classCount).fill(1), 10), NO_SIMILAR_WORDS);

  it('keeps each weight to half a step, through JSON', () => {
    const weight = fc.integer({ min: -100, max: 100 }).map((number) => number / 10);
    fc.assert(
      fc.property(fc.array(weight, { minLength: 3 * classCount, maxLength: 3 * classCount }), (weights) => {
        const classifier = load(Float32Array.from(weights));
        for (const [at, exact] of weights.entries()) {
          const kept = classifier.weight(Math.floor(at / classCount), at % classCount);
          expect(Math.abs(kept - exact)).toBeLessThanOrEqual(STEP / 2 + 1e-6);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('adds up weights and bias', () => {
    const matrix = new Float32Array(3 * classCount);
    matrix[0] = 2; // row 0, class 0
    matrix[2 * classCount + classCount - 1] = -4; // row 2, last class
    const classifier = load(matrix);
    const logits = classifier.logits({ ...EMPTY, rows: Int32Array.of(0, 2), values: Float32Array.of(0.5, 0.25) });
    expect(logits[0]).toBe(2);
    expect(logits[1]).toBe(1);
    expect(logits[classCount - 1]).toBe(0);
    expect(classifier.highestWeight(0)).toBe(2);
    expect(classifier.highestWeight(2)).toBe(0);
  });

  it('finds rows by key', () => {
    const classifier = load(new Float32Array(3 * classCount));
    expect([5, 70, 900, 6].map(classifier.rowOf)).toEqual([0, 1, 2, -1]);
  });
});

const EMPTY = {
  kinds: [],
  knownShare: { term: 0, similarWord: 0, bigram: 0, skipBigram: 0, charNgram: 0 },
  termCount: 0,
};

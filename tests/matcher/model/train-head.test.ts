import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/matcher/model/random.ts';
import { epochsFor, trainHead, type TrainedHead, type TrainingVector } from '../../../src/matcher/model/train-head.ts';
import type { SparseVector } from '../../../src/matcher/model/vectorize.ts';

const FEATURES_EACH = 8;
const EXAMPLES_EACH = 3;

/**
 * Examples of as many classes, of the length 1: half of the features of each are those of its
 * class, the others are chance.
 */
function examplesOf(
  classCount: number,
  each = EXAMPLES_EACH,
): { readonly examples: readonly TrainingVector[]; readonly rowCount: number } {
  const rowCount = classCount * FEATURES_EACH;
  const random = seededRandom(1);
  const examples = Array.from({ length: classCount * each }, (_, at) => {
    const label = at % classCount;
    const rows = new Set(Array.from({ length: FEATURES_EACH / 2 }, (_, feature) => label * FEATURES_EACH + feature));
    while (rows.size < FEATURES_EACH) rows.add(Math.floor(random() * rowCount));
    const values = new Float32Array(rows.size).fill(1 / Math.sqrt(rows.size));
    return { vector: { rows: Int32Array.from(rows), values }, label };
  });
  return { examples, rowCount };
}

/** The class with the highest logit. */
function likeliest({ rows, values }: SparseVector, { matrix, bias }: TrainedHead): number {
  const logits = bias.slice();
  for (const [index, row] of rows.entries())
    for (const c of logits.keys()) logits[c]! += values[index]! * matrix[row * bias.length + c]!;
  return logits.indexOf(Math.max(...logits));
}

describe('trainHead', () => {
  it.each([2, 10, 150])('learns each example of %i classes', (classCount) => {
    const { examples, rowCount } = examplesOf(classCount);
    const head = trainHead(examples, rowCount, classCount, 0.5);
    expect(examples.map(({ vector }) => likeliest(vector, head))).toEqual(examples.map(({ label }) => label));
  });

  // With so many examples, most epochs look at the likeliest classes of each only.
  it.each([32, 33, 100])('learns nearly each of more than 10,000 examples of %i classes', (classCount) => {
    const { examples, rowCount } = examplesOf(classCount, Math.ceil(10_001 / classCount));
    const head = trainHead(examples, rowCount, classCount, 0.5);
    const learned = examples.filter(({ vector, label }) => likeliest(vector, head) === label);
    expect(learned.length / examples.length).toBeGreaterThan(0.99);
  });

  it.each([
    [10, 3],
    [80, 126],
  ])('gives the same bits each time, of %i classes with %i examples each', (classCount, each) => {
    const { examples, rowCount } = examplesOf(classCount, each);
    const train = () => trainHead(examples, rowCount, classCount, 0.5);
    expect(train()).toEqual(train());
  });

  it('learns nothing of a class without examples, but that it is rare', () => {
    const { examples, rowCount } = examplesOf(4);
    const { bias } = trainHead(examples, rowCount, 5, 0.5);
    expect(Math.min(...bias)).toBe(bias[4]);
  });

  it('learns something else with another dropout rate', () => {
    const { examples, rowCount } = examplesOf(4);
    expect(trainHead(examples, rowCount, 4, 0)).not.toEqual(trainHead(examples, rowCount, 4, 0.5));
  });

  it('reports shares that grow from 0 towards 1', () => {
    const { examples, rowCount } = examplesOf(100);
    const shares: number[] = [];
    trainHead(examples, rowCount, 100, 0.5, (share) => shares.push(share));
    expect(shares[0]).toBe(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});

describe('epochsFor', () => {
  it('passes over few examples more often, within bounds', () => {
    const epochs = [0, 100, 4000, 100_000].map(epochsFor);
    expect(epochs).toEqual([...epochs].sort((a, b) => b - a));
    expect([epochs[0], epochs[3]]).toEqual([60, 5]);
  });
});

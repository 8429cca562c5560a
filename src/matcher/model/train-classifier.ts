import { FEATURE_KINDS, forEachFeature, type FeatureKind } from '../features/features.ts';
import type { SimilarWords } from '../features/similar-words.ts';
import type { AnalyzedText } from '../text/analyze.ts';
import { encodeClassifier, type ClassifierData } from './classifier.ts';
import { createDropout } from './dropout.ts';
import { createFeatureTable, RAREST, type FeatureTable } from './feature-table.ts';
import { seededRandom, shuffle } from './random.ts';
import { softmax } from './softmax.ts';
import { vectorize, type SparseVector } from './vectorize.ts';

export interface Example {
  readonly text: AnalyzedText;
  /** The class that it is an example of, from 0. */
  readonly label: number;
}

export interface ClassifierOptions {
  readonly similarWords: SimilarWords;
  /** The kinds of features to learn. Defaults to all. */
  readonly features?: readonly FeatureKind[] | undefined;
  /** The share (0 to 1) of an example's features that are left out each time. Defaults to 0.5. */
  readonly dropoutRate?: number | undefined;
}

/**
 * Trains a multinomial logistic regression by stochastic gradient descent on the cross-entropy.
 * The same input gives the same bits: the order of the examples and the dropout are seeded.
 * @param onProgress called with the share done, 0 to 1, once in {@link PROGRESS_EVERY} examples
 */
export function trainClassifier(
  examples: readonly Example[],
  classCount: number,
  { similarWords, features = FEATURE_KINDS, dropoutRate = DROPOUT_RATE }: ClassifierOptions,
  onProgress: (share: number) => void = () => undefined,
): ClassifierData {
  const epochs = epochsFor(examples.length);
  const reportPass = (pass: number, at: number): void => {
    if (at % PROGRESS_EVERY === 0) onProgress((pass + at / examples.length) / (epochs + PASSES_BEFORE));
  };
  const table = countFeatures(examples, similarWords, new Set(features), (at) => reportPass(0, at));
  const inputs = examples.map(({ text, label }, at) => {
    reportPass(1, at);
    return { vector: vectorize(text, table, similarWords), label };
  });
  const matrix = new Float32Array(table.keys.length * classCount);
  const bias = new Float32Array(classCount);
  const order = Int32Array.from(examples.keys());
  const random = seededRandom(SEED);
  const dropOut = createDropout(dropoutRate, random);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    const stepSize = FIRST_STEP * (1 - (1 - LAST_STEP_SHARE) * (epoch / epochs));
    for (const [at, index] of order.entries()) {
      reportPass(PASSES_BEFORE + epoch, at);
      const { vector, label } = inputs[index]!;
      learn(dropOut(vector), label, matrix, bias, stepSize);
    }
  }
  return encodeClassifier(table, matrix, bias, examples.length);
}

const SEED = 20_250_101;
/** The passes over the examples before the first epoch. */
const PASSES_BEFORE = 2;
/** Progress is reported once in so many examples, several times a second on a slow machine. */
const PROGRESS_EVERY = 256;
/** The size of the first steps, for vectors of length 1. Much longer ones do not settle. */
const FIRST_STEP = 3;
/** Steps shrink evenly to this share of the first. */
const LAST_STEP_SHARE = 0.1;
/** The biases learn from every example, so they take this share of a step. */
const BIAS_STEP_SHARE = 0.005;
/** No entry should hang on one word that somebody may put another way. */
const DROPOUT_RATE = 0.5;

/** Passes over the examples. With few of them it takes more until the classifier separates them. */
export function epochsFor(exampleCount: number): number {
  return Math.max(10, Math.min(60, Math.round(120_000 / Math.max(1, exampleCount))));
}

/** The features that enough examples have, and how rare each is. */
function countFeatures(
  examples: readonly Example[],
  similarWords: SimilarWords,
  kinds: ReadonlySet<FeatureKind>,
  onExample: (at: number) => void,
): FeatureTable {
  const counts = new Map<number, number>();
  for (const [at, { text }] of examples.entries()) {
    onExample(at);
    const seen = new Set<number>();
    forEachFeature(text, similarWords, (key, kind) => {
      if (kinds.has(kind)) seen.add(key);
    });
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const fewest = fewestExamples(examples.length);
  const keys = Uint32Array.from([...counts].flatMap(([key, count]) => (count < fewest ? [] : key))).sort();
  const rarity = Uint8Array.from(keys, (key) => rarityOf(counts.get(key) ?? 1, examples.length));
  return createFeatureTable(keys, rarity);
}

/**
 * A feature counts if at least this many examples have it. Among few examples each feature is
 * needed; among many, half of them are in only one or two, and cost time and room for nothing.
 */
function fewestExamples(exampleCount: number): number {
  return Math.max(1, Math.min(3, Math.ceil(exampleCount / 8000)));
}

/** Inverse document frequency, scaled so that a feature of a single example is {@link RAREST}. */
function rarityOf(count: number, exampleCount: number): number {
  return Math.round(RAREST * (Math.log(1 + exampleCount / count) / Math.log(1 + exampleCount)));
}

/** One step of gradient descent. */
function learn(vector: SparseVector, label: number, matrix: Float32Array, bias: Float32Array, stepSize: number): void {
  const { rows, values } = vector;
  const classCount = bias.length;
  const errors = logitsOf(vector, matrix, bias);
  softmax(errors);
  errors[label]! -= 1;
  const changed = classesToChange(errors);
  for (let index = 0; index < rows.length; index += 1) {
    const start = rows[index]! * classCount;
    const change = stepSize * values[index]!;
    for (const c of changed) matrix[start + c]! -= change * errors[c]!;
  }
  for (let c = 0; c < classCount; c += 1) bias[c]! -= stepSize * BIAS_STEP_SHARE * errors[c]!;
}

/**
 * Most of the training time goes here. Four rows are added at a time, so that the sums are read
 * and written a quarter as often; that halves the time.
 */
function logitsOf({ rows, values }: SparseVector, matrix: Float32Array, bias: Float32Array): Float64Array {
  const classCount = bias.length;
  const sums = Float64Array.from(bias);
  let index = 0;
  for (; index + 3 < rows.length; index += 4) {
    const [a, b, c, d] = [values[index]!, values[index + 1]!, values[index + 2]!, values[index + 3]!];
    const atA = rows[index]! * classCount;
    const atB = rows[index + 1]! * classCount;
    const atC = rows[index + 2]! * classCount;
    const atD = rows[index + 3]! * classCount;
    for (let k = 0; k < classCount; k += 1) {
      sums[k]! += a * matrix[atA + k]! + b * matrix[atB + k]! + c * matrix[atC + k]! + d * matrix[atD + k]!;
    }
  }
  for (; index < rows.length; index += 1) {
    const start = rows[index]! * classCount;
    for (let k = 0; k < classCount; k += 1) sums[k]! += values[index]! * matrix[start + k]!;
  }
  return sums;
}

/** Most classes are out of the question for most examples. Leaving them alone halves the time. */
function classesToChange(errors: Float64Array): number[] {
  const classes: number[] = [];
  for (let c = 0; c < errors.length; c += 1) if (Math.abs(errors[c]!) >= LEAST_ERROR) classes.push(c);
  return classes;
}

/**
 * An error is a probability, 0 to 1. A smaller one would change a weight by less than it is stored
 * with.
 */
const LEAST_ERROR = 0.001;

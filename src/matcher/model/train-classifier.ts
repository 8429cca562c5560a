import { compress, createFeatureTable, featuresOf, type Features, type FeatureTable } from './classifier.ts';
import { forEachFeature, type FeatureContext } from '../features/features.ts';
import { seededRandom, shuffle } from './random.ts';
import type { Reading } from '../text/analyze.ts';
import { toProbabilities } from './softmax.ts';
import type { ClassifierData } from '../types.ts';

export interface Example {
  readonly reading: Reading;
  /** Which class it is an example of, 0 to `classCount` - 1. */
  readonly label: number;
}

/**
 * Trains a multinomial logistic regression by stochastic gradient descent on the cross-entropy, over features weighted by rarity.
 * Steps are of one size for all features (a size per feature, as Adagrad has, undoes the weighting by rarity and cost two points).
 * Deterministic: the order of examples, and what is left out of each, are seeded.
 */
export function trainClassifier(
  examples: readonly Example[],
  classCount: number,
  context: FeatureContext,
): ClassifierData {
  const table = countFeatures(examples, context);
  const inputs = examples.map(({ reading }) => featuresOf(reading, table, context));
  const matrix = new Float32Array(table.keys.length * classCount);
  const bias = new Float32Array(classCount);
  const order = Int32Array.from(examples.keys());
  const random = seededRandom(SEED);
  const thin = context.without.includes('dropout') ? (input: Input) => input : createThinning(random);
  const epochs = epochsFor(examples.length);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    const stepSize = FIRST_STEP * (1 - (1 - LAST_STEP_SHARE) * (epoch / epochs));
    for (const index of order) learn(thin(inputs[index]!), examples[index]!.label, matrix, bias, stepSize);
  }
  return compress(table, matrix, bias, examples.length);
}

const SEED = 20_250_101;
/** Size of the first steps, for inputs of length 1; 2 to 6 do about as well, more does not settle. */
const FIRST_STEP = 3;
/** Share of the first step that is left at the end. */
const LAST_STEP_SHARE = 0.1;
/** Every example moves the biases, so they take this share of a step. */
const BIAS_STEP_SHARE = 0.005;

/**
 * Passes over the examples: few examples need more passes until the classifier separates them. Twice as many as it takes without
 * {@link DROPPED}; half as many again change nothing.
 */
function epochsFor(exampleCount: number): number {
  return Math.max(10, Math.min(60, Math.round(120_000 / Math.max(1, exampleCount))));
}

/**
 * Share of an example's features, 0 to 1, that are left out when it is learnt from, others each time (dropout on the input, Hinton et al. 2012):
 * an entry must not hang on one word that a reader may put otherwise. With 0.5 instead of 0, CLINC150 with 100 phrasings gains 0.6 points and
 * BANKING77 without 27 intents 0.6; with 10 phrasings an entry it is as good as without. 0.2 gains half of that, 0.7 no more.
 */
const DROPPED = 0.5;

type Input = Pick<Features, 'rows' | 'values'>;

/** Leaves out features of one example at a time, and scales the others to the length 1. What it returns is overwritten by the next call. */
function createThinning(random: () => number): (input: Input) => Input {
  let rows = new Int32Array(0);
  let values = new Float32Array(0);
  return (input) => {
    if (rows.length < input.rows.length) {
      rows = new Int32Array(2 * input.rows.length);
      values = new Float32Array(2 * input.rows.length);
    }
    let count = 0;
    let squares = 0;
    for (let index = 0; index < input.rows.length; index += 1) {
      if (random() < DROPPED) continue;
      rows[count] = input.rows[index]!;
      values[count] = input.values[index]!;
      squares += values[count]! ** 2;
      count += 1;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let index = 0; index < count; index += 1) values[index]! *= scale;
    return { rows: rows.subarray(0, count), values: values.subarray(0, count) };
  };
}

/** Which features the examples have, and how rare each is: 255 in one example, less the more examples have it. */
function countFeatures(examples: readonly Example[], context: FeatureContext): FeatureTable {
  const fewest = fewestExamples(examples.length);
  const counts = new Map<number, number>();
  for (const { reading } of examples) {
    const seen = new Set<number>();
    forEachFeature(reading, context, (key) => seen.add(key));
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = Uint32Array.from(Array.from(counts).flatMap(([key, count]) => (count < fewest ? [] : key))).sort();
  const mostRare = Math.log(1 + examples.length);
  const rarity = Uint8Array.from(keys, (key) => {
    const share = Math.log(1 + examples.length / counts.get(key)!) / mostRare;
    return Math.round(255 * share ** RARITY_POWER);
  });
  return createFeatureTable(keys, rarity);
}

/**
 * A feature counts when at least so many examples have it. Among few examples each is needed; among many, those that only one or two have are
 * half of all features and change no accuracy (tried with 27,000 phrasings), so they would only cost time and room.
 */
function fewestExamples(exampleCount: number): number {
  return Math.max(1, Math.min(3, Math.ceil(exampleCount / 8000)));
}

/** How strongly rarity counts: 0 not at all, 1 as the logarithm. 0.5 to 1 do about as well. */
const RARITY_POWER = 1;

function learn(input: Input, label: number, matrix: Float32Array, bias: Float32Array, stepSize: number): void {
  const classCount = bias.length;
  const { rows, values } = input;
  const errors = sumOfRows(input, matrix, bias);
  toProbabilities(errors);
  errors[label]! -= 1;
  const active = classesToChange(errors);
  for (let index = 0; index < rows.length; index += 1) {
    const start = rows[index]! * classCount;
    const change = stepSize * values[index]!;
    for (const c of active) matrix[start + c]! -= change * errors[c]!;
  }
  for (let c = 0; c < classCount; c += 1) bias[c]! -= stepSize * BIAS_STEP_SHARE * errors[c]!;
}

/** Logits of all classes. Four rows at a time, as that reads and writes the sums a quarter as often: training takes half as long. */
function sumOfRows({ rows, values }: Input, matrix: Float32Array, bias: Float32Array): Float64Array {
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

/** Most classes are out of the question for most examples: leaving them as they are halves the time, and keeps more weights at zero. */
function classesToChange(errors: Float64Array): number[] {
  const classes: number[] = [];
  for (let c = 0; c < errors.length; c += 1) if (Math.abs(errors[c]!) >= LEAST_ERROR) classes.push(c);
  return classes;
}

/** Errors are probabilities, 0 to 1; one this small would change a weight by less than a step of storing it. */
const LEAST_ERROR = 0.001;

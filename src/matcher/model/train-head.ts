import { createDropout } from './dropout.ts';
import { seededRandom, shuffle } from './random.ts';
import { softmax } from './softmax.ts';
import type { SparseVector } from './vectorize.ts';

/** A text as a vector, and the class that it is an example of, from 0. */
export interface TrainingVector {
  readonly vector: SparseVector;
  readonly label: number;
}

/** A row of weights for each row of the feature table, one after another, and a bias a class. */
export interface TrainedHead {
  readonly matrix: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Trains a multinomial logistic regression by stochastic gradient descent on the cross-entropy.
 * The same input gives the same bits: the order of the examples and the dropout are seeded.
 * @param dropoutRate the share (0 to 1) of an example's features that are left out each time
 * @param onProgress called with the share done, 0 to 1
 */
export function trainHead(
  examples: readonly TrainingVector[],
  rowCount: number,
  classCount: number,
  dropoutRate: number,
  onProgress: (share: number) => void = () => undefined,
): TrainedHead {
  const epochs = epochsFor(examples.length);
  const places = placesByFrequency(examples, rowCount);
  const inputs = examples.map(({ vector: { rows, values }, label }) => ({
    vector: { rows: rows.map((row) => places[row]!), values },
    label,
  }));
  const matrix = new Float32Array(rowCount * classCount);
  const bias = new Float32Array(classCount);
  const descend = createDescent(matrix, bias);
  const order = Int32Array.from(examples.keys());
  const random = seededRandom(SEED);
  const dropOut = createDropout(dropoutRate, random);
  const alwaysTriesAll = classCount <= 2 * CANDIDATES || examples.length <= FEW_EXAMPLES;
  const all = Uint16Array.from({ length: classCount }, (_, index) => index);
  const candidates: Uint16Array[] = examples.map(() => all);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    const stepSize = FIRST_STEP * (1 - (1 - LAST_STEP_SHARE) * (epoch / epochs));
    const triesAll = alwaysTriesAll || epoch % ALL_CLASSES_EVERY === 0;
    for (let at = 0; at < order.length; at += 1) {
      if (at % PROGRESS_EVERY === 0) onProgress((epoch + at / order.length) / epochs);
      const index = order[at]!;
      const { vector, label } = inputs[index]!;
      const classes = triesAll ? all : candidates[index]!;
      const learned = dropOut(vector);
      const logits = triesAll ? allLogits(learned, matrix, bias) : someLogits(learned, classes, matrix, bias);
      if (triesAll && !alwaysTriesAll) candidates[index] = likeliest(logits, label);
      descend(learned, label, classes, logits, stepSize);
    }
  }
  return { matrix: inRowOrder(matrix, places, classCount), bias };
}

/**
 * A place in memory for each row, those of the most examples first: what is read most lies close
 * together, which makes training a seventh faster.
 */
function placesByFrequency(examples: readonly TrainingVector[], rowCount: number): Int32Array {
  const counts = new Uint32Array(rowCount);
  for (const { vector } of examples) for (const row of vector.rows) counts[row]! += 1;
  const places = new Int32Array(rowCount);
  const mostFirst = Int32Array.from(places.keys()).sort((a, b) => counts[b]! - counts[a]! || a - b);
  for (let place = 0; place < rowCount; place += 1) places[mostFirst[place]!] = place;
  return places;
}

function inRowOrder(matrix: Float32Array, places: Int32Array, classCount: number): Float32Array {
  const ordered = new Float32Array(matrix.length);
  for (const [row, place] of places.entries())
    ordered.set(matrix.subarray(place * classCount, (place + 1) * classCount), row * classCount);
  return ordered;
}

const SEED = 77;
/** Progress is reported once in so many examples, several times a second on a slow machine. */
const PROGRESS_EVERY = 256;
/** The size of the first steps, for vectors of length 1. Much longer ones do not settle. */
const FIRST_STEP = 3;
/** Steps shrink evenly to this share of the first. */
const LAST_STEP_SHARE = 0.1;
/** The biases learn from every example, so they take this share of a step. */
const BIAS_STEP_SHARE = 0.005;
/**
 * With more examples than this, and more classes than twice the candidates, most epochs try only
 * the likeliest classes of each example. The others are out of the question, and it takes a
 * fraction of the time.
 */
const FEW_EXAMPLES = 10_000;
const CANDIDATES = 16;
/** One epoch in so many tries all classes, and finds the candidates for the others. */
const ALL_CLASSES_EVERY = 5;

/** Passes over the examples. With few of them it takes more until the classifier separates them. */
export function epochsFor(exampleCount: number): number {
  return Math.max(5, Math.min(60, Math.round(120_000 / Math.max(1, exampleCount))));
}

/** @param logits of these classes; they are overwritten */
type Descend = (
  vector: SparseVector,
  label: number,
  classes: Uint16Array,
  logits: Float64Array,
  stepSize: number,
) => void;

/** One step of gradient descent, each time it is called, on the weights and biases given. */
function createDescent(matrix: Float32Array, bias: Float32Array): Descend {
  const classCount = bias.length;
  const changed = new Uint16Array(classCount); // made once for the half a million steps
  const changes = new Float64Array(classCount);
  return ({ rows, values }, label, classes, logits, stepSize) => {
    const errors = logits;
    softmax(errors);
    errors[classes.indexOf(label)]! -= 1;
    let count = 0;
    for (let k = 0; k < errors.length; k += 1) {
      if (Math.abs(errors[k]!) < LEAST_ERROR) continue;
      changed[count] = classes[k]!;
      changes[count] = stepSize * errors[k]!;
      count += 1;
    }
    // Row by row, since the weights of a row lie together in memory.
    for (let index = 0; index < rows.length; index += 1) {
      const start = rows[index]! * classCount;
      const value = values[index]!;
      for (let k = 0; k < count; k += 1) matrix[start + changed[k]!]! -= changes[k]! * value;
    }
    for (let k = 0; k < errors.length; k += 1) bias[classes[k]!]! -= stepSize * BIAS_STEP_SHARE * errors[k]!;
  };
}

/**
 * An error is a probability, 0 to 1. A smaller one would change a weight by less than it is stored
 * with.
 */
const LEAST_ERROR = 0.001;

/** Four rows are added at a time, so that the sums are read and written a quarter as often. */
function allLogits({ rows, values }: SparseVector, matrix: Float32Array, bias: Float32Array): Float64Array {
  const classCount = bias.length;
  const sums = new Float64Array(bias);
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

function someLogits(
  { rows, values }: SparseVector,
  classes: Uint16Array,
  matrix: Float32Array,
  bias: Float32Array,
): Float64Array {
  const sums = new Float64Array(classes.length);
  for (let k = 0; k < classes.length; k += 1) sums[k] = bias[classes[k]!]!;
  for (let index = 0; index < rows.length; index += 1) {
    const value = values[index]!;
    const start = rows[index]! * bias.length;
    for (let k = 0; k < classes.length; k += 1) sums[k]! += value * matrix[start + classes[k]!]!;
  }
  return sums;
}

/** The classes with the highest logits, and the label. */
function likeliest(logits: Float64Array, label: number): Uint16Array {
  const least = logits.slice().sort()[logits.length - CANDIDATES]!;
  const classes: number[] = [];
  for (let c = 0; c < logits.length; c += 1) if (c === label || logits[c]! >= least) classes.push(c);
  return Uint16Array.from(classes);
}

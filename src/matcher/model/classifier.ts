import {
  decodeAscending,
  decodeBytes,
  decodeInt8,
  decodeUint16,
  encodeAscending,
  encodeNumbers,
  startsOf,
} from '../encoding/typed-arrays.ts';
import type { SimilarWords } from '../features/similar-words.ts';
import type { AnalyzedText } from '../text/analyze.ts';
import { createFeatureTable, type FeatureTable } from './feature-table.ts';
import { vectorize, type QuestionVector } from './vectorize.ts';

/**
 * A linear classifier: the logit of a class is the sum of its weights over the features of a
 * question, plus its bias. Each feature is a row of weights, of which those near zero are left
 * out.
 */
export interface Classifier {
  readonly vectorize: (text: AnalyzedText) => QuestionVector;
  /** The logits of all classes. */
  readonly logits: (vector: QuestionVector) => Float64Array;
  readonly rowOf: (key: number) => number;
  readonly weight: (row: number, classIndex: number) => number;
  /** The highest weight that the row has for any class; at least 0. */
  readonly highestWeight: (row: number) => number;
}

export interface ClassifierData {
  readonly classCount: number;
  /** The keys of the features, ascending, as differences. */
  readonly keys: string;
  /** The rarity of each feature, 0 to 255. */
  readonly rarity: string;
  /** How many weights each feature has: 16 bits each. */
  readonly rowLengths: string;
  /**
   * The class of each weight, as how many classes are passed over since the weight before it in
   * its row: 8 bits each, or 16 with more than 256 classes.
   */
  readonly classGaps: string;
  /** The weights, as multiples of `step`: 8 bits each. */
  readonly weights: string;
  /** In logits. */
  readonly step: number;
  readonly bias: readonly number[];
}

/** @param similarWords those that the classifier was trained with */
export function loadClassifier(data: ClassifierData, similarWords: SimilarWords): Classifier {
  const { step, classCount } = data;
  const table = createFeatureTable(decodeAscending(data.keys), decodeBytes(data.rarity));
  const starts = startsOf(decodeUint16(data.rowLengths));
  const weights = decodeInt8(data.weights);
  const classes = decodeClasses(
    hasWideGaps(classCount) ? decodeUint16(data.classGaps) : decodeBytes(data.classGaps),
    starts,
  );
  const highest = highestInRows(weights, starts);
  const bias = Float64Array.from(data.bias);
  return {
    vectorize: (text) => vectorize(text, table, similarWords),
    logits({ rows, values }) {
      const sums = bias.slice();
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index]!;
        const value = values[index]! * step;
        const end = starts[row + 1]!;
        for (let at = starts[row]!; at < end; at += 1) sums[classes[at]!]! += value * weights[at]!;
      }
      return sums;
    },
    rowOf: table.rowOf,
    weight(row, classIndex) {
      const end = starts[row + 1]!;
      for (let at = starts[row]!; at < end; at += 1) if (classes[at] === classIndex) return weights[at]! * step;
      return 0;
    },
    highestWeight: (row) => highest[row]! * step,
  };
}

/** Encodes a trained matrix (rows × classes), each weight in a byte, without those near zero. */
export function encodeClassifier(
  table: FeatureTable,
  matrix: Float32Array,
  bias: Float32Array,
  exampleCount: number,
): ClassifierData {
  const step = stepFor(exampleCount);
  const classCount = bias.length;
  const rowLengths = new Uint16Array(table.keys.length);
  const gaps: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < table.keys.length; row += 1) {
    const inRow = matrix.subarray(row * classCount, (row + 1) * classCount);
    let next = 0;
    inRow.forEach((exact, index) => {
      const weight = Math.max(-HIGHEST_WEIGHT, Math.min(HIGHEST_WEIGHT, Math.round(exact / step)));
      if (weight === 0) return;
      gaps.push(index - next);
      weights.push(weight);
      next = index + 1;
      rowLengths[row]! += 1;
    });
  }
  return {
    classCount,
    keys: encodeAscending(table.keys),
    rarity: encodeNumbers(table.rarity),
    rowLengths: encodeNumbers(rowLengths),
    classGaps: encodeNumbers(hasWideGaps(classCount) ? Uint16Array.from(gaps) : Uint8Array.from(gaps)),
    weights: encodeNumbers(Int8Array.from(weights)),
    step,
    bias: Array.from(bias),
  };
}

/** Weights are multiples of the step, from minus this to this. */
const HIGHEST_WEIGHT = 127;

/**
 * The step of the weights, in logits; weights below half a step are left out. With more examples
 * there are more weights and each matters less, so the step grows: from 0.25 up to 7,500 examples
 * to 1 from 30,000 on.
 */
function stepFor(exampleCount: number): number {
  return Math.max(0.25, Math.min(1, exampleCount / 30_000));
}

/** Whether gaps between classes take 16 bits. */
function hasWideGaps(classCount: number): boolean {
  return classCount > 256;
}

/** The class of each weight. */
function decodeClasses(gaps: Uint8Array | Uint16Array, starts: Uint32Array): Uint16Array {
  const classes = new Uint16Array(gaps.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const end = starts[row + 1]!;
    let next = 0;
    for (let at = starts[row]!; at < end; at += 1) {
      classes[at] = next + gaps[at]!;
      next += gaps[at]! + 1;
    }
  }
  return classes;
}

function highestInRows(weights: Int8Array, starts: Uint32Array): Uint8Array {
  const highest = new Uint8Array(starts.length - 1);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const end = starts[row + 1]!;
    let most = 0;
    for (let at = starts[row]!; at < end; at += 1) if (weights[at]! > most) most = weights[at]!;
    highest[row] = most;
  }
  return highest;
}

import { decodeBytes, decodeInt8, decodeUint16, encodeNumbers, startsOf } from '../encoding/typed-arrays.ts';
import type { SparseVector } from './vectorize.ts';

/**
 * A linear classifier over the rows of a feature table: the logit of a class is the sum of its
 * weights over the features of a question, plus its bias. Weights near zero are left out.
 */
export interface LinearHead {
  readonly classCount: number;
  /** The logits of all classes. */
  readonly logits: (vector: SparseVector) => Float64Array;
  readonly weight: (row: number, classIndex: number) => number;
}

export interface HeadData {
  readonly classCount: number;
  /** How many weights each row has: 16 bits each. */
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

export function loadHead(data: HeadData): LinearHead {
  const { step, classCount } = data;
  const starts = startsOf(decodeUint16(data.rowLengths));
  const weights = decodeInt8(data.weights);
  const gaps = hasWideGaps(classCount) ? decodeUint16(data.classGaps) : decodeBytes(data.classGaps);
  const cells = decodeCells(gaps, weights, starts);
  const bias = Float64Array.from(data.bias);
  return {
    classCount,
    logits({ rows, values }) {
      const sums = bias.slice();
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index]!;
        const value = values[index]! * step;
        const end = starts[row + 1]!;
        for (let at = starts[row]!; at < end; at += 1) {
          const cell = cells[at]!;
          sums[cell >> 8]! += value * ((cell << 24) >> 24);
        }
      }
      return sums;
    },
    weight(row, classIndex) {
      const end = starts[row + 1]!;
      let at = starts[row]!;
      while (at < end && cells[at]! >> 8 < classIndex) at += 1;
      return at < end && cells[at]! >> 8 === classIndex ? ((cells[at]! << 24) >> 24) * step : 0;
    },
  };
}

/**
 * Encodes a trained matrix (rows × classes), each weight in a byte, without those near zero.
 * @param step in logits; weights below half of it are left out
 */
export function encodeHead(matrix: Float32Array, bias: Float32Array, step: number): HeadData {
  const classCount = bias.length;
  const rowCount = matrix.length / classCount;
  const rowLengths = new Uint16Array(rowCount);
  const gaps: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    let next = 0;
    for (let index = 0; index < classCount; index += 1) {
      const levels = Math.round(matrix[row * classCount + index]! / step);
      if (levels === 0) continue;
      gaps.push(index - next);
      weights.push(Math.max(-HIGHEST_WEIGHT, Math.min(HIGHEST_WEIGHT, levels)));
      next = index + 1;
      rowLengths[row]! += 1;
    }
  }
  return {
    classCount,
    rowLengths: encodeNumbers(rowLengths),
    classGaps: encodeNumbers(hasWideGaps(classCount) ? Uint16Array.from(gaps) : Uint8Array.from(gaps)),
    weights: encodeNumbers(Int8Array.from(weights)),
    step,
    bias: Array.from(bias),
  };
}

/** Weights are multiples of the step, from minus this to this. */
const HIGHEST_WEIGHT = 127;

/** Whether gaps between classes take 16 bits. */
function hasWideGaps(classCount: number): boolean {
  return classCount > 256;
}

/**
 * Each weight with its class: the class in the upper 24 bits, the weight in the lower 8. One array
 * is read faster than two.
 */
function decodeCells(gaps: Uint8Array | Uint16Array, weights: Int8Array, starts: Uint32Array): Int32Array {
  const cells = new Int32Array(gaps.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const end = starts[row + 1]!;
    let next = 0;
    for (let at = starts[row]!; at < end; at += 1) {
      cells[at] = ((next + gaps[at]!) << 8) | (weights[at]! & 255);
      next += gaps[at]! + 1;
    }
  }
  return cells;
}

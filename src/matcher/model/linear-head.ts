import { decodeSmall, encodeSmall, startsOf } from '../encoding/typed-arrays.ts';
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

/** The three texts by `encodeSmall`. */
export interface HeadData {
  readonly classCount: number;
  /** How many weights each row has. */
  readonly rowLengths: string;
  /**
   * The class of each weight, as how many classes are passed over since the weight before it in
   * its row.
   */
  readonly classGaps: string;
  /**
   * The weights, as multiples of `step`, from 0 on: 0, −1, 1, −2, 2 and so on in order, as most are
   * near zero.
   */
  readonly weights: string;
  /** In logits. */
  readonly step: number;
  readonly bias: readonly number[];
}

export function loadHead(data: HeadData): LinearHead {
  const { step, classCount } = data;
  const starts = startsOf(decodeSmall(data.rowLengths));
  const cells = decodeCells(decodeSmall(data.classGaps), decodeSmall(data.weights), starts);
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
      let at = starts[row]!;
      let end = starts[row + 1]!;
      // Rows of frequent features have a weight for nearly each of many classes, in their order.
      while (at < end) {
        const middle = (at + end) >> 1;
        if (cells[middle]! >> 8 < classIndex) at = middle + 1;
        else end = middle;
      }
      const isThere = at < starts[row + 1]! && cells[at]! >> 8 === classIndex;
      return isThere ? ((cells[at]! << 24) >> 24) * step : 0;
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
      const weight = Math.max(-HIGHEST_WEIGHT, Math.min(HIGHEST_WEIGHT, levels));
      weights.push(weight < 0 ? -2 * weight - 1 : 2 * weight);
      next = index + 1;
      rowLengths[row]! += 1;
    }
  }
  return {
    classCount,
    rowLengths: encodeSmall(rowLengths),
    classGaps: encodeSmall(gaps),
    weights: encodeSmall(weights),
    step,
    bias: Array.from(bias),
  };
}

/** Weights are multiples of the step, from minus this to this. */
const HIGHEST_WEIGHT = 127;

/**
 * Each weight with its class: the class in the upper 24 bits, the weight in the lower 8. One array
 * is read faster than two.
 */
function decodeCells(gaps: Uint16Array, weights: Uint16Array, starts: Uint32Array): Int32Array {
  const cells = new Int32Array(gaps.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    const end = starts[row + 1]!;
    let next = 0;
    for (let at = starts[row]!; at < end; at += 1) {
      const code = weights[at]!;
      const weight = code & 1 ? ~(code >> 1) : code >> 1;
      cells[at] = ((next + gaps[at]!) << 8) | (weight & 255);
      next += gaps[at]! + 1;
    }
  }
  return cells;
}

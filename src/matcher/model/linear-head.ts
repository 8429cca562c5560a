import { inFewBytes, startsOf } from '../encoding/typed-arrays.ts';
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
  /** How many weights each row has. */
  readonly rowLengths: Uint16Array;
  /** The class of each weight, ascending in each row. */
  readonly classes: Uint8Array | Uint16Array;
  /** As multiples of `step`. */
  readonly weights: Int8Array;
  /** In logits. */
  readonly step: number;
  readonly bias: readonly number[];
}

export function loadHead(data: HeadData): LinearHead {
  const { step, classCount } = data;
  const starts = startsOf(data.rowLengths);
  const cells = cellsOf(data);
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
          sums[classIn(cell)]! += value * weightIn(cell);
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
        if (classIn(cells[middle]!) < classIndex) at = middle + 1;
        else end = middle;
      }
      const isThere = at < starts[row + 1]! && classIn(cells[at]!) === classIndex;
      return isThere ? weightIn(cells[at]!) * step : 0;
    },
  };
}

/**
 * Each weight and its class in one number, so that what is read together lies together in memory:
 * the class above the lowest eight bits, the weight in these.
 */
function cellsOf({ classCount, classes, weights }: HeadData): Uint16Array | Uint32Array {
  const cells = classCount > 2 ** 8 ? new Uint32Array(classes.length) : new Uint16Array(classes.length);
  for (let at = 0; at < cells.length; at += 1) cells[at] = (classes[at]! << 8) | (weights[at]! & 255);
  return cells;
}

function classIn(cell: number): number {
  return cell >>> 8;
}

/** From -128 to 127: the highest of the eight bits is the sign. */
function weightIn(cell: number): number {
  return (cell << 24) >> 24;
}

/**
 * Encodes a trained matrix (rows × classes), each weight in a byte, without those near zero.
 * @param leastStep in logits; weights below half of it are left out. The step is larger where the
 * largest weight would not fit.
 */
export function encodeHead(matrix: Float32Array, bias: Float32Array, leastStep: number): HeadData {
  const step = Math.max(leastStep, largest(matrix) / HIGHEST_WEIGHT);
  const classCount = bias.length;
  const rowCount = matrix.length / classCount;
  const rowLengths = new Uint16Array(rowCount);
  const classes: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    for (let index = 0; index < classCount; index += 1) {
      const levels = Math.round(matrix[row * classCount + index]! / step);
      if (levels === 0) continue;
      classes.push(index);
      weights.push(levels);
      rowLengths[row]! += 1;
    }
  }
  return {
    classCount,
    rowLengths,
    classes: inFewBytes(classes),
    weights: Int8Array.from(weights),
    step,
    bias: Array.from(bias),
  };
}

/** Weights are multiples of the step, from minus this to this. */
const HIGHEST_WEIGHT = 127;

function largest(matrix: Float32Array): number {
  let highest = 0;
  for (let at = 0; at < matrix.length; at += 1) highest = Math.max(highest, Math.abs(matrix[at]!));
  return highest;
}

import { inFewBytes, startsOf } from '../encoding/typed-arrays.ts';
import type { SparseVector } from './vectorize.ts';

/**
 * A linear classifier over the rows of a feature table: the logit of a class is the sum of its
 * weights over the features of a question, plus its bias. Weights near zero are left out.
 */
export interface LinearHead {
  readonly classCount: number;
  readonly weight: (row: number, classIndex: number) => number;
}

/** Heads over the same feature table. */
export interface LinearHeads {
  readonly heads: readonly LinearHead[];
  /** The logits of all classes of each of the first `headCount` heads. */
  readonly logits: (vector: SparseVector, headCount: number) => readonly Float64Array[];
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

/** @param all with as many rows each; one at least */
export function loadHeads(all: readonly HeadData[]): LinearHeads {
  const firstClasses = startsOf(Uint32Array.from(all, ({ classCount }) => classCount));
  const { starts, cells } = layOut(all, firstClasses);
  return {
    heads: all.map(({ classCount, step }, head) => ({
      classCount,
      weight(row, classIndex) {
        const wanted = firstClasses[head]! + classIndex;
        let at = starts[row * all.length + head]!;
        const rowEnd = starts[row * all.length + head + 1]!;
        let end = rowEnd;
        // Rows of frequent features have a weight for nearly each of many classes, in their order.
        while (at < end) {
          const middle = (at + end) >> 1;
          if (classIn(cells[middle]!) < wanted) at = middle + 1;
          else end = middle;
        }
        return at < rowEnd && classIn(cells[at]!) === wanted ? weightIn(cells[at]!) * step : 0;
      },
    })),
    logits({ rows, values }, headCount) {
      const sums = new Float64Array(firstClasses[headCount]!);
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index]! * all.length;
        const value = values[index]!;
        const end = starts[row + headCount]!;
        for (let at = starts[row]!; at < end; at += 1) {
          const cell = cells[at]!;
          sums[classIn(cell)]! += value * weightIn(cell);
        }
      }
      return all.slice(0, headCount).map(({ step, bias }, head) => {
        const logits = sums.subarray(firstClasses[head], firstClasses[head + 1]);
        for (let index = 0; index < logits.length; index += 1) logits[index] = bias[index]! + step * logits[index]!;
        return logits;
      });
    },
  };
}

/**
 * All weights of a row together, head by head, and each with its class in one number: a question
 * reads hundreds of rows from memory that all else of the bot pushes out of the caches. The weights
 * of head `h` in row `r` start at `starts[r * all.length + h]`. Classes are counted on from one
 * head to the next; a class stands above the lowest eight bits, its weight in these.
 */
function layOut(
  all: readonly HeadData[],
  firstClasses: Uint32Array,
): { readonly starts: Uint32Array; readonly cells: Uint16Array | Uint32Array } {
  const rowCount = all[0]!.rowLengths.length;
  const starts = new Uint32Array(rowCount * all.length + 1);
  const size = all.reduce((sum, { classes }) => sum + classes.length, 0);
  const cells = firstClasses[all.length]! > 2 ** 8 ? new Uint32Array(size) : new Uint16Array(size);
  const taken = all.map(() => 0); // of each head
  let at = 0;
  for (let row = 0; row < rowCount; row += 1) {
    for (let head = 0; head < all.length; head += 1) {
      const { rowLengths, classes, weights } = all[head]!;
      const from = taken[head]!;
      const end = from + rowLengths[row]!;
      for (let index = from; index < end; index += 1, at += 1)
        cells[at] = ((firstClasses[head]! + classes[index]!) << 8) | (weights[index]! & 255);
      taken[head] = end;
      starts[row * all.length + head + 1] = at;
    }
  }
  return { starts, cells };
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

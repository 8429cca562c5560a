import type { SparseVector } from './vectorize.ts';

/**
 * Drops each feature of a vector with the chance `rate` (0 to 1), and scales the others to the
 * length 1. Each call overwrites what the one before returned, since training makes half a
 * million of them.
 *
 * Hinton et al., "Improving neural networks by preventing co-adaptation of feature detectors",
 * 2012, https://arxiv.org/abs/1207.0580
 */
export function createDropout(rate: number, random: () => number): (vector: SparseVector) => SparseVector {
  if (rate === 0) return (vector) => vector;
  let rows = new Int32Array(0);
  let values = new Float32Array(0);
  return (vector) => {
    if (rows.length < vector.rows.length) {
      rows = new Int32Array(2 * vector.rows.length);
      values = new Float32Array(2 * vector.rows.length);
    }
    let count = 0;
    let squares = 0;
    for (let index = 0; index < vector.rows.length; index += 1) {
      if (random() < rate) continue;
      rows[count] = vector.rows[index]!;
      values[count] = vector.values[index]!;
      squares += values[count]! ** 2;
      count += 1;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let index = 0; index < count; index += 1) values[index]! *= scale;
    return { rows: rows.subarray(0, count), values: values.subarray(0, count) };
  };
}

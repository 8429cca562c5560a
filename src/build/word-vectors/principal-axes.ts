/** A direction in which rows vary, of length 1, and how much they do (standard deviation). */
export interface Axis {
  readonly direction: readonly number[];
  readonly spread: number;
}

/**
 * The principal axes of rows whose mean is zero, widest first: the eigenvectors of their
 * covariance, by Jacobi's method (rotations that remove one off-diagonal number after another;
 * Golub and Van Loan, Matrix Computations, 8.5).
 */
export function principalAxes(rows: readonly (readonly number[])[]): Axis[] {
  const matrix = covariance(rows);
  const size = matrix.length;
  const turned = matrix.map((_, row) => matrix.map((__, column) => (row === column ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(matrix, turned, p, q);
  }
  return matrix
    .map((row, axis) => ({ direction: turned.map((line) => line[axis]!), spread: Math.sqrt(Math.max(row[axis]!, 0)) }))
    .sort((a, b) => b.spread - a.spread);
}

/** Enough for 100 dimensions to full precision: each sweep squares the error. */
const SWEEPS = 12;

function covariance(rows: readonly (readonly number[])[]): number[][] {
  const size = rows[0]?.length ?? 0;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const row of rows) {
    for (let p = 0; p < size; p += 1)
      for (let q = 0; q < size; q += 1) matrix[p]![q]! += (row[p]! * row[q]!) / rows.length;
  }
  return matrix;
}

/** Turns the plane of two axes so that `matrix[p][q]` becomes 0. */
function rotate(matrix: number[][], turned: number[][], p: number, q: number): void {
  const off = matrix[p]![q]!;
  if (off === 0) return;
  const ratio = (matrix[q]![q]! - matrix[p]![p]!) / (2 * off);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const line of [...matrix, ...turned]) {
    const [left, right] = [line[p]!, line[q]!];
    line[p] = cosine * left - sine * right;
    line[q] = sine * left + cosine * right;
  }
  for (let column = 0; column < matrix.length; column += 1) {
    const [upper, lower] = [matrix[p]![column]!, matrix[q]![column]!];
    matrix[p]![column] = cosine * upper - sine * lower;
    matrix[q]![column] = sine * upper + cosine * lower;
  }
}

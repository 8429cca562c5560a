export interface Observation {
  /** The first is 1. */
  readonly signals: readonly number[];
  readonly holds: boolean;
  /** How much the observation counts, above 0. */
  readonly weight: number;
}

/**
 * The weights of a logistic regression on the signals, found by Newton's method (iteratively
 * reweighted least squares) on standardized signals with a light L2 penalty. A signal that never
 * varies gets weight 0.
 * @param onProgress called with the share done, 0 to 1
 */
export function fitLogistic(
  observations: readonly Observation[],
  onProgress: (share: number) => void = () => undefined,
): number[] {
  const totalWeight = observations.reduce((sum, { weight }) => sum + weight, 0);
  const average = (valueOf: (observation: Observation) => number): number =>
    observations.reduce((sum, observation) => sum + observation.weight * valueOf(observation), 0) / totalWeight;
  const scales = (observations[0]?.signals ?? []).map((_, k) => {
    const mean = average(({ signals }) => signals[k]!);
    return { mean, spread: Math.sqrt(average(({ signals }) => (signals[k]! - mean) ** 2)) };
  });
  const inputs = observations.map(({ signals, holds, weight }) => ({
    input: Float64Array.from(scales, ({ mean, spread }, k) =>
      k === 0 ? 1 : spread < LEAST_SPREAD ? 0 : (signals[k]! - mean) / spread,
    ),
    target: holds ? 1 : 0,
    share: weight / totalWeight,
  }));
  const size = scales.length;
  const weights = new Float64Array(size);
  for (let step = 0; step < STEPS; step += 1) {
    onProgress(step / STEPS);
    const gradient = weights.map((weight, k) => (k === 0 ? 0 : PENALTY * weight));
    const curvature = Array.from({ length: size }, (_, k) => {
      const row = new Float64Array(size);
      row[k] = PENALTY; // of the bias, too: it keeps the matrix invertible
      return row;
    });
    for (const { input, target, share } of inputs) {
      const chance = chanceOf(weights, input);
      const error = (chance - target) * share;
      const bend = chance * (1 - chance) * share;
      for (let k = 0; k < size; k += 1) {
        gradient[k]! += error * input[k]!;
        const row = curvature[k]!;
        const factor = bend * input[k]!;
        for (let l = 0; l <= k; l += 1) row[l]! += factor * input[l]!;
      }
    }
    const change = solveSymmetric(curvature, gradient);
    for (let k = 0; k < size; k += 1) weights[k]! -= change[k]!;
  }
  return unstandardized(weights, scales);
}

/** Newton's steps; by then the weights no longer move. */
const STEPS = 12;
/** Multiplies the squares of the weights, and keeps them from growing without limit. */
const PENALTY = 0.003;
/** A signal that varies less counts as one that does not vary. */
const LEAST_SPREAD = 1e-9;

/**
 * Solves A x = b by Cholesky's decomposition.
 * @param lower the lower triangle of A, which is symmetric and positive definite; overwritten
 */
function solveSymmetric(lower: readonly Float64Array[], b: Float64Array): Float64Array {
  const size = b.length;
  for (let k = 0; k < size; k += 1) {
    for (let l = 0; l <= k; l += 1) {
      let sum = lower[k]![l]!;
      for (let m = 0; m < l; m += 1) sum -= lower[k]![m]! * lower[l]![m]!;
      lower[k]![l] = k === l ? Math.sqrt(sum) : sum / lower[l]![l]!;
    }
  }
  const x = Float64Array.from(b);
  for (let k = 0; k < size; k += 1) {
    for (let m = 0; m < k; m += 1) x[k]! -= lower[k]![m]! * x[m]!;
    x[k]! /= lower[k]![k]!;
  }
  for (let k = size - 1; k >= 0; k -= 1) {
    for (let m = k + 1; m < size; m += 1) x[k]! -= lower[m]![k]! * x[m]!;
    x[k]! /= lower[k]![k]!;
  }
  return x;
}

/** Weights for the signals as they are, from those for standardized signals. */
function unstandardized(
  weights: Float64Array,
  scales: readonly { readonly mean: number; readonly spread: number }[],
): number[] {
  const slopes = scales.map(({ spread }, k) => (k === 0 || spread < LEAST_SPREAD ? 0 : weights[k]! / spread));
  const shift = scales.reduce((sum, { mean }, k) => sum + slopes[k]! * mean, 0);
  return slopes.map((slope, k) => (k === 0 ? weights[0]! - shift : slope));
}

/** The probability, 0 to 1, that a logistic regression gives to these signals. */
export function chanceOf(weights: ArrayLike<number>, signals: ArrayLike<number>): number {
  let logit = 0;
  for (let k = 0; k < signals.length; k += 1) logit += (weights[k] ?? 0) * signals[k]!;
  return 1 / (1 + Math.exp(-logit));
}

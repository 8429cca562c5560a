/** One observation: signals (the first is 1), whether it holds, and how much it counts. */
export interface Observation {
  readonly signals: readonly number[];
  readonly holds: boolean;
  readonly weight: number;
}

/**
 * Weights of a logistic regression on the signals as they are, found by gradient descent on standardised ones with a light L2 penalty.
 * A signal that never varies gets weight 0.
 */
export function fitLogistic(observations: readonly Observation[]): number[] {
  const count = observations[0]?.signals.length ?? 0;
  const totalWeight = observations.reduce((sum, { weight }) => sum + weight, 0);
  const mean = Array.from(
    { length: count },
    (_, k) => observations.reduce((sum, o) => sum + o.weight * o.signals[k]!, 0) / totalWeight,
  );
  const spread = mean.map((m, k) =>
    Math.sqrt(observations.reduce((sum, o) => sum + o.weight * (o.signals[k]! - m) ** 2, 0) / totalWeight),
  );
  const inputs = observations.map(({ signals }) =>
    Float64Array.from(signals, (value, k) =>
      k === 0 ? 1 : spread[k]! < LEAST_SPREAD ? 0 : (value - mean[k]!) / spread[k]!,
    ),
  );
  const weights = new Float64Array(count);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = Float64Array.from(weights, (weight, k) => (k === 0 ? 0 : PENALTY * weight));
    observations.forEach(({ holds, weight }, index) => {
      const input = inputs[index]!;
      const error = (chance(weights, input) - (holds ? 1 : 0)) * (weight / totalWeight);
      for (let k = 0; k < count; k += 1) gradient[k]! += error * input[k]!;
    });
    for (let k = 0; k < count; k += 1) weights[k]! -= STEP * gradient[k]!;
  }
  const raw = Array.from(weights, (weight, k) => (k === 0 || spread[k]! < LEAST_SPREAD ? 0 : weight / spread[k]!));
  raw[0] = weights[0]! - raw.reduce((sum, weight, k) => sum + weight * mean[k]!, 0);
  return raw;
}

/** Steps of the descent, of this size on standardised signals: by then the weights hardly move. */
const ROUNDS = 500;
const STEP = 1;
/** Weighs the squares of the weights; 0.0003 to 0.003 rank alike. */
const PENALTY = 0.001;
/** A signal that varies less is taken not to vary. */
const LEAST_SPREAD = 1e-9;

/** The probability, 0 to 1, that a logistic regression gives to these signals. */
export function chance(weights: ArrayLike<number>, signals: ArrayLike<number>): number {
  let logit = 0;
  for (let k = 0; k < signals.length; k += 1) logit += (weights[k] ?? 0) * signals[k]!;
  return 1 / (1 + Math.exp(-logit));
}

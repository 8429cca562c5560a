/**
 * The 95% confidence interval of a share, by Wilson's score method.
 *
 * @returns its ends, from 0 to 1; the whole range if nothing was counted
 */
export function wilsonInterval(count: number, total: number): readonly [low: number, high: number] {
  if (total === 0) return [0, 1];
  const share = count / total;
  const weight = Z ** 2 / total;
  const center = share + weight / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / total + weight / total / 4);
  return [Math.max(0, (center - reach) / (1 + weight)), Math.min(1, (center + reach) / (1 + weight))];
}

/** The 97.5% quantile of the normal distribution. */
const Z = 1.959964;

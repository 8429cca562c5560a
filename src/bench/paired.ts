/** How sure a difference between two matchers is that answered the same questions. */

/** Score of each question in a set, 0 to 1. Each question stands in a set once. */
export type Scores = ReadonlyMap<string, number>;

export interface Difference {
  /** Mean over the sets of the mean over their questions, -1 to 1. */
  readonly mean: number;
  /** Half the width of its 95% confidence interval. */
  readonly reach: number;
}

/**
 * What the first of each pair scores above the second, question by question. The interval is that
 * of the normal distribution with the standard error of the paired differences. A question that is
 * in several sets counts as one observation (a cluster). Source: E. Miller, “Adding Error Bars to
 * Evals” (2024, arXiv:2411.00640), on paired differences and clustered standard errors.
 *
 * @param sets for each set the scores of both, for the same questions
 * @returns `undefined` without sets
 * @throws RangeError if the two did not answer the same questions, or a set is empty
 */
export function pairedDifference(sets: readonly (readonly [Scores, Scores])[]): Difference | undefined {
  if (sets.length === 0) return undefined;
  const means: number[] = [];
  const deviations = new Map<string, number>();
  for (const [first, second] of sets) {
    const differences = differencesOf(first, second);
    const mean = differences.reduce((sum, [, difference]) => sum + difference, 0) / differences.length;
    means.push(mean);
    for (const [question, difference] of differences) {
      const deviation = (difference - mean) / (differences.length * sets.length);
      deviations.set(question, (deviations.get(question) ?? 0) + deviation);
    }
  }
  const variance = [...deviations.values()].reduce((sum, deviation) => sum + deviation ** 2, 0);
  return { mean: means.reduce((sum, mean) => sum + mean, 0) / sets.length, reach: Z * Math.sqrt(variance) };
}

/** The 97.5% quantile of the normal distribution. */
const Z = 1.959964;

function differencesOf(first: Scores, second: Scores): readonly (readonly [string, number])[] {
  if (first.size === 0 || first.size !== second.size) throw new RangeError('Both need scores of the same questions.');
  return [...first].map(([question, score]) => {
    const other = second.get(question);
    if (other === undefined) throw new RangeError(`There is no second score of “${question}”.`);
    return [question, score - other];
  });
}

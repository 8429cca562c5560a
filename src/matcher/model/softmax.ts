/** Softmax, in place: logits become probabilities. Returns the logarithm of the sum of the exponentiated logits. */
export function toProbabilities(logits: Float64Array): number {
  let most = -Infinity;
  for (const logit of logits) most = Math.max(most, logit);
  let sum = 0;
  for (let c = 0; c < logits.length; c += 1) {
    const power = Math.exp(logits[c]! - most);
    logits[c] = power;
    sum += power;
  }
  for (let c = 0; c < logits.length; c += 1) logits[c]! /= sum;
  return most + Math.log(sum);
}

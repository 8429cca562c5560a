/**
 * Softmax, in place: logits become probabilities. Returns the log of the sum of the exponentials.
 */
export function softmax(logits: Float64Array): number {
  let highest = -Infinity;
  for (const logit of logits) highest = Math.max(highest, logit);
  let sum = 0;
  for (let index = 0; index < logits.length; index += 1) {
    const power = Math.exp(logits[index]! - highest);
    logits[index] = power;
    sum += power;
  }
  for (let index = 0; index < logits.length; index += 1) logits[index]! /= sum;
  return highest + Math.log(sum);
}

import type { Classifier, Features } from './classifier.ts'
import { toProbabilities } from './train-classifier.ts'

/** What is known about a question once the classifier has scored it: everything that an outcome is decided by. */
export interface Evidence {
  /** Positions of the {@link ORDERED} most probable entries, most probable first. */
  readonly order: readonly number[]
  /** Probability of each entry by position, given that one of them was meant; adds up to 1. */
  readonly probabilities: Float32Array
  /** As numbers for the calibration, in the order of {@link SIGNALS}. */
  readonly signals: readonly number[]
}

/** The signals that tell a question which the FAQ answers from one it doesn't. */
export const SIGNALS = [
  'constant',
  'log of the sum of exponentiated logits',
  'highest logit',
  'lead in logits over the best entry with another answer',
  'share of the meanings, weighted by rarity, that the FAQ uses',
  'share of the meanings, weighted by rarity, that speak for the best entry',
  'share of the neighbouring meanings that the FAQ uses',
  'share of the pairs of meanings that the FAQ uses',
  'share of the words and their kin that the FAQ uses',
  'share of the letter n-grams that the FAQ uses',
  'logarithm of the number of words',
  'logit of the examples of other subjects, against the highest',
] as const

/**
 * Weighs a question. `answers[i]` tells which entries say the same; the classifier may have one class more than there are entries, for the
 * examples of other subjects.
 */
export function weigh(features: Features, classifier: Classifier, answers: readonly number[]): Evidence {
  const logits = classifier.logits(features)
  const outside = logits.length > answers.length ? logits[answers.length]! : 0
  const entryLogits = logits.slice(0, answers.length)
  const order = bestOf(entryLogits)
  const best = order[0]!
  const highest = entryLogits[best]!
  const rival = order.find((entry) => answers[entry] !== answers[best])
  const probabilities = entryLogits
  const lead = rival === undefined ? highest : highest - entryLogits[rival]!
  const energy = toProbabilities(probabilities)
  const { knownShare, meanings } = features;
  const ofMeanings = meanings.reduce((sum, { weight }) => sum + weight, 0);
  const speaking = meanings.reduce((sum, { row, weight }) => sum + (row >= 0 && classifier.weight(row, best) > 0 ? weight : 0), 0);
  const signals = [
    1,
    energy,
    highest,
    lead,
    knownShare.meaning,
    ofMeanings === 0 ? 0 : speaking / ofMeanings,
    knownShare.neighbours,
    knownShare.pair,
    knownShare.kindred,
    knownShare.letters,
    Math.log(1 + meanings.length),
    logits.length > answers.length ? outside - highest : 0,
  ];
  return { order, probabilities, signals }
}

/** How many entries are put in order: enough for the ten best answers though several entries share one. */
export const ORDERED = 24

/** Positions of the highest logits, highest first; of equal ones the first entry first. */
function bestOf(logits: Float32Array): number[] {
  const order: number[] = []
  for (let entry = 0; entry < logits.length; entry += 1) {
    const logit = logits[entry]!
    if (order.length === ORDERED && logit <= logits[order[ORDERED - 1]!]!) continue
    let place = order.length
    while (place > 0 && logits[order[place - 1]!]! < logit) place -= 1
    order.splice(place, 0, entry)
    if (order.length > ORDERED) order.pop()
  }
  return order
}

import type { Classifier, Features } from './classifier.ts'
import { toProbabilities } from './train-classifier.ts'

/** What is known about a question once the classifier has scored it: everything that an outcome is decided by. */
export interface Evidence {
  /** Entry positions, most probable first. */
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
  'logarithm of the highest probability',
  'share of the meanings, weighted by rarity, that the FAQ uses',
  'share of the meanings, weighted by rarity, that speak for the best entry',
  'share of the neighbouring meanings that the FAQ uses',
  'share of the letter n-grams that the FAQ uses',
  'logarithm of the number of words',
  'logit of the examples of other subjects, against the highest',
] as const

/**
 * Weighs a question. `answers[i]` tells which entries say the same; the classifier may have one class more than there are entries, for the
 * examples of other subjects.
 */
export function weigh(features: Features, classifier: Classifier, answers: readonly number[], temperature: number): Evidence {
  const logits = classifier.logits(features)
  const outside = logits.length > answers.length ? logits[answers.length]! : 0
  const entryLogits = logits.slice(0, answers.length)
  const order = Array.from(answers.keys()).sort((a, b) => entryLogits[b]! - entryLogits[a]! || a - b)
  const best = order[0]!
  const highest = entryLogits[best]!
  const rival = order.find((entry) => answers[entry] !== answers[best])
  const probabilities = entryLogits
  const lead = rival === undefined ? highest : highest - entryLogits[rival]!
  const energy = toProbabilities(probabilities.slice(), 1)
  toProbabilities(probabilities, temperature)
  const { known, total, meanings } = features
  const speaking = meanings.reduce((sum, { row, rarity }) => sum + (classifier.weight(row, best) > 0 ? rarity : 0), 0)
  const signals = [
    1,
    energy,
    highest,
    lead,
    Math.log(Math.max(probabilities[best]!, LEAST_PROBABILITY)),
    share(known.meaning, total.meaning),
    share(speaking, total.meaning),
    share(known.neighbours, total.neighbours),
    share(known.letters, total.letters),
    Math.log(1 + total.meaning),
    logits.length > answers.length ? outside - highest : 0,
  ]
  return { order, probabilities, signals }
}

const LEAST_PROBABILITY = 1e-6

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

import type { Evidence } from './evidence.ts'
import { chance } from './logistic-regression.ts'
import type { Calibration } from './types.ts'

/** What the evidence comes to, in entry positions. */
export interface Verdict {
  readonly kind: 'match' | 'ambiguous' | 'none'
  /** The entries to show: one, a few, or none. */
  readonly entries: readonly number[]
  /** Calibrated probability of each entry by position, given that one of them was meant. */
  readonly probabilities: Float32Array
  /** Estimated chance, 0 to 1, that the question is one that the FAQ answers at all. */
  readonly inScope: number
  /** Estimated chance, 0 to 1, that the answer of the best entry was meant: entries that say the same are counted together. */
  readonly confidence: number
  /** Estimated chance, 0 to 1, that one of the few best was meant. */
  readonly offered: number
}

/** At most this many entries are offered to choose from. */
const MOST_OFFERED = 5
/** Offered beside the best are entries with at least this share of its probability. */
const OFFERED_SHARE = 0.1

/** Chooses the outcome: a match where the best answer is probable enough, else a choice of a few, else nothing. */
export function decide(evidence: Evidence, answers: readonly number[], calibration: Calibration): Verdict {
  const { order } = evidence
  const probabilities = tempered(evidence.probabilities, calibration.temperature)
  const inScope = chance(calibration.evidence, evidence.signals)
  const best = order[0]!
  const ofBestAnswer = order.filter((entry) => answers[entry] === answers[best])
  const confidence = inScope * sumOf(ofBestAnswer, probabilities)
  const choices = distinctAnswers(order, answers)
    .filter((entry) => probabilities[entry]! >= OFFERED_SHARE * probabilities[best]!)
    .slice(0, MOST_OFFERED)
  const offered = inScope * sumOf(choices, probabilities)
  const verdict = { inScope, confidence, offered, probabilities }
  if (confidence >= calibration.matchFrom) return { kind: 'match', entries: [best], ...verdict }
  if (offered < calibration.offerFrom) return { kind: 'none', entries: [], ...verdict }
  const toChoose = choices.length < 2 ? distinctAnswers(order, answers).slice(0, 2) : choices
  // An FAQ with a single answer has nothing to choose from.
  if (toChoose.length < 2) return { kind: 'match', entries: [best], ...verdict }
  return { kind: 'ambiguous', entries: toChoose, ...verdict }
}

/** Probabilities evened out (temperature above 1) or sharpened (below 1), adding up to 1. */
function tempered(probabilities: Float32Array, temperature: number): Float32Array {
  const powers = probabilities.map((probability) => probability ** (1 / temperature))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

function sumOf(entries: readonly number[], probabilities: Float32Array): number {
  return entries.reduce((sum, entry) => sum + probabilities[entry]!, 0)
}

/** The first entry of each answer. */
function distinctAnswers(order: readonly number[], answers: readonly number[]): number[] {
  const seen = new Set<number>()
  return order.filter((entry) => {
    const answer = answers[entry]!
    const isNew = !seen.has(answer)
    seen.add(answer)
    return isNew
  })
}

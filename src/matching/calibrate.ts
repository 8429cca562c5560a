import { classifierFrom } from './classifier.ts'
import { decide } from './decide.ts'
import { weigh, type Evidence } from './evidence.ts'
import { fitLogistic } from './logistic-regression.ts'
import type { Reading } from './reading.ts'
import { trainClassifier, type Example } from './train-classifier.ts'
import type { Calibration, Step } from './types.ts'

/** A question whose answer is known, scored by a classifier that has not seen it. `meant` is undefined where no entry answers it. */
interface Trial {
  readonly evidence: Evidence
  readonly answers: readonly number[]
  readonly meant: number | undefined
  readonly weight: number
}

/**
 * Finds out by cross-validation how far scores can be trusted. In each round a classifier is trained without a part of the phrasings and
 * without a part of the entries: the phrasings left out are questions that the FAQ answers, those of the entries left out are questions
 * that are close to it and have no answer.
 */
export function calibrate(
  examples: readonly Example[],
  outside: readonly Reading[],
  answers: readonly number[],
  without: readonly Step[],
): Calibration {
  const trials = Array.from({ length: ROUNDS }, (_, round) => tryRound(round, examples, outside, answers, without)).flat()
  const inScope = trials.filter(({ meant }) => meant !== undefined)
  if (inScope.length < FEWEST_TRIALS || trials.length - inScope.length < FEWEST_TRIALS) return UNCALIBRATED
  const balanced = balance(trials)
  const evidence = without.includes('evidence') ? UNCALIBRATED.evidence : fitLogistic(
    balanced.map(({ evidence: { signals }, meant, weight }) => ({ signals, holds: meant !== undefined, weight })),
  )
  return cheapest(balanced, { ...UNCALIBRATED, evidence })
}

/** Rounds of cross-validation: each leaves out one in so many phrasings and entries. */
const ROUNDS = 4
/** With fewer trials than this on either side nothing can be learnt from them. */
const FEWEST_TRIALS = 20
/** Share of all questions that is assumed to be about something that no entry answers. */
const OUT_OF_SCOPE_SHARE = 0.25

/** For an FAQ too small to learn from: half the meanings known and a clear lead make a match. */
const UNCALIBRATED: Calibration = {
  temperature: 1,
  evidence: [-4, 0, 0.5, 0, 0, 4, 3, 0, 0, 0, 0],
  matchFrom: 0.5,
  offerFrom: 0.3,
}

function tryRound(
  round: number, examples: readonly Example[], outside: readonly Reading[], answers: readonly number[], without: readonly Step[],
): Trial[] {
  const leftOut = (answer: number): boolean => answer % ROUNDS === round
  const kept = Array.from(answers.keys()).filter((entry) => !leftOut(answers[entry]!))
  if (kept.length === 0) return []
  const position = new Map(kept.map((entry, index) => [entry, index]))
  const training: Example[] = []
  const held: { readonly reading: Reading; readonly meant: number | undefined }[] = []
  examples.forEach(({ reading, label }, index) => {
    const meant = position.get(label)
    if (meant === undefined || index % ROUNDS === round) held.push({ reading, meant })
    else training.push({ reading, label: meant })
  })
  outside.forEach((reading, index) => {
    if (index % ROUNDS === round) held.push({ reading, meant: undefined })
    else training.push({ reading, label: kept.length })
  })
  const classCount = kept.length + (outside.length > 0 ? 1 : 0)
  const classifier = classifierFrom(trainClassifier(training, classCount, without), without)
  const keptAnswers = kept.map((entry) => answers[entry]!)
  return held.map(({ reading, meant }) => ({
    evidence: weigh(classifier.featuresOf(reading), classifier, keptAnswers, UNCALIBRATED.temperature),
    answers: keptAnswers,
    meant: meant === undefined ? undefined : keptAnswers[meant],
    weight: 1,
  }))
}

/** Weighs the trials so that those out of scope are the assumed share of all. */
function balance(trials: readonly Trial[]): Trial[] {
  const outCount = trials.filter(({ meant }) => meant === undefined).length
  const inCount = trials.length - outCount
  return trials.map((trial) => ({
    ...trial,
    weight: trial.meant === undefined ? OUT_OF_SCOPE_SHARE / outCount : (1 - OUT_OF_SCOPE_SHARE) / inCount,
  }))
}

/** What an outcome costs, 0 the best: a wrong answer harms most; a choice with the right one in it is nearly as good as the answer. */
const COST = { right: 0, rightAmongOffered: 0.25, refusedAnswerable: 1, offeredInVain: 1, wrong: 3 } as const

/** Tries thresholds over a grid and takes those with the least cost. */
function cheapest(trials: readonly Trial[], calibration: Calibration): Calibration {
  let best = calibration
  let least = Infinity
  for (let matchFrom = 0.2; matchFrom < 0.96; matchFrom += 0.05) {
    for (let offerFrom = 0.05; offerFrom <= matchFrom + 1e-9; offerFrom += 0.05) {
      const candidate = { ...calibration, matchFrom, offerFrom }
      const cost = trials.reduce((sum, trial) => sum + trial.weight * costOf(trial, candidate), 0)
      if (cost < least) [least, best] = [cost, candidate]
    }
  }
  return best
}

function costOf({ evidence, answers, meant }: Trial, calibration: Calibration): number {
  const verdict = decide(evidence, answers, calibration)
  const hasRight = verdict.entries.some((entry) => answers[entry] === meant)
  switch (verdict.kind) {
    case 'none': return meant === undefined ? COST.right : COST.refusedAnswerable
    case 'ambiguous': return hasRight ? COST.rightAmongOffered : COST.offeredInVain
    case 'match': return hasRight ? COST.right : COST.wrong
  }
}

import { decide } from './decide.ts'
import { crossValidate, type Trial } from './cross-validation.ts'
import type { FeatureContext } from './features.ts'
import { fitLogistic } from './logistic-regression.ts'
import type { Reading } from './reading.ts'
import type { Example } from './train-classifier.ts'
import type { Calibration } from './types.ts'

/** Finds out by cross-validation how far scores can be trusted, and from where on a match does more good than harm. */
export function calibrate(
  examples: readonly Example[],
  outside: readonly Reading[],
  answers: readonly number[],
  context: FeatureContext,
): Calibration {
  const trials = crossValidate(examples, outside, answers, context)
  const inScope = trials.filter(({ meant }) => meant !== undefined)
  if (inScope.length < FEWEST_TRIALS || trials.length - inScope.length < FEWEST_TRIALS) return UNCALIBRATED
  const temperature = likeliestTemperature(trials)
  const evidence = context.without.includes('evidence') ? UNCALIBRATED.evidence : fitLogistic(
    trials.map(({ evidence: { signals }, meant, weight }) => ({ signals, holds: meant !== undefined, weight })),
  )
  return cheapest(trials, { ...UNCALIBRATED, temperature, evidence })
}

/** With fewer trials than this on either side nothing can be learnt from them. */
const FEWEST_TRIALS = 20
/** For an FAQ too small to learn from: half the meanings known and a clear lead make a match. */
const UNCALIBRATED: Calibration = {
  temperature: 1,
  evidence: [-4, 0, 0.5, 0, 4, 3, 0, 0, 0, 0, 0, 0],
  matchFrom: 0.5,
  offerFrom: 0.3,
}

/** The temperature under which the trials' right answers are likeliest, over a grid. */
function likeliestTemperature(trials: readonly Trial[]): number {
  const loss = (temperature: number): number =>
    trials.reduce((sum, { evidence, answers, meant }) => {
      if (meant === undefined) return sum
      const powers = Array.from(evidence.probabilities, (probability) => probability ** (1 / temperature))
      const right = powers.reduce((total, power, entry) => total + (answers[entry] === meant ? power : 0), 0)
      return sum - Math.log(right / powers.reduce((total, power) => total + power, 0) + LEAST_PROBABILITY)
    }, 0)
  return TEMPERATURES.reduce((best, temperature) => (loss(temperature) < loss(best) ? temperature : best))
}

const TEMPERATURES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5]
const LEAST_PROBABILITY = 1e-6

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

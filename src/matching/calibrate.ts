import { assess, decide, type Outcome } from './decide.ts';
import { crossValidate, type Trial } from './cross-validation.ts';
import type { FeatureContext } from './features.ts';
import { SIGNALS } from './evidence.ts';
import { fitLogistic } from './logistic-regression.ts';
import type { Reading } from './reading.ts';
import type { Example } from './train-classifier.ts';
import type { Calibration } from './types.ts';

/** Finds out by cross-validation how far scores can be trusted, and from where on a match does more good than harm. */
export function calibrate(
  examples: readonly Example[],
  outside: readonly Reading[],
  answers: readonly number[],
  context: FeatureContext,
): Calibration {
  const trials = crossValidate(examples, outside, answers, context);
  const inScope = trials.filter(({ meant }) => meant !== undefined);
  if (inScope.length < FEWEST_TRIALS || trials.length - inScope.length < FEWEST_TRIALS) return UNCALIBRATED;
  const temperature = likeliestTemperature(trials);
  if (context.without.includes('evidence')) return cheapest(trials, { ...UNCALIBRATED, temperature });
  const fit = (holds: (trial: Trial) => boolean): number[] =>
    fitLogistic(trials.map((trial) => ({ signals: trial.evidence.signals, holds: holds(trial), weight: trial.weight })));
  const right = fit(({ evidence, answers: kept, meant }) => meant !== undefined && kept[evidence.order[0]!] === meant);
  return cheapest(trials, { ...UNCALIBRATED, temperature, right, inScope: fit(({ meant }) => meant !== undefined) });
}

/** With fewer trials than this on either side nothing can be learnt from them. */
const FEWEST_TRIALS = 20;

/** By position in SIGNALS: a lead over the next entry, and words that speak for the best, make a match. */
const BY_LEAD_AND_WORDS = SIGNALS.map((signal) => {
  if (signal === 'constant') return -4;
  if (signal.startsWith('lead')) return 1;
  return signal.startsWith('share of the kind "meaning"') ? 3 : 0;
});

/**
 * Least confidence (0 to 1) for a match: chosen, on 1,120 questions of strangers that no phrasing was taken from. Of those between 0.3 and 0.4, two in three
 * are answered rightly, so it is below that that a choice serves better. At 0.3 one reader in a hundred more gets the answer at once, and two in a
 * thousand more a wrong one; at 0.5 it is two and four the other way.
 */
const MATCH_FROM = 0.35;
/**
 * Where a wrong match harms more, as "the report does not say" does of a thing that it does say. From the same questions: at 0.75 four in a thousand
 * more are answered wrongly, and three in a hundred of those that the report does not answer need not choose.
 */
const MATCH_FROM_WITH_CARE = 0.85;

/** For an FAQ too small to learn from. */
const UNCALIBRATED: Calibration = {
  temperature: 1,
  right: BY_LEAD_AND_WORDS,
  inScope: BY_LEAD_AND_WORDS,
  matchFrom: MATCH_FROM,
  matchFromWithCare: MATCH_FROM_WITH_CARE,
  offerFrom: 0.25,
};

/** The temperature under which the trials' right answers are likeliest, over a grid. */
function likeliestTemperature(trials: readonly Trial[]): number {
  const loss = (temperature: number): number =>
    trials.reduce((sum, { evidence, answers, meant }) => {
      if (meant === undefined) return sum;
      const powers = Array.from(evidence.probabilities, (probability) => probability ** (1 / temperature));
      const right = powers.reduce((total, power, entry) => total + (answers[entry] === meant ? power : 0), 0);
      return sum - Math.log(right / powers.reduce((total, power) => total + power, 0) + LEAST_PROBABILITY);
    }, 0);
  return TEMPERATURES.reduce((best, temperature) => (loss(temperature) < loss(best) ? temperature : best));
}

const TEMPERATURES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5];
const LEAST_PROBABILITY = 1e-6;

/** What an outcome costs, 0 the best. Chosen: a choice with the right one in it costs the reader a click, one without it more. */
const COST = { right: 0, rightAmongOffered: 0.4, refusedAnswerable: 1, offeredInVain: 0.5, wrong: 2.5 } as const;

/** Tries over a grid from which chance on a choice is worth offering, and takes the one with the least cost. */
function cheapest(trials: readonly Trial[], calibration: Calibration): Calibration {
  const assessed = trials.map((trial) => ({ trial, assessment: assess(trial.evidence, trial.answers, calibration, NONE) }));
  const candidates = Array.from({ length: GRID - 1 }, (_, step) => ({ ...calibration, offerFrom: (step + 1) / GRID }));
  const costs = candidates.map((candidate) =>
    assessed.reduce((sum, { trial, assessment }) => sum + trial.weight * costOf(trial, decide(assessment, candidate)), 0),
  );
  return candidates[costs.indexOf(Math.min(...costs))] ?? calibration;
}

const NONE: ReadonlySet<number> = new Set();

/** Chances are tried in steps of one in so many. */
const GRID = 40;

function costOf({ answers, meant }: Trial, { kind, entries }: Outcome): number {
  const hasRight = entries.some((entry) => answers[entry] === meant);
  switch (kind) {
    case 'none':
      return meant === undefined ? COST.right : COST.refusedAnswerable;
    case 'ambiguous':
      return hasRight ? COST.rightAmongOffered : COST.offeredInVain;
    case 'match':
      return hasRight ? COST.right : COST.wrong;
  }
}

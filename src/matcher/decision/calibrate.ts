import { assess, decide, type Outcome } from './decide.ts';
import { crossValidate, type Trial } from './cross-validation.ts';
import type { FeatureContext } from '../features/features.ts';
import { SIGNALS } from './evidence.ts';
import { fitLogistic } from '../model/logistic-regression.ts';
import type { Reading } from '../text/analyze.ts';
import type { Example } from '../model/train-classifier.ts';
import type { Calibration } from '../types.ts';

/**
 * Finds out by cross-validation how far scores can be trusted, and from where on a choice does more good than a refusal. From where on there is a match is
 * chosen (see MATCH_FROM).
 */
export function calibrate(
  examples: readonly Example[],
  outside: readonly Reading[],
  answers: readonly number[],
  careful: ReadonlySet<number>,
  context: FeatureContext,
): Calibration {
  const trials = crossValidate(examples, outside, answers, careful, context);
  const inScope = trials.filter(({ meant }) => meant !== undefined);
  if (inScope.length < FEWEST_TRIALS || trials.length - inScope.length < FEWEST_TRIALS) return UNCALIBRATED;
  const temperature = likeliestTemperature(trials);
  if (context.without.includes('evidence')) return cheapest(trials, { ...UNCALIBRATED, temperature });
  const fit = (holds: (trial: Trial) => boolean): number[] =>
    fitLogistic(
      trials.map((trial) => ({ signals: trial.evidence.signals, holds: holds(trial), weight: trial.weight })),
    );
  const right = fit(({ evidence, answers: kept, meant }) => meant !== undefined && kept[evidence.order[0]!] === meant);
  return cheapest(trials, { ...UNCALIBRATED, temperature, right, inScope: fit(({ meant }) => meant !== undefined) });
}

/** With fewer trials than this on either side nothing can be learnt from them. */
const FEWEST_TRIALS = 20;

/**
 * For an FAQ too small to learn from: a lead over the next entry, and words that speak for the best, make a match. Chosen: with nothing known
 * confidence is 0.02; a lead of 2 logits with all words known comes to 0.7.
 */
const BY_LEAD_AND_WORDS: readonly number[] = SIGNALS.map((signal) => {
  switch (signal) {
    case 'constant':
      return -4;
    case 'lead':
      return 1;
    case 'speaking meaning':
      return 3;
    default:
      return 0;
  }
});

/**
 * Least confidence (0 to 1) for a match. Confidence is estimated from phrasings by hands that the classifier has not met, which are harder than what most
 * readers ask, so it comes out low: of 1,120 questions of strangers (no phrasing was taken from them; those of the repository are among them) that came
 * between 0.35 and 0.5, three in four were answered rightly. Chosen on the same questions: at 0.5, three in a hundred of those that the report answers are
 * offered as a choice instead, and five in a thousand of all are wrong no longer.
 */
const MATCH_FROM = 0.35;
/**
 * Where a wrong match harms more, as "the report does not say" does of a thing that it does say. On the same questions: at 0.75, one in a hundred of those
 * that the report answers is denied more, and seven in a hundred of those that it does not answer need no choice.
 */
const MATCH_FROM_WITH_CARE = 0.9;

/** For an FAQ too small to learn from. */
const UNCALIBRATED: Calibration = {
  temperature: 1,
  right: BY_LEAD_AND_WORDS,
  inScope: BY_LEAD_AND_WORDS,
  matchFrom: MATCH_FROM,
  matchFromWithCare: MATCH_FROM_WITH_CARE,
  offerFrom: 0.25, // chosen: where nothing could be learnt, offer rather than refuse
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

/** Below 1 the classifier is taken to be surer than it says, above 1 less sure. */
const TEMPERATURES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5];
/** Keeps one trial without any chance from deciding alone. */
const LEAST_PROBABILITY = 1e-6;

/**
 * What an outcome costs, 0 the best; only the choice between offering and refusing is made by it. Chosen: a choice with the right one in it costs the reader a
 * click, one without it a look; to be refused what the FAQ answers costs most but for a wrong answer.
 */
const COST = { right: 0, rightAmongOffered: 0.4, refusedAnswerable: 1.2, offeredInVain: 0.5, wrong: 2.5 } as const;

/** Tries over a grid from which chance on a choice is worth offering, and takes the one with the least cost. */
function cheapest(trials: readonly Trial[], calibration: Calibration): Calibration {
  const assessed = trials.map((trial) => ({
    trial,
    assessment: assess(trial.evidence, trial.answers, calibration, trial.careful),
  }));
  const candidates = Array.from({ length: GRID - 1 }, (_, step) => ({ ...calibration, offerFrom: (step + 1) / GRID }));
  const costs = candidates.map((candidate) =>
    assessed.reduce(
      (sum, { trial, assessment }) => sum + trial.weight * costOf(trial, decide(assessment, candidate)),
      0,
    ),
  );
  return candidates[costs.indexOf(Math.min(...costs))] ?? calibration;
}

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

import { UNCALIBRATED, type Calibration } from './calibration.ts';
import type { Scope, Trial } from './cross-validation.ts';
import { assess, decide, type Assessment, type Decision } from './decide.ts';
import { fitLogistic } from './logistic-regression.ts';

/**
 * Learns from the trials how far scores can be trusted, and from when on a choice does more good
 * than a refusal. The thresholds of a match are given, see `UNCALIBRATED`.
 * @param learnConfidence whether to learn the confidence; else it comes from the lead and the terms
 * @param onProgress called with the share done, 0 to 1
 */
export function calibrate(
  trials: readonly Trial[],
  learnConfidence: boolean,
  onProgress: (share: number) => void = () => undefined,
): Calibration {
  const inScope = trials.filter(({ scope }) => scope === 'in').length;
  if (Math.min(inScope, trials.length - inScope) < FEWEST_TRIALS) return UNCALIBRATED;
  const weights = weightsByScope(trials);
  const fit = (holds: (trial: Trial) => boolean, from: number): readonly number[] =>
    fitLogistic(
      trials.map((trial) => ({ signals: trial.evidence.signals, holds: holds(trial), weight: weights[trial.scope] })),
      (share) => onProgress(from + share / 4),
    );
  const temperature = likeliestTemperature(trials, (share) => onProgress(share / 4));
  const confidence = learnConfidence
    ? { right: fit(isBestRight, 1 / 4), inScope: fit(({ scope }) => scope === 'in', 2 / 4) }
    : {};
  const calibration = { ...UNCALIBRATED, temperature, ...confidence };
  return withCheapestOffers(trials, weights, calibration, (share) => onProgress((3 + share) / 4));
}

/** With fewer trials in scope, or out of it, nothing can be learned. */
const FEWEST_TRIALS = 20;

function isBestRight({ evidence, entries, meant }: Trial): boolean {
  const [best] = evidence.ranking;
  return meant !== undefined && best !== undefined && entries.answerGroups[best] === meant;
}

/** How much a trial counts, so that each scope has its assumed share of all questions. */
function weightsByScope(trials: readonly Trial[]): Readonly<Record<Scope, number>> {
  const count = (scope: Scope): number => trials.filter((trial) => trial.scope === scope).length;
  const [near, offTopic] = [count('near'), count('off-topic')];
  const nearShare = offTopic === 0 ? OUT_OF_SCOPE_SHARE : near === 0 ? 0 : OUT_OF_SCOPE_SHARE * NEAR_SHARE;
  return {
    in: (1 - OUT_OF_SCOPE_SHARE) / Math.max(1, count('in')),
    near: nearShare / Math.max(1, near),
    'off-topic': (OUT_OF_SCOPE_SHARE - nearShare) / Math.max(1, offTopic),
  };
}

/** The share of all questions that no entry answers, assumed for a bot on a busy server. */
const OUT_OF_SCOPE_SHARE = 0.2;
/** The share of those that are close to the FAQ, where it has off-topic examples for the others. */
const NEAR_SHARE = 0.2;

/** The temperature under which the right answers of the trials are likeliest. */
function likeliestTemperature(trials: readonly Trial[], onProgress: (share: number) => void): number {
  const losses = TEMPERATURES.map((temperature, index) => {
    onProgress(index / TEMPERATURES.length);
    return trials.reduce((sum, trial) => sum + lossOf(trial, temperature), 0);
  });
  return TEMPERATURES[losses.indexOf(Math.min(...losses))] ?? UNCALIBRATED.temperature;
}

const TEMPERATURES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5];

/** The negative log-likelihood of the right answer. */
function lossOf({ evidence, entries, meant }: Trial, temperature: number): number {
  if (meant === undefined) return 0;
  let right = 0;
  let all = 0;
  for (let entry = 0; entry < evidence.probabilities.length; entry += 1) {
    const power = evidence.probabilities[entry]! ** (1 / temperature);
    all += power;
    if (entries.answerGroups[entry] === meant) right += power;
  }
  return -Math.log(right / all + LEAST_PROBABILITY);
}

/** Keeps a single trial without any chance from deciding alone. */
const LEAST_PROBABILITY = 1e-6;

/** Sets the threshold of an offer to the one, on a grid, that costs the least over the trials. */
function withCheapestOffers(
  trials: readonly Trial[],
  weights: Readonly<Record<Scope, number>>,
  calibration: Calibration,
  onProgress: (share: number) => void,
): Calibration {
  const assessed = trials.map((trial, index) => {
    if (index % PROGRESS_EVERY === 0) onProgress(index / trials.length);
    return { trial, assessment: assess(trial.evidence, trial.entries, calibration) };
  });
  const candidates = OFFER_THRESHOLDS.map((offerThreshold) => ({ ...calibration, offerThreshold }));
  const costs = candidates.map((candidate) =>
    assessed.reduce((sum, { trial, assessment }) => {
      const { kind } = decide(assessment, trial.entries, candidate);
      return sum + weights[trial.scope] * costOf(kind, trial, assessment);
    }, 0),
  );
  return candidates[costs.indexOf(Math.min(...costs))] ?? calibration;
}

/** Progress is reported once in so many trials. */
const PROGRESS_EVERY = 1000;
const OFFER_THRESHOLDS = Array.from({ length: 39 }, (_, index) => (index + 1) / 40);

/** What a decision costs the person who asked. */
function costOf(kind: Decision['kind'], { entries, meant }: Trial, { best, choices }: Assessment): number {
  const isRight = (entry: number): boolean => entries.answerGroups[entry] === meant;
  switch (kind) {
    case 'none':
      return meant === undefined ? COST.right : COST.refusedAnswerable;
    case 'ambiguous':
      return choices.some(isRight) ? COST.rightAmongOffered : COST.offeredInVain;
    case 'denied':
      return meant === undefined ? COST.right : COST.wrong;
    case 'match':
      return isRight(best) ? COST.right : COST.wrong;
  }
}

/**
 * From 0, the best. A choice with the right answer in it costs a click, one without it a look; to
 * be refused what the FAQ answers costs more, and a wrong answer the most.
 */
const COST = { right: 0, rightAmongOffered: 0.4, refusedAnswerable: 1.2, offeredInVain: 0.5, wrong: 2.5 } as const;

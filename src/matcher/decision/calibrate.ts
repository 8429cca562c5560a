import { UNCALIBRATED, WITH_NEAR_MISSES, type Calibration } from './thresholds.ts';
import type { Scope, Trial } from './cross-validation.ts';
import { assess, decide, type Assessment, type Decision } from './decide.ts';
import { fitLogistic } from './logistic-regression.ts';

/**
 * Learns from the trials how far to trust the scores, and how likely a choice must be right to be
 * worth offering. All other thresholds are fixed.
 * @param learnConfidence whether to learn the confidence; else it comes from the lead and the words
 * @param onProgress called with the share done, 0 to 1
 */
export function calibrate(
  trials: readonly Trial[],
  learnConfidence: boolean,
  onProgress: (share: number) => void = () => undefined,
): Calibration {
  const counts = countScopes(trials);
  if (Math.min(counts.in, trials.length - counts.in) < FEWEST_TRIALS) return UNCALIBRATED;
  const hasNearMisses = counts['near miss'] >= FEWEST_TRIALS;
  const weights = weightsByScope(counts);
  const reportSlot = (slot: number) => (share: number) => onProgress((slot + share) / SLOTS);
  const fit = (holds: (trial: Trial) => boolean, slot: number): readonly number[] =>
    fitLogistic(
      trials.map((trial) => ({ signals: trial.evidence.signals, holds: holds(trial), weight: weights[trial.scope] })),
      reportSlot(slot),
    );
  const temperature = likeliestTemperature(trials, reportSlot(0));
  const confidence = learnConfidence
    ? { right: fit(isBestRight, 1), inScope: fit(({ scope }) => scope === 'in', 2) }
    : {};
  const ofNearMisses = hasNearMisses
    ? { ...WITH_NEAR_MISSES, denied: fit(isDenied, 3), onTopic: fit(({ scope }) => scope !== 'off-topic', 4) }
    : {};
  const calibration = { ...UNCALIBRATED, temperature, ...confidence, ...ofNearMisses };
  return withCheapestOffers(trials, weights, calibration, reportSlot(5));
}

/** The steps of the calibration, for its progress. */
const SLOTS = 6;
/** With fewer trials in scope, or out of it, nothing can be learned. */
const FEWEST_TRIALS = 20;

/** For a near miss, any entry that denies is right. */
function isBestRight({ evidence: { best }, entries, meant, scope }: Trial): boolean {
  if (scope === 'near miss') return entries.needsHighConfidence[best] ?? false;
  return meant !== undefined && entries.answerGroups[best] === meant;
}

/** Whether no entry states what was asked. */
function isDenied({ entries, meant, scope }: Trial): boolean {
  if (scope === 'near miss') return true;
  const entry = meant === undefined ? -1 : entries.answerGroups.indexOf(meant);
  return entries.needsHighConfidence[entry] ?? false;
}

function countScopes(trials: readonly Trial[]): Readonly<Record<Scope, number>> {
  const counts = { in: 0, near: 0, 'near miss': 0, 'off-topic': 0 };
  for (const { scope } of trials) counts[scope] += 1;
  return counts;
}

/** How much a trial counts, so that each scope has its assumed share of all questions. */
function weightsByScope(counts: Readonly<Record<Scope, number>>): Readonly<Record<Scope, number>> {
  const shares = counts['near miss'] >= FEWEST_TRIALS ? SHARES_WITH_NEAR_MISSES : sharesWithout(counts);
  const weight = (scope: Scope): number => shares[scope] / Math.max(1, counts[scope]);
  return { in: weight('in'), near: weight('near'), 'near miss': weight('near miss'), 'off-topic': weight('off-topic') };
}

function sharesWithout({ near, 'off-topic': offTopic }: Readonly<Record<Scope, number>>): Record<Scope, number> {
  const nearShare = offTopic === 0 ? OUT_OF_SCOPE_SHARE : near === 0 ? 0 : OUT_OF_SCOPE_SHARE * NEAR_SHARE;
  return { in: 1 - OUT_OF_SCOPE_SHARE, near: nearShare, 'near miss': 0, 'off-topic': OUT_OF_SCOPE_SHARE - nearShare };
}

/** The share, 0 to 1, of all questions that no entry answers: assumed, for a busy server. */
const OUT_OF_SCOPE_SHARE = 0.2;
/** The share, 0 to 1, of those that are close to the FAQ, if it has examples of the others. */
const NEAR_SHARE = 0.2;
/**
 * The shares of all questions, with near misses: they stand for all that is close to the FAQ and
 * not answered.
 */
const SHARES_WITH_NEAR_MISSES = { in: 0.65, near: 0, 'near miss': 0.2, 'off-topic': 0.15 } as const;

/** The temperature under which the right answers of the trials are likeliest. */
function likeliestTemperature(trials: readonly Trial[], onProgress: (share: number) => void): number {
  const losses = TEMPERATURES.map((temperature, index) => {
    onProgress(index / TEMPERATURES.length);
    return trials.reduce((sum, trial) => sum + lossOf(trial, temperature), 0);
  });
  return TEMPERATURES[losses.indexOf(Math.min(...losses))] ?? UNCALIBRATED.temperature;
}

const TEMPERATURES = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.5];

/** The negative log-likelihood of the right answer, as far as the ranking goes. */
function lossOf({ evidence, entries, meant }: Trial, temperature: number): number {
  if (meant === undefined) return 0;
  let right = 0;
  let all = 0;
  for (const entry of evidence.ranking) {
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
function costOf(kind: Decision['kind'], trial: Trial, { best, choices }: Assessment): number {
  const { entries, meant } = trial;
  const isRight = (entry: number): boolean =>
    trial.scope === 'near miss' ? (entries.needsHighConfidence[entry] ?? false) : entries.answerGroups[entry] === meant;
  switch (kind) {
    case 'denied':
      return isDenied(trial) ? COST.right : COST.wrong;
    case 'none':
      return meant === undefined ? COST.right : COST.refusedAnswerable;
    case 'ambiguous':
      return choices.some(isRight) ? COST.rightAmongOffered : COST.offeredInVain;
    case 'match':
      return isRight(best) ? COST.right : COST.wrong;
  }
}

/**
 * From 0, the best. A choice with the right answer in it costs a click, one without it a look; to
 * be refused what the FAQ answers costs more, and a wrong answer the most.
 */
const COST = { right: 0, rightAmongOffered: 0.4, refusedAnswerable: 1.2, offeredInVain: 0.5, wrong: 2.5 } as const;

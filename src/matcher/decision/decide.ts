import type { Evidence } from './evidence.ts';
import { chance } from '../model/logistic-regression.ts';
import type { Calibration } from '../types.ts';

/** What the evidence comes to, in entry positions, whatever the thresholds. */
export interface Assessment {
  readonly best: number;
  /** The best entry of each of the few most probable answers; two at least, where the FAQ has two answers. */
  readonly choices: readonly number[];
  /** Estimated probability of each entry by position; what they lack of 1 is the chance that something else was meant. */
  readonly probabilities: Float64Array;
  /** Estimated chance, 0 to 1, that the question is one that the FAQ answers at all. */
  readonly inScope: number;
  /** Estimated chance, 0 to 1, that the answer of the best entry was meant: entries that say the same are counted together. */
  readonly confidence: number;
  /** Estimated chance, 0 to 1, that one of the choices was meant. */
  readonly offered: number;
  /** Whether a wrong match with the best entry harms more than with others. */
  readonly withCare: boolean;
}

/** The outcome; its entries are the one to show, or the few to offer. */
export interface Outcome {
  readonly kind: 'match' | 'ambiguous' | 'none';
  readonly entries: readonly number[];
}

/** At most this many entries are offered to choose from: chosen, as many as are read at a glance. */
const MOST_OFFERED = 5;
/** Offered beside the best are entries with at least this share (0 to 1) of its probability. Chosen. */
const OFFERED_SHARE = 0.1;

/** Estimates what was meant. `withCare` has the positions of the entries that take more confidence. */
export function assess(
  evidence: Evidence,
  answers: readonly number[],
  calibration: Calibration,
  withCare: ReadonlySet<number>,
): Assessment {
  const { order } = evidence;
  const best = order[0]!;
  const confidence = chance(calibration.right, evidence.signals);
  const inScope = Math.max(confidence, chance(calibration.inScope, evidence.signals));
  const probabilities = shareOut(evidence, answers, confidence, inScope, calibration.temperature);
  const distinct = distinctAnswers(order, answers);
  const probable = distinct
    .filter((entry) => probabilities[entry]! >= OFFERED_SHARE * probabilities[best]!)
    .slice(0, MOST_OFFERED);
  const choices = probable.length < 2 ? distinct.slice(0, 2) : probable;
  const others = inScope - confidence;
  const offered = confidence + others * shareOfOtherChoices(evidence, choices, answers, calibration.temperature);
  return { best, choices, probabilities, inScope, confidence, offered, withCare: withCare.has(best) };
}

/** Chooses the outcome: a match where the best answer is probable enough, else a choice of a few, else nothing. */
export function decide(assessment: Assessment, calibration: Calibration): Outcome {
  const { best, choices, confidence, offered } = assessment;
  if (confidence >= matchThreshold(assessment, calibration)) return { kind: 'match', entries: [best] };
  if (offered < calibration.offerFrom) return { kind: 'none', entries: [] };
  // An FAQ with a single answer has nothing to choose from.
  return { kind: choices.length < 2 ? 'match' : 'ambiguous', entries: choices };
}

/** Least confidence for a match with the best entry. */
export function matchThreshold({ withCare }: Assessment, { matchFrom, matchFromWithCare }: Calibration): number {
  return withCare ? matchFromWithCare : matchFrom;
}

/**
 * Probability of each entry. The entries with the best answer share the confidence among them, the others what is left of the chance that
 * the FAQ answers the question at all, each as the classifier has it; none comes above the best. Those that are not in order get 0.
 */
function shareOut(
  { order, probabilities }: Evidence,
  answers: readonly number[],
  confidence: number,
  inScope: number,
  temperature: number,
): Float64Array {
  const best = order[0]!;
  const powers = order.map((entry) => probabilities[entry]! ** (1 / temperature));
  let ofBest = 0;
  let ofOthers = 0;
  order.forEach((entry, place) => {
    if (answers[entry] === answers[best]) ofBest += powers[place]!;
    else ofOthers += powers[place]!;
  });
  const most = (confidence * powers[0]!) / ofBest;
  const shares = new Float64Array(probabilities.length);
  order.forEach((entry, place) => {
    const power = powers[place]!;
    const isBest = answers[entry] === answers[best];
    shares[entry] = isBest
      ? (confidence * power) / ofBest
      : Math.min(most, ((inScope - confidence) * power) / (ofOthers || 1));
  });
  return shares;
}

/** Given that another answer than the best was meant: the share of those that are to choose from. */
function shareOfOtherChoices(
  { order, probabilities }: Evidence,
  choices: readonly number[],
  answers: readonly number[],
  temperature: number,
): number {
  const offered = new Set(choices.map((entry) => answers[entry]));
  let all = 0;
  let ofOffered = 0;
  for (const entry of order) {
    if (answers[entry] === answers[order[0]!]) continue;
    const power = probabilities[entry]! ** (1 / temperature);
    all += power;
    if (offered.has(answers[entry])) ofOffered += power;
  }
  return all === 0 ? 0 : ofOffered / all;
}

/** The first entry of each answer. */
function distinctAnswers(order: readonly number[], answers: readonly number[]): number[] {
  const seen = new Set<number>();
  return order.filter((entry) => {
    const answer = answers[entry]!;
    const isNew = !seen.has(answer);
    seen.add(answer);
    return isNew;
  });
}

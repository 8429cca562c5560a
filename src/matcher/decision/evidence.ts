import { FEATURE_KINDS, forEachKind, type FeatureKind } from '../features/features.ts';
import type { Classifier } from '../model/classifier.ts';
import { softmax } from '../model/softmax.ts';
import type { QuestionVector } from '../model/vectorize.ts';
import type { EntryTable } from './entry-table.ts';

/** What the classifier says about a question: everything that the decision rests on. */
export interface Evidence {
  /** The position of the most probable entry, the first in the ranking. */
  readonly best: number;
  /**
   * Positions of the most probable entries, the most probable first; at most {@link MOST_RANKED}.
   */
  readonly ranking: readonly number[];
  /** Probability of each entry by position, given that one of them was meant; adds up to 1. */
  readonly probabilities: Float64Array;
  /** Whether the question is more like the off-topic examples than like any entry. */
  readonly isOffTopic: boolean;
  /**
   * What share (0 to 1, by rarity) of the question's terms the FAQ or its off-topic examples use.
   */
  readonly knownShare: number;
  /** The inputs of the confidence, in the order of {@link SIGNALS}. */
  readonly signals: readonly number[];
}

/** What tells a question that the best entry answers from one that it does not. */
export const SIGNALS = [
  /** 1. */
  'constant',
  /** The log of the sum of the exponentials of the entries' logits. */
  'energy',
  /** The highest logit of an entry. */
  'highest',
  /** The lead of that logit over the best entry with another answer. */
  'lead',
  /** The log of the number of different terms. */
  'terms',
  /** How far the features agree on the best entry, see {@link Support}. */
  'agreement',
  /** The logit of the off-topic examples, less the highest of an entry. */
  'off-topic',
  /** For each kind of feature, the share that supports the best entry, see {@link Support}. */
  ...FEATURE_KINDS.map((kind) => `support of ${kind}` as const),
  /** The logit of the answerability; 0 without near misses. */
  'answerability',
  /** 1 if the best entry denies, else 0. An entry that denies is one that needs high confidence. */
  'denial',
  /** The answerability if the best entry denies, else 0. */
  'denial × answerability',
  /**
   * The log-odds that an entry was meant that states something, rather than one that denies; 0 if
   * all entries are of one kind.
   */
  'stated',
  /** The log-odds of `stated` if the best entry denies, else 0. */
  'denial × stated',
  /** The lead if the best entry denies, else 0. */
  'denial × lead',
] as const;

/**
 * @param classifier its classes are the entries, and perhaps one more for off-topic examples
 * @param answerability its logit for the question; 0 without near misses
 */
export function weighEvidence(
  vector: QuestionVector,
  classifier: Classifier,
  entries: EntryTable,
  answerability = 0,
): Evidence {
  const { answerGroups } = entries;
  const logits = classifier.logits(vector);
  const entryLogits = logits.subarray(0, answerGroups.length);
  const offTopic = logits[answerGroups.length];
  const ranking = highestOf(entryLogits);
  const best = ranking[0]!;
  const highest = entryLogits[best]!;
  const rival = ranking.find((entry) => answerGroups[entry] !== answerGroups[best]);
  const probabilities = entryLogits.slice();
  const energy = softmax(probabilities);
  const { agreement, shares } = supportFor(best, vector, classifier);
  const lead = rival === undefined ? highest : highest - entryLogits[rival]!;
  const denial = entries.needsHighConfidence[best] ? 1 : 0;
  const stated = statedOdds(probabilities, entries);
  return {
    best,
    ranking,
    probabilities,
    isOffTopic: offTopic !== undefined && offTopic > highest,
    knownShare: vector.knownShare.term,
    signals: [
      1,
      energy,
      highest,
      lead,
      Math.log(1 + vector.termCount),
      agreement,
      offTopic === undefined ? 0 : offTopic - highest,
      ...FEATURE_KINDS.map((kind) => shares[kind]),
      answerability,
      denial,
      denial * answerability,
      stated,
      denial * stated,
      denial * lead,
    ],
  };
}

/** The log-odds of all entries that state something over all that deny. */
function statedOdds(probabilities: Float64Array, { needsHighConfidence }: EntryTable): number {
  let denied = 0;
  for (let entry = 0; entry < probabilities.length; entry += 1) {
    if (needsHighConfidence[entry]) denied += probabilities[entry]!;
  }
  if (denied === 0 || denied >= 1) return 0;
  return Math.max(-MOST_STATED_ODDS, Math.min(MOST_STATED_ODDS, Math.log((1 - denied) / denied)));
}

/** In logits, either way. Without it, a probability of nearly 0 would decide alone. */
const MOST_STATED_ODDS = 8;

/** How far the features of a question support one entry. */
interface Support {
  /**
   * For each kind, the share (0 to 1, by squared weight) of the question's features with a positive
   * weight.
   */
  readonly shares: Readonly<Record<FeatureKind, number>>;
  /**
   * The logit that the features give the entry, divided by what they would give if each counted
   * for its own best entry: at most 1, and below 0 if they speak against it.
   */
  readonly agreement: number;
}

function supportFor(entry: number, vector: QuestionVector, classifier: Classifier): Support {
  const { rows, values, kinds, knownShare } = vector;
  const supporting = forEachKind(() => 0);
  const all = forEachKind(() => 0);
  let logit = 0;
  let highestLogit = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    const value = values[index]!;
    const kind = kinds[index]!;
    const weight = classifier.weight(row, entry);
    all[kind] += value * value;
    if (weight > 0) supporting[kind] += value * value;
    logit += value * weight;
    highestLogit += value * classifier.highestWeight(row);
  }
  return {
    shares: forEachKind((kind) => (all[kind] === 0 ? 0 : (knownShare[kind] * supporting[kind]) / all[kind])),
    agreement: highestLogit === 0 ? 0 : logit / highestLogit,
  };
}

/** Enough for the ten best answers, although several entries may share one. */
export const MOST_RANKED = 24;

/** Positions of the highest logits, highest first; of equal ones the lower position first. */
function highestOf(logits: Float64Array): number[] {
  const ranking: number[] = [];
  for (let entry = 0; entry < logits.length; entry += 1) {
    // Inserted into a short list: sorting all entries for each question would take longer.
    const logit = logits[entry]!;
    let place = ranking.length;
    while (place > 0 && logits[ranking[place - 1]!]! < logit) place -= 1;
    if (place === MOST_RANKED) continue;
    ranking.splice(place, 0, entry);
    if (ranking.length > MOST_RANKED) ranking.pop();
  }
  return ranking;
}

import type { Classifier, Features } from '../model/classifier.ts';
import { FEATURE_KINDS, type FeatureKind } from '../features/features.ts';
import { toProbabilities } from '../model/softmax.ts';

/** What is known about a question once the classifier has scored it: everything that an outcome is decided by. */
export interface Evidence {
  /** Positions of the {@link ORDERED} most probable entries, most probable first. */
  readonly order: readonly number[];
  /** Probability of each entry by position, given that one of them was meant; adds up to 1. */
  readonly probabilities: Float64Array;
  /** Whether the examples of other subjects are likelier than any entry. */
  readonly isOutside: boolean;
  /** What share (0 to 1) of the question's meanings the FAQ, or its examples of other subjects, use. No signal: where it tells something, what speaks for the entry tells more. */
  readonly knownShare: number;
  /** As numbers for the calibration, in the order of {@link SIGNALS}. */
  readonly signals: readonly number[];
}

/**
 * The signals that tell a question which the best entry answers from one that it doesn't: 1; the logarithm of the sum of the exponentiated logits; the
 * highest logit; its lead over the best entry with another answer; the logarithm of the number of different meanings; how far the features agree on the
 * best entry; the logit of the examples of other subjects, less the highest; and of each kind of features the share (0 to 1, by squared weight) that speaks
 * for the best entry.
 */
export const SIGNALS = [
  'constant',
  'energy',
  'highest',
  'lead',
  'meanings',
  'agreement',
  'outside',
  ...FEATURE_KINDS.map((kind) => `speaking ${kind}` as const),
] as const;

/**
 * Weighs a question. `answers[i]` tells which entries say the same; the classifier may have one class more than there are entries, for the
 * examples of other subjects.
 */
export function weigh(features: Features, classifier: Classifier, answers: readonly number[]): Evidence {
  const logits = classifier.logits(features);
  const outside = logits.length > answers.length ? logits[answers.length]! : 0;
  const entryLogits = logits.subarray(0, answers.length);
  const order = bestOf(entryLogits);
  const best = order[0]!;
  const highest = entryLogits[best]!;
  const rival = order.find((entry) => answers[entry] !== answers[best]);
  const lead = rival === undefined ? highest : highest - entryLogits[rival]!;
  const probabilities = entryLogits.slice();
  const energy = toProbabilities(probabilities);
  const { speaking, agreement } = support(features, classifier, best);
  const signals = [
    1,
    energy,
    highest,
    lead,
    Math.log(1 + features.meaningCount),
    agreement,
    logits.length > answers.length ? outside - highest : 0,
    ...FEATURE_KINDS.map((kind) => speaking[kind]),
  ];
  return {
    order,
    probabilities,
    isOutside: logits.length > answers.length && outside > highest,
    knownShare: features.knownShare.meaning,
    signals,
  };
}

interface Support {
  /** For each kind, what share of the question's features, by squared weight, speaks for the entry. */
  readonly speaking: Readonly<Record<FeatureKind, number>>;
  /** What the features give the entry, of what they would give if each gave to the entry it speaks for most; at most 1, may be below 0. */
  readonly agreement: number;
}

function support({ rows, values, kinds, knownShare }: Features, classifier: Classifier, entry: number): Support {
  const speaking = { meaning: 0, kindred: 0, neighbours: 0, pair: 0, letters: 0 };
  const all = { meaning: 0, kindred: 0, neighbours: 0, pair: 0, letters: 0 };
  let sum = 0;
  let most = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const weight = classifier.weight(rows[index]!, entry);
    const value = values[index]!;
    const kind = kinds[index]!;
    all[kind] += value * value;
    if (weight > 0) speaking[kind] += value * value;
    sum += value * weight;
    most += value * classifier.highestWeight(rows[index]!);
  }
  for (const kind of FEATURE_KINDS)
    speaking[kind] = all[kind] === 0 ? 0 : (knownShare[kind] * speaking[kind]) / all[kind];
  return { speaking, agreement: most === 0 ? 0 : sum / most };
}

/** How many entries are put in order: enough for the ten best answers though several entries share one. */
export const ORDERED = 24;

/** Positions of the highest logits, highest first; of equal ones the first entry first. */
function bestOf(logits: Float64Array): number[] {
  const order: number[] = [];
  for (let entry = 0; entry < logits.length; entry += 1) {
    const logit = logits[entry]!;
    if (order.length === ORDERED && logit <= logits[order[ORDERED - 1]!]!) continue;
    let place = order.length;
    while (place > 0 && logits[order[place - 1]!]! < logit) place -= 1;
    order.splice(place, 0, entry);
    if (order.length > ORDERED) order.pop();
  }
  return order;
}

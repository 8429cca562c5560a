import { classifierFrom } from './classifier.ts';
import { weigh, type Evidence } from './evidence.ts';
import type { FeatureContext } from './features.ts';
import type { Reading } from './reading.ts';
import { trainClassifier, type Example } from './train-classifier.ts';

/** A question whose answer is known, scored by a classifier that has not seen it. `meant` is undefined where no entry answers it. */
export interface Trial {
  readonly evidence: Evidence;
  readonly answers: readonly number[];
  readonly meant: number | undefined;
  /** How much it counts; all trials together 1. */
  readonly weight: number;
}

/**
 * Scores phrasings as if they were new. In each round a classifier is trained without a part of the phrasings and without a part of the
 * entries: the phrasings left out are questions that the FAQ answers, those of the entries left out are questions that are close to it
 * and have no answer.
 */
export function crossValidate(
  examples: readonly Example[],
  outside: readonly Reading[],
  answers: readonly number[],
  context: FeatureContext,
): Trial[] {
  return balance(Array.from({ length: ROUNDS }, (_, round) => tryRound(round, examples, outside, answers, context)).flat());
}

/** Rounds of cross-validation: each leaves out one in so many phrasings and entries. */
const ROUNDS = 4;
/** Share of all questions that is assumed to be about something that no entry answers. */
const OUT_OF_SCOPE_SHARE = 0.2;

function tryRound(
  round: number,
  examples: readonly Example[],
  outside: readonly Reading[],
  answers: readonly number[],
  context: FeatureContext,
): Trial[] {
  const leftOut = (answer: number): boolean => answer % ROUNDS === round;
  const kept = Array.from(answers.keys()).filter((entry) => !leftOut(answers[entry]!));
  if (kept.length === 0) return [];
  const position = new Map(kept.map((entry, index) => [entry, index]));
  const training: Example[] = [];
  const held: { readonly reading: Reading; readonly meant: number | undefined }[] = [];
  examples.forEach(({ reading, label }, index) => {
    const meant = position.get(label);
    if (meant === undefined || index % ROUNDS === round) held.push({ reading, meant });
    else training.push({ reading, label: meant });
  });
  outside.forEach((reading, index) => {
    if (index % ROUNDS === round) held.push({ reading, meant: undefined });
    else training.push({ reading, label: kept.length });
  });
  const classCount = kept.length + (outside.length > 0 ? 1 : 0);
  const classifier = classifierFrom(trainClassifier(training, classCount, context), context);
  const keptAnswers = kept.map((entry) => answers[entry]!);
  return held.map(({ reading, meant }) => ({
    evidence: weigh(classifier.featuresOf(reading), classifier, keptAnswers),
    answers: keptAnswers,
    meant: meant === undefined ? undefined : keptAnswers[meant],
    weight: 1,
  }));
}

/** Weighs the trials so that those out of scope are the assumed share of all. */
function balance(trials: readonly Trial[]): Trial[] {
  const outCount = trials.filter(({ meant }) => meant === undefined).length;
  const inCount = trials.length - outCount;
  return trials.map((trial) => ({
    ...trial,
    weight: trial.meant === undefined ? OUT_OF_SCOPE_SHARE / outCount : (1 - OUT_OF_SCOPE_SHARE) / inCount,
  }));
}

import { classifierFrom } from '../model/classifier.ts';
import { weigh, type Evidence } from './evidence.ts';
import type { FeatureContext } from '../features/features.ts';
import type { Reading } from '../text/analyze.ts';
import { trainClassifier, type Example } from '../model/train-classifier.ts';

/** A question whose answer is known, scored by a classifier that has not seen it. `meant` is undefined where no entry answers it. */
export interface Trial {
  readonly evidence: Evidence;
  readonly answers: readonly number[];
  /** Positions, among those that this trial's classifier knew, of the entries that take more confidence. */
  readonly careful: ReadonlySet<number>;
  readonly meant: number | undefined;
  /** How much it counts; all trials together 1. */
  readonly weight: number;
}

/**
 * Scores phrasings as if they were new. In each round a classifier is trained without a part of the phrasings and without a few entries: the
 * phrasings left out are questions that the FAQ answers, those of the entries left out are questions that are close to it and have no
 * answer (unless another entry gives the same one: then they are passed over). Phrasings are left out in runs, as those that stand
 * together were often written by one hand, and a reader's hand is a new one.
 */
export function crossValidate(
  examples: readonly Example[],
  outside: readonly Reading[],
  answers: readonly number[],
  careful: ReadonlySet<number>,
  context: FeatureContext,
): Trial[] {
  return balance(
    Array.from({ length: ROUNDS }, (_, round) => tryRound(round, examples, outside, answers, careful, context)).flat(),
  );
}

/** Rounds of cross-validation: each leaves out one in so many phrasings. */
const ROUNDS = 3;
/** Each round leaves out one in so many entries, others each time: few enough that those kept are still the FAQ. Three in eight are left out once. */
const ONE_ENTRY_IN = 8;
/** Share of all questions that is assumed to be about something that no entry answers: twice that among the labelled questions, as a bot in a busy server is asked more of it. */
const OUT_OF_SCOPE_SHARE = 0.2;
/** Share of those that are close to the FAQ, where it gives examples of other subjects, and so tells what else it is asked. */
const NEAR_SHARE = 0.2;

function tryRound(
  round: number,
  examples: readonly Example[],
  outside: readonly Reading[],
  answers: readonly number[],
  careful: ReadonlySet<number>,
  context: FeatureContext,
): Unweighed[] {
  const kept = Array.from(answers.keys()).filter((entry) => entry % ONE_ENTRY_IN !== round);
  if (kept.length === 0) return [];
  const position = new Map(kept.map((entry, index) => [entry, index]));
  const stillAnswered = new Set(kept.map((entry) => answers[entry]!));
  const isHeld = runsByLabel(examples, round);
  const training: Example[] = [];
  const held: { readonly reading: Reading; readonly meant: number | undefined; readonly scope: Scope }[] = [];
  examples.forEach(({ reading, label }, index) => {
    const meant = position.get(label);
    if (meant === undefined) {
      if (!stillAnswered.has(answers[label]!)) held.push({ reading, meant, scope: 'near' });
    } else if (isHeld(index)) held.push({ reading, meant, scope: 'in' });
    else training.push({ reading, label: meant });
  });
  outside.forEach((reading, index) => {
    if (index % ROUNDS === round) held.push({ reading, meant: undefined, scope: 'far' });
    else training.push({ reading, label: kept.length });
  });
  const classCount = kept.length + (outside.length > 0 ? 1 : 0);
  const classifier = classifierFrom(trainClassifier(training, classCount, context), context);
  const keptAnswers = kept.map((entry) => answers[entry]!);
  const keptCareful = new Set(kept.flatMap((entry, index) => (careful.has(entry) ? [index] : [])));
  return held.map(({ reading, meant, scope }) => ({
    evidence: weigh(classifier.featuresOf(reading), classifier, keptAnswers),
    answers: keptAnswers,
    careful: keptCareful,
    meant: meant === undefined ? undefined : keptAnswers[meant],
    scope,
  }));
}

/** Tells by an example's place among all whether it is left out in this round: of each entry's examples, one run. */
function runsByLabel(examples: readonly Example[], round: number): (index: number) => boolean {
  const counts = new Map<number, number>();
  const places = examples.map(({ label }) => {
    const place = counts.get(label) ?? 0;
    counts.set(label, place + 1);
    return place;
  });
  return (index) => Math.floor((ROUNDS * places[index]!) / counts.get(examples[index]!.label)!) === round;
}

/** Weighs the trials so that those out of scope are the assumed share of all, and among them the near ones theirs. */
function balance(trials: readonly Unweighed[]): Trial[] {
  const count = (scope: Scope): number => trials.filter((trial) => trial.scope === scope).length;
  const [near, far] = [count('near'), count('far')];
  const nearShare = far === 0 ? OUT_OF_SCOPE_SHARE : near === 0 ? 0 : OUT_OF_SCOPE_SHARE * NEAR_SHARE;
  const weights: Readonly<Record<Scope, number>> = {
    in: (1 - OUT_OF_SCOPE_SHARE) / Math.max(1, count('in')),
    near: nearShare / Math.max(1, near),
    far: (OUT_OF_SCOPE_SHARE - nearShare) / Math.max(1, far),
  };
  return trials.map(({ scope, ...trial }) => ({ ...trial, weight: weights[scope] }));
}

/** In scope, or out of it: close to the FAQ, as the questions of an entry left out are, or about other subjects, as the examples of such are. */
type Scope = 'in' | 'near' | 'far';
type Unweighed = Omit<Trial, 'weight'> & { readonly scope: Scope };

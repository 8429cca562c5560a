import { splitIntoSets, type Example } from './decision/cross-validation.ts';
import { encodeAscending } from './encoding/typed-arrays.ts';
import { FEATURE_KINDS, type FeatureKind } from './features/features.ts';
import { loadLanguage, type LanguageData } from './language.ts';
import type { ClassifierData } from './model/classifier.ts';
import { countFeatures } from './model/count-features.ts';
import { encodeHead, type HeadData } from './model/linear-head.ts';
import { trainHead } from './model/train-head.ts';
import { createVectorizer } from './model/vectorize.ts';
import type { NearMiss, TrainingEntry } from './types.ts';

/** One classifier to train: jobs of one plan run in any order, or at once. Plain data. */
export interface TrainingJob {
  /** How long it takes, in proportion to the other jobs of the plan. */
  readonly work: number;
  /** The training set: 0 for all texts, from 1 on for a fold of the cross-validation. */
  readonly set: number;
  readonly language: LanguageData;
  readonly entries: readonly TrainingEntry[];
  readonly offTopic: readonly string[];
  readonly nearMisses: readonly NearMiss[];
  readonly features: readonly FeatureKind[] | undefined;
  readonly dropoutRate: number | undefined;
}

/** No entry should hang on one word that somebody may put another way. */
const DROPOUT_RATE = 0.5;

/**
 * Trains the heads of one classifier. The same job gives the same bits.
 * @param onProgress called with the share done, 0 to 1
 */
export function runTrainingJob(job: TrainingJob, onProgress: (share: number) => void): ClassifierData {
  const { features = FEATURE_KINDS, dropoutRate = DROPOUT_RATE } = job;
  const { analyzer, similarWords } = loadLanguage(job.language);
  onProgress(0);
  const set = splitIntoSets(job)[job.set];
  if (set === undefined) throw new RangeError(`There is no training set ${job.set}.`);
  const texts = set.texts.map(analyzer.analyze);
  onProgress(SHARE_OF_READING / 3);
  const table = countFeatures(texts, similarWords, features);
  onProgress((2 * SHARE_OF_READING) / 3);
  const vectorize = createVectorizer(table, similarWords);
  const vectors = new Map(set.texts.map((text, at) => [text, vectorize(texts[at]!)]));

  function train(examples: readonly Example[], classCount: number, from: number, to: number): HeadData {
    const inputs = examples.map(({ text, label }) => ({ vector: vectors.get(text)!, label }));
    const { matrix, bias } = trainHead(inputs, table.keys.length, classCount, dropoutRate, (share) =>
      onProgress(from + (to - from) * share),
    );
    return encodeHead(matrix, bias, stepFor(examples.length));
  }

  const hasNearMisses = job.nearMisses.length > 0;
  const entriesDone = hasNearMisses ? SHARE_BEFORE_NEAR_MISSES : 1;
  return {
    keys: encodeAscending(table.keys),
    rarity: table.rarity,
    entries: train(set.entries, set.entryClasses, SHARE_OF_READING, entriesDone),
    ...(hasNearMisses && { answered: train(set.answered, set.answeredClasses, entriesDone, 1) }),
  };
}

/** The share, 0 to 1, of a job's time that passes before training begins. */
const SHARE_OF_READING = 0.3;
/** The share that has passed when the head for near misses is next. */
const SHARE_BEFORE_NEAR_MISSES = 0.8;

/**
 * The step of the weights, in logits; weights below half a step are left out. With more examples
 * there are more weights and each matters less, so the step grows: from 0.06 up to 1,900 examples
 * to 1 from 30,000 on.
 */
function stepFor(exampleCount: number): number {
  return Math.max(0.0625, Math.min(1, exampleCount / 30_000));
}

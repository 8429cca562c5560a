import { countFolds } from './decision/cross-validation.ts';
import { findSimilarWords } from './features/similar-words.ts';
import type { ClassifierData } from './model/classifier.ts';
import { epochsFor } from './model/train-head.ts';
import { trackParts, type OnProgress } from './progress.ts';
import { countVocabulary, loadVocabulary } from './text/vocabulary.ts';
import { runTrainingJob, type TrainingJob } from './training-job.ts';
import type { TrainedFolds, TrainedModel, TrainingEntry, TrainingOptions } from './types.ts';

/** What is left to train, as jobs that can run at once, and how their results become a model. */
export interface TrainingPlan {
  readonly jobs: readonly TrainingJob[];
  /** @param results of all jobs but the first, in their order: enough to calibrate with */
  readonly assembleFolds: (results: readonly ClassifierData[]) => TrainedFolds;
  /** @param results of the jobs, in their order */
  readonly assemble: (results: readonly ClassifierData[]) => TrainedModel;
}

/**
 * Trains the classifier of a matcher, and again for each fold of the cross-validation. The same
 * input gives the same bits, however the jobs of its plan are run.
 * @throws RangeError see `planTraining`
 */
export function trainMatcher(
  entries: readonly TrainingEntry[],
  options: TrainingOptions = {},
  onProgress: OnProgress = () => undefined,
): TrainedModel {
  const { jobs, assemble } = planTraining(entries, options);
  const report = trackParts(jobs, onProgress);
  return assemble(jobs.map((job, index) => runTrainingJob(job, (share) => report(index, { step: 'training', share }))));
}

/**
 * Counts the vocabulary, finds similar words, which takes seconds, and plans the rest.
 * @throws RangeError without entries, if an entry has no phrasing, or if two share an ID
 */
export function planTraining(entries: readonly TrainingEntry[], options: TrainingOptions = {}): TrainingPlan {
  checkEntries(entries);
  const { abbreviations = {}, names = [], offTopic = [], nearMisses = [], wordVectors } = options;
  const phrasings = entries.flatMap((entry) => entry.phrasings);
  const texts = [...phrasings, ...offTopic, ...nearMisses.map(({ question }) => question)];
  const vocabulary = countVocabulary(texts, abbreviations, names);
  const { words, isTrusted } = loadVocabulary(vocabulary);
  const similarWords = wordVectors && findSimilarWords(words, isTrusted, wordVectors);
  const language = { vocabulary, ...(similarWords && { similarWords }) };

  const work = texts.length * epochsFor(texts.length);
  const jobs = Array.from({ length: 1 + countFolds(entries, texts.length) }, (_, set): TrainingJob => ({
    work: set === 0 ? work : work * WORK_OF_FOLD,
    set,
    language,
    entries: entries.map(({ id, phrasings, needsHighConfidence, topic }) => ({
      id,
      phrasings,
      needsHighConfidence,
      topic,
    })),
    offTopic,
    nearMisses,
    features: options.features,
    dropoutRate: options.dropoutRate,
  }));
  const assembleFolds = (foldClassifiers: readonly ClassifierData[]): TrainedFolds => {
    if (foldClassifiers.length !== jobs.length - 1) throw new RangeError('A plan needs the results of all its folds.');
    return { ids: entries.map(({ id }) => id), ...language, foldClassifiers };
  };
  return {
    jobs,
    assembleFolds,
    assemble([classifier, ...foldClassifiers]) {
      if (classifier === undefined) throw new RangeError('A plan needs the result of its first job.');
      return { ...assembleFolds(foldClassifiers), classifier };
    },
  };
}

/** How long a fold takes, as a share of what all texts take. */
const WORK_OF_FOLD = 0.7;

function checkEntries(entries: readonly TrainingEntry[]): void {
  if (entries.length === 0) throw new RangeError('A matcher needs at least one entry.');
  const seen = new Set<string>();
  for (const { id, phrasings } of entries) {
    if (seen.has(id)) throw new RangeError(`Two entries have the ID ${id}.`);
    if (phrasings.length === 0) throw new RangeError(`Entry ${id} has no phrasing.`);
    seen.add(id);
  }
}

import { FOLDS, LEARNED_SHARE, splitIntoFolds, type Fold } from './decision/cross-validation.ts';
import { findSimilarWords } from './features/similar-words.ts';
import type { WordVectors } from './features/word-vectors/word-vectors.ts';
import { analyzeTexts, loadLanguage } from './language.ts';
import { trainAnswerability } from './model/answerability.ts';
import { epochsFor, trainClassifier, type ClassifierOptions } from './model/train-classifier.ts';
import { trackProgress, type OnProgress } from './progress.ts';
import type { AnalyzedTexts } from './text/analyze.ts';
import { countVocabulary, loadVocabulary } from './text/vocabulary.ts';
import type { TrainedModel, TrainingEntry, TrainingOptions } from './types.ts';

/**
 * Trains the classifier of a matcher, its answerability if there are near misses, and both again
 * for each fold of the cross-validation. Slow: minutes for tens of thousands of phrasings.
 * The same input gives the same bits.
 * @throws RangeError without entries, if an entry has no phrasing, or if two share an ID
 */
export function trainMatcher(
  entries: readonly TrainingEntry[],
  options: TrainingOptions = {},
  onProgress: OnProgress = () => undefined,
): TrainedModel {
  checkEntries(entries);
  const { lexicon = [], abbreviations = {}, offTopic = [], nearMisses = [], wordVectors } = options;
  const phrasings = entries.flatMap((entry) => entry.phrasings);
  const vocabulary = countVocabulary([...phrasings, ...offTopic, ...nearMisses], lexicon, abbreviations);
  const { words, isTrusted } = loadVocabulary(vocabulary);
  const report = trackProgress(
    estimateWork(entries.length, phrasings.length, offTopic.length, nearMisses.length, words.length, wordVectors),
    onProgress,
  );

  const similarWords =
    wordVectors && findSimilarWords(words, isTrusted, wordVectors, (share) => report('finding similar words', share));
  const language = loadLanguage({ vocabulary, similarWords });
  const texts = analyzeTexts(entries, offTopic, nearMisses, language.analyzer, (share) =>
    report('reading the phrasings', share),
  );
  const classifierOptions: ClassifierOptions = {
    similarWords: language.similarWords,
    features: options.features,
    dropoutRate: options.dropoutRate,
  };

  const states = entries.map(({ needsHighConfidence }) => !needsHighConfidence);
  const folds = splitIntoFolds(texts, states);
  const foldClassifiers = folds.map(({ training, classCount }, fold) =>
    trainClassifier(training, classCount, classifierOptions, (share) =>
      report('training for cross-validation', (fold + share) / folds.length),
    ),
  );
  const offTopicLabel = entries.length;
  const examples = [...texts.examples, ...texts.offTopic.map((text) => ({ text, label: offTopicLabel }))];
  // A single entry needs a class beside it, even one without examples, or it would always be sure.
  const classCount = entries.length + (offTopic.length > 0 || entries.length === 1 ? 1 : 0);
  const classifier = trainClassifier(examples, classCount, classifierOptions, (share) =>
    report('training the classifier', share),
  );
  const answerability =
    nearMisses.length === 0 ? {} : trainAnswerabilities(texts, states, folds, classifierOptions, report);
  report('training on near misses', 1);
  return {
    ids: entries.map(({ id }) => id),
    vocabulary,
    ...(similarWords && { similarWords }),
    classifier,
    foldClassifiers,
    ...answerability,
  };
}

function trainAnswerabilities(
  { examples, nearMisses }: AnalyzedTexts,
  states: readonly boolean[],
  folds: readonly Fold[],
  options: ClassifierOptions,
  report: (step: 'training on near misses', share: number) => void,
): Pick<TrainedModel, 'answerability' | 'foldAnswerability'> {
  const answered = examples.flatMap(({ text, label }) => (states[label] ? [text] : []));
  const sets = [{ answered, nearMisses }, ...folds.map(({ answerability }) => answerability)];
  const [answerability, ...foldAnswerability] = sets.map((set, index) =>
    trainAnswerability(set.answered, set.nearMisses, options, (share) =>
      report('training on near misses', (index + share) / sets.length),
    ),
  );
  return answerability === undefined ? {} : { answerability, foldAnswerability };
}

function checkEntries(entries: readonly TrainingEntry[]): void {
  if (entries.length === 0) throw new RangeError('A matcher needs at least one entry.');
  const seen = new Set<string>();
  for (const { id, phrasings } of entries) {
    if (seen.has(id)) throw new RangeError(`Two entries have the ID ${id}.`);
    if (phrasings.length === 0) throw new RangeError(`Entry ${id} has no phrasing.`);
    seen.add(id);
  }
}

/** The work of each step, roughly in microseconds. */
function estimateWork(
  entryCount: number,
  phrasingCount: number,
  offTopicCount: number,
  nearMissCount: number,
  wordCount: number,
  wordVectors: WordVectors | undefined,
) {
  const training = (exampleCount: number): number =>
    exampleCount * epochsFor(exampleCount) * (WORK.example + WORK.class * entryCount);
  const textCount = phrasingCount + offTopicCount + nearMissCount;
  const comparisons = wordVectors === undefined ? 0 : wordVectors.words.split('\n').length * wordCount;
  return {
    'finding similar words': WORK.comparison * comparisons,
    'reading the phrasings': WORK.text * textCount,
    'training for cross-validation': FOLDS * training(textCount * LEARNED_SHARE),
    'training the classifier': training(textCount),
    'training on near misses': nearMissCount === 0 ? 0 : WORK.nearMisses * textCount,
  };
}

/**
 * Microseconds for a pair of words, a text, an example in an epoch, and each class of it; and for
 * learning from near misses, for each text.
 */
const WORK = { comparison: 0.06, text: 60, example: 30, class: 0.2, nearMisses: 1000 } as const;

import { calibrate } from './decision/calibrate.ts';
import { splitIntoSets, topicsOf, trySet } from './decision/cross-validation.ts';
import { createEntryTable } from './decision/entry-table.ts';
import { loadLanguage } from './language.ts';
import { loadClassifier } from './model/classifier.ts';
import { trackProgress, type OnProgress } from './progress.ts';
import type { CalibrationOptions, MatcherData, MatcherEntry, TrainedFolds, TrainedModel } from './types.ts';

/**
 * Learns how far to trust a trained model, given which entries answer alike and which need high
 * confidence. Takes seconds. The same input gives the same bits.
 * @param entries those that the model was trained on, with the same phrasings
 * @param options with the off-topic examples and near misses that the model was trained on
 * @throws RangeError if the model was trained on other entries
 */
export function calibrateMatcher(
  trained: TrainedModel,
  entries: readonly MatcherEntry[],
  options: CalibrationOptions = {},
  onProgress: OnProgress = () => undefined,
): MatcherData {
  return { ...calibrateFolds(trained, entries, options, onProgress), classifier: trained.classifier };
}

/**
 * The same without the classifier of all texts, which may still be in training.
 * @throws RangeError see `calibrateMatcher`
 */
export function calibrateFolds(
  trained: TrainedFolds,
  entries: readonly MatcherEntry[],
  { offTopic = [], nearMisses = [], learnConfidence = true }: CalibrationOptions,
  onProgress: OnProgress,
): Omit<MatcherData, 'classifier'> {
  checkSame(trained, entries, offTopic.length + nearMisses.length);
  const report = trackProgress(WORK, onProgress);
  const language = loadLanguage(trained);
  const texts = { entries, offTopic, nearMisses };
  const topics = topicsOf(texts);
  const table = createEntryTable(entries, topics);
  const [, ...folds] = splitIntoSets(texts);
  const trials = folds.flatMap((fold, index) => {
    const data = trained.foldClassifiers[index];
    if (data === undefined) throw new RangeError(`The model has no classifier for fold ${index}.`);
    return trySet(fold, language, loadClassifier(data, language.similarWords), table, (share) =>
      report('cross-validating', (index + share) / folds.length),
    );
  });
  const calibration = calibrate(trials, learnConfidence, (share) => report('calibrating', share));
  report('calibrating', 1);
  return {
    entries: entries.map(({ id, answerGroup = id, needsHighConfidence, denies, topic }) => ({
      id,
      answerGroup,
      ...(needsHighConfidence && { needsHighConfidence }),
      ...(denies && { denies }),
      ...(topic !== undefined && { topic }),
    })),
    vocabulary: trained.vocabulary,
    ...(trained.similarWords && { similarWords: trained.similarWords }),
    topics,
    calibration,
  };
}

/** How long the steps take, in proportion. */
const WORK = { 'cross-validating': 4, calibrating: 4 } as const;

function checkSame(trained: TrainedFolds, entries: readonly MatcherEntry[], otherTexts: number): void {
  const textCount = entries.reduce((sum, { phrasings }) => sum + phrasings.length, otherTexts);
  const isSame =
    entries.length === trained.ids.length &&
    entries.every(({ id }, position) => id === trained.ids[position]) &&
    textCount === trained.vocabulary.phrasingCount;
  if (!isSame) throw new RangeError('The model was trained on other entries. Train it again.');
}

import { calibrate } from './decision/calibrate.ts';
import { splitIntoFolds, tryFold } from './decision/cross-validation.ts';
import { createEntryTable } from './decision/entry-table.ts';
import { analyzeTexts, loadLanguage } from './language.ts';
import { loadAnswerability } from './model/answerability.ts';
import { loadClassifier } from './model/classifier.ts';
import { trackProgress, type OnProgress } from './progress.ts';
import type { CalibrationOptions, MatcherData, MatcherEntry, TrainedModel } from './types.ts';

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
  { offTopic = [], nearMisses = [], learnConfidence = true }: CalibrationOptions = {},
  onProgress: OnProgress = () => undefined,
): MatcherData {
  checkSame(trained, entries, offTopic.length + nearMisses.length);
  const report = trackProgress(WORK, onProgress);
  const { analyzer, similarWords } = loadLanguage(trained);
  const texts = analyzeTexts(entries, offTopic, nearMisses, analyzer, (share) =>
    report('reading the phrasings', share),
  );
  const folds = splitIntoFolds(
    texts,
    entries.map(({ needsHighConfidence }) => !needsHighConfidence),
  );
  const table = createEntryTable(entries);
  const trials = folds.flatMap((fold, index) => {
    const data = trained.foldClassifiers[index];
    if (data === undefined) throw new RangeError(`The model has no classifier for fold ${index}.`);
    const classifier = loadClassifier(data, similarWords);
    const answerabilityData = trained.foldAnswerability?.[index];
    const answerability = answerabilityData && loadAnswerability(answerabilityData, similarWords);
    return tryFold(fold, classifier, answerability, table, (share) =>
      report('cross-validating', (index + share) / folds.length),
    );
  });
  const calibration = calibrate(trials, learnConfidence, (share) => report('calibrating', share));
  report('calibrating', 1);
  return {
    entries: entries.map(({ id, answerGroup = id, needsHighConfidence }) => ({
      id,
      answerGroup,
      ...(needsHighConfidence && { needsHighConfidence }),
    })),
    vocabulary: trained.vocabulary,
    ...(trained.similarWords && { similarWords: trained.similarWords }),
    classifier: trained.classifier,
    ...(trained.answerability && { answerability: trained.answerability }),
    calibration,
  };
}

/** How long the steps take, in proportion. */
const WORK = { 'reading the phrasings': 2, 'cross-validating': 3, calibrating: 5 } as const;

function checkSame(trained: TrainedModel, entries: readonly MatcherEntry[], otherTexts: number): void {
  const textCount = entries.reduce((sum, { phrasings }) => sum + phrasings.length, otherTexts);
  const isSame =
    entries.length === trained.ids.length &&
    entries.every(({ id }, position) => id === trained.ids[position]) &&
    textCount === trained.vocabulary.phrasingCount;
  if (!isSame) throw new RangeError('The model was trained on other entries. Train it again.');
}

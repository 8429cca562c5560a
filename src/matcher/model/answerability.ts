import type { SimilarWords } from '../features/similar-words.ts';
import type { AnalyzedText } from '../text/analyze.ts';
import { loadClassifier, type ClassifierData } from './classifier.ts';
import { trainClassifier, type ClassifierOptions } from './train-classifier.ts';

/**
 * Scores how likely it is that a question is answered rather than a near miss, whichever entry it
 * is close to: the logit of a linear classifier. One classifier serves all entries, so that it
 * learns from each what to ask for in vain looks like: another person, a reason, a number.
 */
export type Answerability = (text: AnalyzedText) => number;

/**
 * @param answered phrasings of entries that state something
 * @param nearMisses questions about the same subject that no entry answers
 */
export function trainAnswerability(
  answered: readonly AnalyzedText[],
  nearMisses: readonly AnalyzedText[],
  options: ClassifierOptions,
  onProgress?: (share: number) => void,
): ClassifierData {
  const repeated = Array.from({ length: NEAR_MISS_WEIGHT }, () => nearMisses).flat();
  const examples = [
    ...answered.map((text) => ({ text, label: ANSWERED })),
    ...repeated.map((text) => ({ text, label: NEAR_MISS })),
  ];
  return trainClassifier(examples, 2, options, onProgress);
}

export function loadAnswerability(data: ClassifierData, similarWords: SimilarWords): Answerability {
  const { vectorize, logits } = loadClassifier(data, similarWords);
  return (text) => {
    const sums = logits(vectorize(text));
    return sums[ANSWERED]! - sums[NEAR_MISS]!;
  };
}

const ANSWERED = 0;
const NEAR_MISS = 1;
/** How often a near miss is learned for each time a phrasing is: there are far fewer of them. */
const NEAR_MISS_WEIGHT = 4;

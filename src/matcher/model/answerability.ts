import type { SimilarWords } from '../features/similar-words.ts';
import type { AnalyzedText } from '../text/analyze.ts';
import { loadClassifier, type ClassifierData } from './classifier.ts';
import { trainClassifier, type ClassifierOptions } from './train-classifier.ts';

/**
 * The logit that a question is answered rather than a near miss, whichever entry it is close to.
 * One linear classifier serves all entries: what it learns beside one, such as that reasons or
 * other people are asked for in vain, also holds beside the others.
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
/** A near miss is learned this many times as often as a phrasing: there are far fewer of them. */
const NEAR_MISS_WEIGHT = 4;

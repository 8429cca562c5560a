import {
  loadSimilarWords,
  NO_SIMILAR_WORDS,
  type SimilarWords,
  type SimilarWordsData,
} from './features/similar-words.ts';
import { createAnalyzer, type AnalyzedText, type AnalyzedTexts, type Analyzer } from './text/analyze.ts';
import { loadVocabulary, type Vocabulary, type VocabularyData } from './text/vocabulary.ts';

/** What texts are read with, the same in training and for a question. */
export interface Language {
  readonly vocabulary: Vocabulary;
  readonly similarWords: SimilarWords;
  readonly analyzer: Analyzer;
}

export interface LanguageData {
  readonly vocabulary: VocabularyData;
  readonly similarWords?: SimilarWordsData | undefined;
}

export function loadLanguage(data: LanguageData, correctTypos = true): Language {
  const vocabulary = loadVocabulary(data.vocabulary);
  const similarWords =
    data.similarWords === undefined ? NO_SIMILAR_WORDS : loadSimilarWords(data.similarWords, vocabulary.words);
  return { vocabulary, similarWords, analyzer: createAnalyzer(vocabulary, similarWords.frequentWords, correctTypos) };
}

/** @param onProgress called with the share done, 0 to 1 */
export function analyzeTexts(
  entries: readonly { readonly phrasings: readonly string[] }[],
  offTopic: readonly string[],
  nearMisses: readonly string[],
  { analyze }: Analyzer,
  onProgress: (share: number) => void,
): AnalyzedTexts {
  const total = entries.reduce((sum, { phrasings }) => sum + phrasings.length, offTopic.length + nearMisses.length);
  let done = 0;
  const analyzeNext = (text: string): AnalyzedText => {
    if (done % PROGRESS_EVERY === 0) onProgress(done / total);
    done += 1;
    return analyze(text);
  };
  return {
    examples: entries.flatMap(({ phrasings }, label) => phrasings.map((text) => ({ text: analyzeNext(text), label }))),
    offTopic: offTopic.map(analyzeNext),
    nearMisses: nearMisses.map(analyzeNext),
  };
}

/** Progress is reported once in so many texts. */
const PROGRESS_EVERY = 500;

import {
  loadSimilarWords,
  NO_SIMILAR_WORDS,
  type SimilarWords,
  type SimilarWordsData,
} from './features/similar-words.ts';
import { createAnalyzer, type Analyzer } from './text/analyze.ts';
import { createNameFinder, type FindNames } from './text/names.ts';
import { loadVocabulary, type Vocabulary, type VocabularyData } from './text/vocabulary.ts';

/** What texts are read with, the same in training and for a question. */
export interface Language {
  readonly vocabulary: Vocabulary;
  readonly similarWords: SimilarWords;
  readonly analyzer: Analyzer;
  readonly findNames: FindNames;
}

export interface LanguageData {
  readonly vocabulary: VocabularyData;
  readonly similarWords?: SimilarWordsData | undefined;
}

export function loadLanguage(data: LanguageData, correctTypos = true): Language {
  const vocabulary = loadVocabulary(data.vocabulary);
  const similarWords = data.similarWords === undefined ? NO_SIMILAR_WORDS : loadSimilarWords(data.similarWords);
  const analyzer = createAnalyzer(vocabulary, similarWords.frequentWords, correctTypos);
  return { vocabulary, similarWords, analyzer, findNames: createNameFinder(vocabulary.names) };
}

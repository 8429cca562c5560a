import type { FrequentWords } from '../spelling/frequent-words.ts';
import { createSpellChecker, type SpellChecker } from '../spelling/spell-checker.ts';
import { stem } from './stem.ts';
import { tokenize } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A question or phrasing as the features see it. */
export interface AnalyzedText {
  readonly tokens: readonly Token[];
}

export interface Token {
  /** As typed, in lowercase. */
  readonly typed: string;
  /** The word that was meant: spelled right, short forms expanded. */
  readonly word: string;
  /** What it counts as in pairs of words. */
  readonly stem: string;
  /** Whether the FAQ uses the word. */
  readonly known: boolean;
}

/**
 * Turns a text into tokens: splits it into words, expands short forms, corrects typos, finds
 * stems.
 */
export interface Analyzer {
  readonly analyze: (text: string) => AnalyzedText;
  /** Analyzes the text with each of these last words in turn; what comes before is read once. */
  readonly analyzeEach: (before: string, lastWords: readonly string[]) => readonly AnalyzedText[];
}

export function createAnalyzer(vocabulary: Vocabulary, frequentWords: FrequentWords, correctTypos: boolean): Analyzer {
  const { abbreviations, isTrusted } = vocabulary;
  let spellChecker: SpellChecker | undefined; // made for the first odd word: no start waits for it
  const correctWord: SpellChecker['correct'] = (typed) => {
    spellChecker ??= createSpellChecker({
      words: vocabulary.words.filter(isTrusted),
      countOf: vocabulary.countOf,
      shortForms: new Set(abbreviations.keys()),
      frequentWords,
    });
    return spellChecker.correct(typed);
  };

  function read(text: string): Token[] {
    let searches = 0;
    return tokenize(text).flatMap((typed) => {
      if (needsSearch(typed)) searches += 1;
      return spell(typed, correctTypos && (!needsSearch(typed) || searches <= MOST_SEARCHES)).map(withStem);
    });
  }

  /**
   * Whether correcting the word takes a long search. A frequent word is only compared with the few
   * nearest.
   */
  function needsSearch(typed: string): boolean {
    return !abbreviations.has(typed) && !isTrusted(typed) && frequentWords.shareOf(typed) === 0;
  }

  /** The words that were meant by a typed one. */
  function spell(typed: string, correct: boolean): SpelledWord[] {
    const expanded = abbreviations.get(typed);
    if (expanded !== undefined) return expanded.map((word) => ({ typed, word, known: true }));
    if (isTrusted(typed)) return [{ typed, word: typed, known: true }];
    const corrected = correct ? correctWord(typed) : undefined;
    if (corrected === undefined) return [{ typed, word: typed, known: false }];
    return corrected
      .flatMap((part) => abbreviations.get(part) ?? [part])
      .map((word) => ({ typed, word, known: isTrusted(word) }));
  }

  return {
    analyze: (text) => ({ tokens: read(text) }),
    analyzeEach(before, lastWords) {
      const words = read(before);
      return lastWords.map((last) => ({ tokens: [...words, ...read(last)] }));
    },
  };
}

/**
 * A question gets this many long searches; further unknown words stay as typed. A search can
 * take a fifth of a millisecond, and nobody's question should make others wait.
 */
const MOST_SEARCHES = 8;

type SpelledWord = Omit<Token, 'stem'>;

function withStem(word: SpelledWord): Token {
  return { ...word, stem: stem(word.word) };
}

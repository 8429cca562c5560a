import type { FrequentWords } from '../spelling/frequent-words.ts';
import { createSpellChecker, type SpellChecker } from '../spelling/spell-checker.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
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
  /**
   * What it counts as: its stem, or the term of its lexicon group. Empty for the second and
   * further words of an item of several words.
   */
  readonly term: string;
  /** Its own stem where the lexicon gave it another term, else empty. */
  readonly ownStem: string;
  /** Whether the FAQ uses the word. */
  readonly known: boolean;
}

/**
 * Turns a text into tokens: splits it into words, expands short forms, corrects typos, finds each
 * word's term.
 */
export interface Analyzer {
  readonly analyze: (text: string) => AnalyzedText;
  /** Analyzes the text with each of these last words in turn; what comes before is read once. */
  readonly analyzeEach: (before: string, lastWords: readonly string[]) => readonly AnalyzedText[];
}

export function createAnalyzer(vocabulary: Vocabulary, frequentWords: FrequentWords, correctTypos: boolean): Analyzer {
  const { abbreviations, isTrusted } = vocabulary;
  const lexicon = createLexicon(vocabulary.lexicon);
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

  function read(text: string): SpelledWord[] {
    let searches = 0;
    return tokenize(text).flatMap((typed) => {
      if (needsSearch(typed)) searches += 1;
      return spell(typed, correctTypos && (!needsSearch(typed) || searches <= MOST_SEARCHES));
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
    analyze: (text) => ({ tokens: withTerms(read(text), lexicon) }),
    analyzeEach(before, lastWords) {
      const words = read(before);
      return lastWords.map((last) => ({ tokens: withTerms([...words, ...read(last)], lexicon) }));
    },
  };
}

/**
 * A question gets this many long searches; further unknown words stay as typed. A search can
 * take a fifth of a millisecond, and nobody's question should make others wait.
 */
const MOST_SEARCHES = 8;

type SpelledWord = Pick<Token, 'typed' | 'word' | 'known'>;

function withTerms(words: readonly SpelledWord[], lexicon: Lexicon): Token[] {
  const stems = words.map(({ word }) => stem(word));
  let item = { start: 0, end: 0, term: '' }; // of the lexicon, the last one found
  return words.map(({ typed, word, known }, at) => {
    const ownStem = stems[at] ?? '';
    if (at >= item.end) {
      const found = lexicon.longestAt(stems, at);
      item = { start: at, end: at + (found?.length ?? 1), term: found?.term ?? ownStem };
    }
    const term = at === item.start ? item.term : '';
    return { typed, word, term, ownStem: term === ownStem ? '' : ownStem, known };
  });
}

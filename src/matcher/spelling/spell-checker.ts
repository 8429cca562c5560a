import { typoCost, TYPO_COST } from './edit-distance.ts';
import type { FrequentWords } from './frequent-words.ts';
import { createNearestWord } from './nearest-word.ts';
import { splitRunTogether, splitWithTypo } from './run-together.ts';

export interface SpellChecker {
  /**
   * What was probably meant by a word that the FAQ does not use: one word, or two that were run
   * together; `undefined` to leave it as it is. Nothing is kept between two calls.
   */
  readonly correct: (typed: string) => readonly string[] | undefined;
}

/** What words are corrected to. */
export interface SpellingWords {
  /** The words of the FAQ. */
  readonly words: readonly string[];
  /** How many phrasings use a word. */
  readonly countOf: (word: string) => number;
  /** Short forms, such as "ppl". */
  readonly shortForms: ReadonlySet<string>;
  /** Words of the language that are right although the FAQ does not use them. */
  readonly frequentWords: FrequentWords;
}

export function createSpellChecker({ words, countOf, shortForms, frequentWords }: SpellingWords): SpellChecker {
  const known = new Set(words);
  const longForms = [...shortForms].filter((form) => form.length >= SHORTEST_CORRECTED_FORM && !known.has(form));
  const nearestWord = createNearestWord([...words, ...longForms], countOf);
  const uses = words.reduce((sum, word) => sum + countOf(word), 0);
  const shareInFaq = (word: string): number => countOf(word) / Math.max(1, uses);

  /** How likely a part of a run-together word is as a word of its own. */
  function shareOf(part: string): number {
    if (shortForms.has(part)) return SHARE_OF_SHORT_FORM;
    if (known.has(part)) return Math.max(LEAST_SHARE, shareInFaq(part));
    return part.length < SHORTEST_FREQUENT_PART ? 0 : SHARE_OF_OTHER_WORDS * frequentWords.shareOf(part);
  }

  /** A frequent word that the FAQ does not use, such as "dose", may be a typo of one it does. */
  function correctFrequent(typed: string): readonly string[] | undefined {
    const near = nearestWord(typed, 1);
    if (near === undefined || typoCost(typed, near.word) > MOST_COST_IN_FREQUENT) return undefined;
    const isLikelier = SHARE_OF_A_TYPO * shareInFaq(near.word) > frequentWords.shareOf(typed);
    return isLikelier ? [near.word] : undefined;
  }

  return {
    correct(typed) {
      if (frequentWords.shareOf(typed) > 0) return correctFrequent(typed);
      const near = nearestWord(typed, 2);
      if (near?.edits === 1) return [near.word];
      if (countOf(typed) > 0) return undefined; // rare, but some phrasing has it
      return (
        splitRunTogether(typed, shareOf) ??
        oneWord(frequentWords.correct(typed)) ??
        splitWithTypo(typed, shareOf, (part) => nearestWord(part, 1)?.word) ??
        oneWord(near?.word)
      );
    },
  };
}

function oneWord(word: string | undefined): readonly string[] | undefined {
  return word === undefined ? undefined : [word];
}

/** Nothing is corrected to a shorter short form: any letters are one edit from one. */
const SHORTEST_CORRECTED_FORM = 4;
/**
 * How often a word is typed with one given typo, as a share (0 to 1) of its uses. A frequent word
 * is taken for a typo of a word of the FAQ where that is likelier than the word itself.
 */
const SHARE_OF_A_TYPO = 0.005;
/** Such a typo costs at most this, from 0 to 1. */
const MOST_COST_IN_FREQUENT = TYPO_COST.adjacentKey;
/** A part of a run-together word that the FAQ does not use has at least this many letters. */
const SHORTEST_FREQUENT_PART = 4;
/** A word that only a name or a short form has counts as this frequent. */
const LEAST_SHARE = 1e-7;
/** A short form counts as this frequent: the phrasings are counted with short forms expanded. */
const SHARE_OF_SHORT_FORM = 1e-4;
/** Of the words in questions, about this share are frequent words that the FAQ does not use. */
const SHARE_OF_OTHER_WORDS = 0.1;

import { bytesOf, toText } from './model/base64.ts';
import { readWords } from './text/tokenize.ts';
import { createLexicon, type Reader } from './text/analyze.ts';
import { createSpelling } from './spelling/spell-checker.ts';
import type { MatcherOptions, VocabularyData } from './types.ts';

/** The words of an FAQ: what is needed to read a question as the FAQ would put it. */
export interface Vocabulary {
  /** Sorted. */
  readonly words: readonly string[];
  /** How many phrasings use the word; 0 where none does. */
  readonly countOf: (word: string) => number;
  /** Whether it is a word of the FAQ, and not what may be a slip in one of its phrasings. */
  readonly isTrusted: (word: string) => boolean;
  /** Reads questions, with spelling corrected. */
  readonly reader: Reader;
  readonly data: VocabularyData;
}

/** Counts the words of the phrasings; those of the lexicon and of written-out short forms are known as well. */
export function vocabularyOf(phrasings: readonly string[], options: MatcherOptions): Vocabulary {
  const counts = new Map<string, number>();
  const lexicon = options.without?.includes('lexicon') ? [] : (options.lexicon ?? []);
  const abbreviations = new Map(
    Object.entries(options.abbreviations ?? {}).map(([short, long]) => [
      readWords(short).join(''),
      readWords(long).join(' '),
    ]),
  );
  for (const word of [...lexicon.flat(), ...abbreviations.values()].flatMap(readWords)) counts.set(word, 0);
  for (const phrasing of phrasings) {
    const written = readWords(phrasing).flatMap((word) => abbreviations.get(word)?.split(' ') ?? [word]);
    for (const word of new Set(written)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts.keys()].sort();
  return vocabularyFrom(
    {
      words: words.join('\n'),
      counts: toText(Uint16Array.from(words, (word) => Math.min(counts.get(word) ?? 0, MOST_COUNTED))),
      lexicon,
      abbreviations: Object.fromEntries(abbreviations),
      phrasingCount: phrasings.length,
    },
    options.without?.includes('spelling') ?? false,
  );
}

const MOST_COUNTED = 0xffff;
/**
 * Among more than so many phrasings, a word that hardly any of them has may be a slip itself, as writers make them too: it is read as what was
 * probably meant, where that is near, and nothing is corrected to it.
 */
const MANY_PHRASINGS = 8000;
const FEWEST_USES = 3;

/** Restores a vocabulary. */
export function vocabularyFrom(data: VocabularyData, withoutSpelling: boolean): Vocabulary {
  const words = data.words.split('\n');
  const stored = new Uint16Array(bytesOf(data.counts).buffer);
  const counts = new Map(words.map((word, position) => [word, stored[position] ?? 0]));
  const countOf = (word: string): number => counts.get(word) ?? 0;
  const fewest = data.phrasingCount > MANY_PHRASINGS ? FEWEST_USES : 1;
  const given = new Set([...data.lexicon.flat(), ...Object.values(data.abbreviations)].flatMap(readWords));
  const isTrusted = (word: string): boolean => given.has(word) || countOf(word) >= fewest;
  const abbreviations = new Map(Object.entries(data.abbreviations).map(([short, long]) => [short, long.split(' ')]));
  const reader: Reader = {
    lexicon: createLexicon(data.lexicon),
    abbreviations,
    knows: isTrusted,
    ...(withoutSpelling
      ? {}
      : { spelling: createSpelling(words.filter(isTrusted), countOf, new Set(abbreviations.keys())) }),
  };
  return { words, countOf, isTrusted, reader, data };
}

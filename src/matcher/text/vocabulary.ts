import { tokenize } from './tokenize.ts';

/** The words of an FAQ. */
export interface Vocabulary {
  /** Sorted. */
  readonly words: readonly string[];
  /** How many phrasings use the word; 0 where none does. */
  readonly countOf: (word: string) => number;
  /** The words that begin with the prefix and are used most, at most `most`, most used first. */
  readonly mostUsed: (prefix: string, most: number) => readonly string[];
  /** Whether it is a word of the FAQ, rather than one that may be a typo in a phrasing. */
  readonly isTrusted: (word: string) => boolean;
  /** Names to find in questions, each with its other forms. */
  readonly names: readonly (readonly string[])[];
  /** Short form → its words. */
  readonly abbreviations: ReadonlyMap<string, readonly string[]>;
}

export interface VocabularyData {
  /** The words of the phrasings, sorted, one a line. */
  readonly words: string;
  /** How many phrasings use each word. */
  readonly counts: Uint16Array;
  /** 1 for each word that is trusted, else 0. */
  readonly trusted: Uint8Array;
  readonly names: readonly (readonly string[])[];
  /** Short form → what it stands for, both as tokens. */
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly phrasingCount: number;
}

/**
 * Counts the words of the phrasings; the words of expanded short forms and of names are in it too,
 * so that typos in them are corrected.
 */
export function countVocabulary(
  phrasings: readonly string[],
  abbreviations: Readonly<Record<string, string>>,
  names: readonly (readonly string[])[] = [],
): VocabularyData {
  const expansions = new Map(
    Object.entries(abbreviations).map(([short, long]) => [tokenize(short).join(''), tokenize(long).join(' ')]),
  );
  const listed = new Set([...names.flat(), ...expansions.values()].flatMap(tokenize));
  const counts = new Map([...listed].map((word) => [word, 0]));
  for (const phrasing of phrasings) {
    const words = tokenize(phrasing).flatMap((word) => expansions.get(word)?.split(' ') ?? [word]);
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts.keys()].sort();
  const fewest = phrasings.length > MANY_PHRASINGS ? FEWEST_USES : 1;
  return {
    words: words.join('\n'),
    counts: Uint16Array.from(words, (word) => Math.min(counts.get(word) ?? 0, HIGHEST_COUNT)),
    trusted: Uint8Array.from(words, (word) => (listed.has(word) || counts.get(word)! >= fewest ? 1 : 0)),
    names,
    abbreviations: Object.fromEntries(expansions),
    phrasingCount: phrasings.length,
  };
}

/** The highest count that fits in 16 bits. */
const HIGHEST_COUNT = 0xffff;

export function loadVocabulary(data: VocabularyData): Vocabulary {
  const { counts } = data;
  const words = data.words.split('\n');
  const positions = new Map<string, number>();
  // By index: every start waits for it.
  for (let position = 0; position < words.length; position += 1) positions.set(words[position]!, position);
  return {
    words,
    countOf: (word) => counts[positions.get(word) ?? -1] ?? 0,
    mostUsed(prefix, most) {
      const found: number[] = [];
      // One letter begins hundreds of words: sorting them for each key pressed would take longer.
      for (let position = placeOf(prefix, words); words[position]?.startsWith(prefix); position += 1) {
        let place = found.length;
        while (place > 0 && counts[found[place - 1]!]! < counts[position]!) place -= 1;
        if (place < most) found.splice(place, 0, position);
        if (found.length > most) found.pop();
      }
      return found.map((position) => words[position]!);
    },
    isTrusted: (word) => data.trusted[positions.get(word) ?? -1] === 1,
    names: data.names,
    abbreviations: new Map(Object.entries(data.abbreviations).map(([short, long]) => [short, long.split(' ')])),
  };
}

/** The position of the first word that is not before this one, by binary search. */
function placeOf(word: string, sorted: readonly string[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Authors make typos too. With more phrasings than this, a word that fewer than
 * {@link FEWEST_USES} of them use is not trusted: it is corrected if a trusted word is near, and
 * nothing is corrected to it.
 */
const MANY_PHRASINGS = 8000;
const FEWEST_USES = 3;

import { stem } from './stem.ts';
import { tokenize } from './tokenize.ts';

/** Groups of words that mean the same thing, found by their stems. */
export interface Lexicon {
  /** The longest item of the lexicon that begins at this stem, if there is one. */
  readonly longestAt: (stems: readonly string[], at: number) => LexiconItem | undefined;
}

export interface LexiconItem {
  /** What the item's group is read as: the stem, or stems, of its first item. */
  readonly term: string;
  /** How many stems the item has. */
  readonly length: number;
}

/**
 * Each group is read as its first item. An item may have several words, which then count
 * together; an item that is in two groups belongs to the first.
 */
export function createLexicon(groups: readonly (readonly string[])[]): Lexicon {
  const terms = new Map<string, string>();
  const longestByFirstStem = new Map<string, number>();
  for (const group of groups) {
    const term = stemsOf(group[0] ?? '').join(' ');
    for (const item of group) {
      const stems = stemsOf(item);
      const [first] = stems;
      if (first === undefined || terms.has(stems.join(' '))) continue;
      terms.set(stems.join(' '), term);
      longestByFirstStem.set(first, Math.max(longestByFirstStem.get(first) ?? 1, stems.length));
    }
  }
  return {
    longestAt(stems, at) {
      const longest = Math.min(longestByFirstStem.get(stems[at] ?? '') ?? 0, stems.length - at);
      for (let length = longest; length > 0; length -= 1) {
        const term = terms.get(stems.slice(at, at + length).join(' '));
        if (term !== undefined) return { term, length };
      }
      return undefined;
    },
  };
}

function stemsOf(item: string): string[] {
  return tokenize(item).map(stem);
}

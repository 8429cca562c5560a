import type { AnalyzedText } from './analyze.ts';
import { stem } from './stem.ts';
import { tokenize } from './tokenize.ts';

/** Finds the names in a text: each once, in its first form. */
export type FindNames = (text: AnalyzedText) => readonly string[];

/**
 * Forms are found by their stems, the longest that begins at a word. A form of two names belongs
 * to the first.
 * @param names each as it is written, then its other forms
 */
export function createNameFinder(names: readonly (readonly string[])[]): FindNames {
  const nameOf = new Map<string, string>(); // by the stems of a form
  const longestByFirstStem = new Map<string, number>();
  for (const [name = '', ...others] of names) {
    for (const form of [name, ...others]) {
      const stems = tokenize(form).map(stem);
      const [first] = stems;
      if (first === undefined || nameOf.has(stems.join(' '))) continue;
      nameOf.set(stems.join(' '), name);
      longestByFirstStem.set(first, Math.max(longestByFirstStem.get(first) ?? 1, stems.length));
    }
  }

  function longestAt(stems: readonly string[], at: number): string | undefined {
    for (let length = longestByFirstStem.get(stems[at]!) ?? 0; length > 0; length -= 1) {
      const name = nameOf.get(stems.slice(at, at + length).join(' '));
      if (name !== undefined) return name;
    }
    return undefined;
  }

  return ({ tokens }) => {
    const stems = tokens.map((token) => token.stem);
    return [...new Set(stems.map((_, at) => longestAt(stems, at)))].filter((name) => name !== undefined);
  };
}

import type { AnalyzedText } from './analyze.ts';
import { createLexicon } from './lexicon.ts';
import { stem } from './stem.ts';
import { tokenize } from './tokenize.ts';

/** Finds the names in a text: each once, in its first form. */
export type FindNames = (text: AnalyzedText) => readonly string[];

/** @param names each as it is written, then its other forms */
export function createNameFinder(names: readonly (readonly string[])[]): FindNames {
  const lexicon = createLexicon(names);
  const written = new Map(names.map(([first = '']) => [tokenize(first).map(stem).join(' '), first]));
  return ({ tokens }) => {
    const stems = tokens.map(({ word }) => stem(word));
    const found = new Set<string>();
    for (let at = 0; at < stems.length; at += 1) {
      const name = lexicon.longestAt(stems, at);
      if (name !== undefined) found.add(written.get(name.term)!);
    }
    return [...found];
  };
}

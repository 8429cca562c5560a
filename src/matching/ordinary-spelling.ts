import { slipsBetween } from './edit-distance.ts';

/** Finds the ordinary word that was probably meant: one slip away, with the same first letter, the most frequent of several. */
export type OrdinarySpelling = (typed: string) => string | undefined;

/** Shorter words are one slip from too many others. */
const SHORTEST = 5;

/**
 * @param words ordinary words, most frequent first; most of them are none of the FAQ's own, yet are used like some of those. They are too many for
 *   the deletion index to be worth its room, and a slip in them is rare: a look through those of the same first letter takes a fifth of a millisecond.
 */
export function createOrdinarySpelling(words: readonly string[]): OrdinarySpelling {
  const byStart = new Map<string, string[]>();
  for (const word of words) {
    const start = word.charAt(0);
    const alike = byStart.get(start);
    if (alike === undefined) byStart.set(start, [word]);
    else alike.push(word);
  }
  return (typed) => {
    if (typed.length < SHORTEST || /[^a-z]/.test(typed)) return undefined;
    return byStart.get(typed.charAt(0))?.find((word) => Math.abs(word.length - typed.length) <= 1 && slipsBetween(typed, word, 1) <= 1);
  };
}

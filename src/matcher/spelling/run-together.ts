/** How often a word is used, as a share (0 to 1) of all words; 0 for an unknown word. */
export type ShareOf = (word: string) => number;

/** Two words that were typed without a space between them, both spelled right. */
export function splitRunTogether(typed: string, shareOf: ShareOf): Pair | undefined {
  const pairs = cutsOf(typed).filter((pair) => pair.every((part) => shareOf(part) > 0));
  return likeliestOf(pairs, shareOf, LEAST_CHANCE);
}

/** Two words that were typed without a space between them, one of them with a typo. */
export function splitWithTypo(
  typed: string,
  shareOf: ShareOf,
  correct: (part: string) => string | undefined,
): Pair | undefined {
  const pairs = cutsOf(typed).flatMap(([left, right]): Pair[] => {
    const knowsLeft = shareOf(left) > 0;
    if (knowsLeft === shareOf(right) > 0) return [];
    const unknown = knowsLeft ? right : left;
    const corrected = unknown.length < SHORTEST_WITH_TYPO ? undefined : correct(unknown);
    if (corrected === undefined) return [];
    return [knowsLeft ? [left, corrected] : [corrected, right]];
  });
  return likeliestOf(pairs, shareOf, LEAST_CHANCE_WITH_TYPO);
}

type Pair = readonly [string, string];

/** All ways to cut a word in two. */
function cutsOf(typed: string): readonly Pair[] {
  const cuts: Pair[] = [];
  for (let at = 1; at <= typed.length - SHORTEST_PART; at += 1) {
    const left = typed.slice(0, at);
    if (at >= SHORTEST_PART || left === 'a' || left === 'i') cuts.push([left, typed.slice(at)]);
  }
  return cuts;
}

/** Of a pair of words drawn by their shares, the one with the highest chance. */
function likeliestOf(pairs: readonly Pair[], shareOf: ShareOf, leastChance: number): Pair | undefined {
  let best: Pair | undefined;
  let highest = 0;
  for (const [left, right] of pairs) {
    const chance = shareOf(left) * shareOf(right);
    const areLong = left.length >= LONG_PART && right.length >= LONG_PART;
    if (chance <= highest || (chance < leastChance && !areLong)) continue;
    highest = chance;
    best = [left, right];
  }
  return best;
}

/** Except for "a" and "I", shorter parts would be found in almost every word. */
const SHORTEST_PART = 2;
/** A part with a typo has at least this many letters. */
const SHORTEST_WITH_TYPO = 4;
/**
 * Least chance (0 to 1) of two words to stand together, each drawn by its share of all words.
 * Below it, what was typed is more likely to be one unknown word.
 */
const LEAST_CHANCE = 1e-8;
/** The same where one of the two has a typo. */
const LEAST_CHANCE_WITH_TYPO = 1e-7;
/** Two words this long need not be frequent: hardly any word is made of two such by chance. */
const LONG_PART = 4;

import { areAdjacentKeys } from './keyboard.ts';

/**
 * How many edits turn one word into the other: a letter inserted, deleted or substituted, or two
 * adjacent letters transposed (optimal string alignment, also called restricted
 * Damerau–Levenshtein). Gives up beyond `limit` and returns `limit + 1`.
 *
 * https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
export function editDistance(typed: string, meant: string, limit: number): number {
  if (Math.abs(typed.length - meant.length) > limit) return limit + 1;
  if (limit === 1) return typed === meant ? 0 : isWithinOneEdit(typed, meant) ? 1 : 2;
  // Three rows of the matrix at a time. A row has the distances of the first letters of `typed`
  // to each beginning of `meant`.
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: meant.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let left = row;
    let least = row;
    for (let column = 1; column <= meant.length; column += 1) {
      const isSame = typed[row - 1] === meant[column - 1];
      let edits = Math.min(previous[column - 1]! + (isSame ? 0 : 1), previous[column]! + 1, left + 1);
      if (row > 1 && column > 1 && typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1]) {
        edits = Math.min(edits, beforePrevious[column - 2]! + 1);
      }
      current.push(edits);
      left = edits;
      least = Math.min(least, edits);
    }
    if (least > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous.at(-1) ?? 0, limit + 1);
}

/** Whether `editDistance` is at most 1, in a fraction of the time. */
export function isWithinOneEdit(typed: string, meant: string): boolean {
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  if (long.length - short.length > 1) return false;
  const at = firstDifference(typed, meant);
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (typed.slice(at + 1) === meant.slice(at + 1)) return true;
  return typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && typed.slice(at + 2) === meant.slice(at + 2);
}

/**
 * How unlikely a typo is, from 0 to 1, for words one edit apart. Fingers transpose and double
 * letters on their own; they hit an adjacent key or skip a letter now and then; any other letter
 * is rare.
 */
export function typoCost(typed: string, meant: string): number {
  const at = firstDifference(typed, meant);
  if (typed.length === meant.length) {
    if (typed[at] === meant[at + 1] && typed[at + 1] === meant[at]) return TYPO_COST.transposed;
    return areAdjacentKeys(typed[at] ?? '', meant[at] ?? '') ? TYPO_COST.adjacentKey : TYPO_COST.otherKey;
  }
  if (typed.length > meant.length) return isDoubled(typed, at) ? TYPO_COST.doubled : TYPO_COST.inserted;
  return isDoubled(meant, at) ? TYPO_COST.doubled : TYPO_COST.skipped;
}

/** In the order that studies of typing find; the distances between them are chosen. */
export const TYPO_COST = {
  transposed: 0.2,
  doubled: 0.2,
  skipped: 0.4,
  adjacentKey: 0.4,
  inserted: 0.6,
  otherKey: 0.8,
} as const;

function isDoubled(word: string, at: number): boolean {
  return word[at] === word[at - 1] || word[at] === word[at + 1];
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

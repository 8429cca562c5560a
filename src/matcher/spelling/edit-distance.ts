/**
 * How many slips turn one word into the other: a letter too many, missing, replaced, or two neighbours swapped
 * (optimal string alignment). Gives up at more than `limit` and returns `limit + 1`.
 */
export function slipsBetween(typed: string, meant: string, limit: number): number {
  if (Math.abs(typed.length - meant.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: meant.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= meant.length; column += 1) {
      const replaced = previous[column - 1]! + (typed[row - 1] === meant[column - 1] ? 0 : 1);
      let slips = Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1);
      if (row > 1 && column > 1 && typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1]) {
        slips = Math.min(slips, beforePrevious[column - 2]! + 1);
      }
      current.push(slips);
      least = Math.min(least, slips);
    }
    if (least > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[meant.length]!, limit + 1);
}

/**
 * How unlikely one slip is as a slip of the hand, 0 to 1: letters swapped or doubled are the hand's own doing, a neighbouring key is near it, a letter lost
 * happens, and any other letter seldom. For words one slip apart; chosen by the order that studies of typing give, not measured.
 */
export function slipCost(typed: string, meant: string): number {
  const from = firstDifference(typed, meant);
  if (typed.length === meant.length) {
    const isSwap = typed[from] === meant[from + 1] && typed[from + 1] === meant[from];
    if (isSwap) return COST.swapped;
    return areNeighbours(typed[from] ?? '', meant[from] ?? '') ? COST.neighbour : COST.other;
  }
  if (typed.length > meant.length)
    return typed[from] === typed[from - 1] || typed[from] === typed[from + 1] ? COST.doubled : COST.added;
  return meant[from] === meant[from - 1] || meant[from] === meant[from + 1] ? COST.doubled : COST.lost;
}

const COST = { swapped: 0.2, doubled: 0.2, lost: 0.4, neighbour: 0.4, added: 0.6, other: 0.8 } as const;

/** Rows of an English keyboard. */
export const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function areNeighbours(a: string, b: string): boolean {
  return KEYBOARD.some((row) => row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

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

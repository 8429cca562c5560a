/** The letters of an English keyboard, row by row. */
export const KEYBOARD: readonly string[] = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether two letters are next to each other in a row of the keyboard. */
export function areAdjacentKeys(a: string, b: string): boolean {
  return KEYBOARD.some((row) => row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1);
}

/** What the benchmark programs print. */

export function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** @param share from 0 to 1 */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

/** A line of a table. The last of the widths, in characters, is also that of all further cells. */
export function tableRow(cells: readonly string[], ...widths: readonly number[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[Math.min(index, widths.length - 1)] ?? 0))
    .join('')
    .trimEnd();
}

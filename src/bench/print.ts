/** What the benchmark programs print. */

import { wilsonInterval } from './wilson.ts';

export function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** @param share from 0 to 1 */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** A count, its share and the 95% interval of the share: `12 (80.0%, 55–93)`. */
export function shareCell(count: number, total: number): string {
  if (total === 0) return '–';
  const [low, high] = wilsonInterval(count, total).map((end) => Math.round(100 * end));
  return `${count} (${percent(count / total)}, ${low}–${high})`;
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

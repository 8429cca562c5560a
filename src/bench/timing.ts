/** Measures how long work takes. */

export interface Timed<T> {
  readonly result: T;
  readonly milliseconds: number;
}

export function timed<T>(work: () => T): Timed<T> {
  const start = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - start };
}

/** The value that a share of the values, from 0 to 1, lies below; 0 if there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

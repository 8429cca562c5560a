/** Measures how much memory a value takes. */

/**
 * Makes a value and measures the heap and external memory, in bytes, that it keeps. Garbage is
 * collected only under `node --expose-gc`; without it the figure includes garbage.
 */
export function measureMemory<T>(make: () => T): { readonly result: T; readonly bytes: number } {
  const before = used();
  const result = make();
  return { result, bytes: used() - before };
}

/** Memory outside the heap is freed only one collection after its owner. */
const COLLECTIONS = 4;

function used(): number {
  for (let round = 0; round < COLLECTIONS; round += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** What something keeps in memory: heap and external, in bytes, after collections. Exact only under `node --expose-gc`, as the benchmarks are run. */
export function memoryOf<T>(make: () => T): { readonly made: T; readonly bytes: number } {
  const before = used();
  const made = make();
  return { made, bytes: used() - before };
}

function used(): number {
  // More than once: memory outside the heap is given back one collection later.
  for (let round = 0; round < 4; round += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

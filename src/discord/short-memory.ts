/** What is counted by user or channel, and forgotten soon after. */

export interface ShortMemory<Value> {
  /** What is kept under the ID, perhaps a moment longer than it has to be. */
  get(id: string): Value | undefined;
  /** Keeps a value, in place of an earlier one. `now` never runs backwards. */
  keep(id: string, value: Value, now: number): void;
  /**
   * Forgets what was kept longer than it may be.
   * @returns in how many milliseconds there is more to forget; `undefined` if nothing is held.
   */
  forget(now: number): number | undefined;
}

/** @param keepMs for how many milliseconds a value is kept */
export function createShortMemory<Value>(keepMs: number): ShortMemory<Value> {
  /** In the order in which they were kept, so that the first is the next to be forgotten. */
  const values = new Map<string, { readonly value: Value; readonly since: number }>();
  return {
    get: (id) => values.get(id)?.value,
    keep(id, value, now) {
      values.delete(id);
      values.set(id, { value, since: now });
    },
    forget(now) {
      for (const [id, { since }] of values) {
        const left = since + keepMs - now;
        if (left > 0) return left;
        values.delete(id);
      }
      return undefined;
    },
  };
}

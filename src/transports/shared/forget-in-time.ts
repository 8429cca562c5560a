/** Has what is counted in memory forgotten as soon as it no longer counts. */

/** The least time between two looks, so that thousands of readers don't take a timer each. */
const PAUSE_MS = 500;

/** What is counted: returns in how many milliseconds there is more to forget, if there is. */
interface Forgetful {
  readonly forget: (now: number) => number | undefined;
}

/** @returns what to call after each admission: one timer serves all readers or channels. */
export function forgetInTime(counted: Forgetful, clock: () => number = () => performance.now()): () => void {
  let isWaiting = false;

  function forget(): void {
    const left = counted.forget(clock());
    isWaiting = left !== undefined;
    // A timer can fire up to a millisecond early: then something is left, and it is set again.
    if (left !== undefined) setTimeout(forget, Math.max(Math.ceil(left), PAUSE_MS)).unref();
  }

  return () => {
    if (!isWaiting) forget();
  };
}

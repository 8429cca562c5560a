/** Has the cooldown forget a channel as soon as its window is over. */

import type { Cooldown } from '../../discord/cooldown.ts';

/** @returns what to call after each admission: one timer serves all channels. */
export function forgetInTime(cooldown: Cooldown, clock: () => number = () => performance.now()): () => void {
  let isWaiting = false;

  function forget(): void {
    const left = cooldown.forget(clock());
    isWaiting = left !== undefined;
    // A timer can fire up to a millisecond early: then something is left, and it is set again.
    if (left !== undefined) setTimeout(forget, Math.ceil(left)).unref();
  }

  return () => {
    if (!isWaiting) forget();
  };
}

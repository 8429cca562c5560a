/** Keeps a channel from being flooded: counts answers there, in memory, for half a minute. */

/** More answers than this in one channel within the window, and the bot rests there. */
const MOST_ANSWERS = 6;
const WINDOW_MS = 30_000;

/** `answer` it, `say` once that the bot rests, or keep `silent`. */
export type Admission = 'answer' | 'say' | 'silent';

export interface CoolDown {
  /** @param now milliseconds of any clock that does not run backwards */
  admit(channel: string, now: number): Admission;
  /**
   * Forgets what is older than the window.
   * @returns in how many milliseconds there is more to forget, `undefined` where nothing is held.
   */
  forget(now: number): number | undefined;
}

export function createCoolDown(): CoolDown {
  const channels = new Map<string, { times: number[]; restsUntil: number }>();

  function forget(now: number): number | undefined {
    let next: number | undefined;
    for (const [channel, here] of channels) {
      here.times = here.times.filter((time) => now - time < WINDOW_MS);
      const left = Math.max(here.restsUntil, (here.times.at(-1) ?? -Infinity) + WINDOW_MS) - now;
      if (left <= 0) channels.delete(channel);
      else next = Math.min(next ?? left, left);
    }
    return next;
  }

  return {
    admit(channel, now) {
      forget(now);
      const here = channels.get(channel) ?? { times: [], restsUntil: 0 };
      channels.set(channel, here);
      if (now < here.restsUntil) return 'silent';
      if (here.times.length < MOST_ANSWERS) {
        here.times.push(now);
        return 'answer';
      }
      here.times = [];
      here.restsUntil = now + WINDOW_MS;
      return 'say';
    },
    forget,
  };
}

/** Keeps a channel from being flooded: counts answers there, in memory, for half a minute. */

/** More answers than this in one channel within the window, and the bot rests there. */
const MOST_ANSWERS = 6;
export const WINDOW_MS = 30_000;

/** `answer` it, `say` once that the bot rests, or keep `silent`. */
export type Admission = 'answer' | 'say' | 'silent';

export interface CoolDown {
  /** @param now milliseconds of any clock that does not run backwards */
  admit(channel: string, now: number): Admission;
  /** Forgets what is older than the window: nothing of a channel is held longer than that. */
  forget(now: number): void;
}

export function createCoolDown(): CoolDown {
  const channels = new Map<string, { times: number[]; restsUntil: number }>();

  function forget(now: number): void {
    for (const [channel, here] of channels) {
      here.times = here.times.filter((time) => now - time < WINDOW_MS);
      if (here.times.length === 0 && now >= here.restsUntil) channels.delete(channel);
    }
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

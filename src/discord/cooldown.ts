/**
 * Keeps a channel from being flooded, and messages from waiting for each other: counts the bot's
 * answers to messages in each channel, in memory, for half a minute.
 */

import { createShortMemory } from './short-memory.ts';

/** How many answers a channel gets within the window before a cooldown starts there. */
const MAX_ANSWERS = 6;
/**
 * How long an answer counts, and how long a cooldown lasts: half a minute, less what a timer may
 * take to have the channel forgotten within that time.
 */
const WINDOW_MS = 29_000;

/**
 * How many replies may wait to be sent. Discord takes 50 a second, so that a reader waits
 * eight seconds at most. From then on each channel starts a cooldown.
 */
const MAX_WAITING = 400;
/** How many replies and notices may wait before messages are dropped. */
const MAX_WAITING_NOTICES = 500;

/**
 * `answer` the message; say once, as a `notice`, that a cooldown starts; or `ignore` the message:
 * in a channel in its cooldown. Or `drop` it, as too much waits in all channels to say even that.
 */
export type Admission = 'answer' | 'notice' | 'ignore' | 'drop';

/** `now` is in milliseconds, of any clock that never runs backwards. */
export interface Cooldown {
  /** @param waiting how many replies to messages are under way, in all channels */
  admit(channel: string, waiting: number, now: number): Admission;
  /**
   * Forgets what is older than the window.
   * @returns in how many milliseconds there is more to forget; `undefined` if nothing is held.
   */
  forget(now: number): number | undefined;
}

export function createCooldown(): Cooldown {
  /** Channel ID → when it was answered, or that it is in a cooldown, which lasts as long. */
  const channels = createShortMemory<readonly number[] | 'cooldown'>(WINDOW_MS);

  function admit(id: string, waiting: number, now: number): Admission {
    channels.forget(now);
    const channel = channels.get(id) ?? [];
    if (channel === 'cooldown') return 'ignore';
    const counted = channel.filter((time) => now - time < WINDOW_MS);
    if (counted.length < MAX_ANSWERS && waiting < MAX_WAITING) {
      channels.keep(id, [...counted, now], now);
      return 'answer';
    }
    if (waiting >= MAX_WAITING_NOTICES) return 'drop';
    channels.keep(id, 'cooldown', now);
    return 'notice';
  }

  return { admit, forget: channels.forget };
}

/**
 * Keeps a channel from being flooded: counts the bot's answers to messages there, in memory, for
 * half a minute.
 */

/** How many answers a channel gets within the window before a cooldown starts there. */
const MAX_ANSWERS = 6;
/** How long an answer counts, and how long a cooldown lasts. */
const WINDOW_MS = 30_000;

/**
 * `answer` the message; say once, as a `notice`, that a cooldown starts; or `ignore` the message.
 */
export type Admission = 'answer' | 'notice' | 'ignore';

/** `now` is in milliseconds, of any clock that never runs backwards. */
export interface Cooldown {
  admit(channel: string, now: number): Admission;
  /**
   * Forgets what is older than the window.
   * @returns in how many milliseconds there is more to forget; `undefined` if nothing is held.
   */
  forget(now: number): number | undefined;
}

export function createCooldown(): Cooldown {
  const channels = new Map<string, { answeredAt: number[]; endsAt: number }>();

  function forget(now: number): number | undefined {
    let next: number | undefined;
    for (const [id, channel] of channels) {
      channel.answeredAt = channel.answeredAt.filter((time) => now - time < WINDOW_MS);
      const lastCounted = channel.answeredAt.at(-1) ?? -Infinity;
      const left = Math.max(channel.endsAt, lastCounted + WINDOW_MS) - now;
      if (left <= 0) channels.delete(id);
      else next = Math.min(next ?? left, left);
    }
    return next;
  }

  function admit(id: string, now: number): Admission {
    forget(now);
    const channel = channels.get(id) ?? { answeredAt: [], endsAt: 0 };
    channels.set(id, channel);
    if (now < channel.endsAt) return 'ignore';
    if (channel.answeredAt.length < MAX_ANSWERS) {
      channel.answeredAt.push(now);
      return 'answer';
    }
    channel.answeredAt = [];
    channel.endsAt = now + WINDOW_MS;
    return 'notice';
  }

  return { admit, forget };
}

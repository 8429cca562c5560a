/** The client of Discord's REST API. */

import { REST, type RateLimitData } from '@discordjs/rest';

/**
 * How long a call waits for a rate limit before it fails. Replies and those who asked for them are
 * not kept for longer.
 */
const LONGEST_WAIT_MS = 4_000;

/** How often to forget the channels and interactions that calls were made for. */
const FORGET_EVERY_MS = 10_000;

/** @param apiUrl another server that speaks the API; Discord's own when absent */
export function createRest(token: string, apiUrl: string | undefined): REST {
  return new REST({
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    handlerSweepInterval: FORGET_EVERY_MS,
    rejectOnRateLimit: isTooLong,
  }).setToken(token);
}

/** What the bot needs at its start waits as long as it takes: it tells of nobody. */
function isTooLong({ route, timeToReset, retryAfter, sublimitTimeout }: RateLimitData): boolean {
  const isPersonal = /^\/(?:channels|interactions|webhooks)\//.test(route);
  return isPersonal && Math.max(timeToReset, retryAfter, sublimitTimeout) > LONGEST_WAIT_MS;
}

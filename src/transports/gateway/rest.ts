/** The client of Discord's REST API. */

import { DefaultRestOptions, HTTPError, REST, type RateLimitData, type RESTOptions } from '@discordjs/rest';
import { isFromDiscord } from '../../discord/from-discord.ts';

/**
 * How long a call waits for a rate limit before it fails. Replies and those who asked for them are
 * not kept for longer.
 */
const LONGEST_WAIT_MS = 4_000;

/** How often to forget the channels and interactions that calls were made for. */
const FORGET_EVERY_MS = 10_000;

/**
 * After this, a call for a reader that hangs is tried again over another connection. Discord makes
 * one message of what is posted twice, and what is deleted twice is gone.
 */
const ATTEMPT_MS = 5_000;

/** What is done for somebody, in place of what the bot needs at its start. */
const PERSONAL = /^\/(?:channels|interactions|webhooks)\//;

/**
 * @param apiUrl another server that speaks the API; Discord's own when absent
 * @param attemptMs after how long without an answer a call for a reader is tried again
 */
export function createRest(token: string, apiUrl: string | undefined, attemptMs = ATTEMPT_MS): REST {
  return new REST({
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    handlerSweepInterval: FORGET_EVERY_MS,
    rejectOnRateLimit: isTooLong,
    makeRequest: makeRequestIn(attemptMs),
  }).setToken(token);
}

/** What the bot needs at its start waits as long as it takes: it tells of nobody. */
function isTooLong({ route, timeToReset, retryAfter, sublimitTimeout }: RateLimitData): boolean {
  return PERSONAL.test(route) && Math.max(timeToReset, retryAfter, sublimitTimeout) > LONGEST_WAIT_MS;
}

/**
 * As @discordjs/rest does it, which tries again after a connection that was reset, but not after
 * one that was closed. Discord closes those that were idle, at times just when they are used. And
 * it takes any page for a success, with which a reader's message would be lost unnoticed.
 */
function makeRequestIn(attemptMs: number): RESTOptions['makeRequest'] {
  return async (url, init) => {
    const isPersonal = PERSONAL.test(new URL(url).pathname.replace(/^.*?\/v\d+(?=\/)/, ''));
    const attempt = isPersonal ? AbortSignal.timeout(attemptMs) : undefined;
    const signals = [init.signal, attempt].filter((signal) => signal !== undefined && signal !== null);
    try {
      const response = await DefaultRestOptions.makeRequest(url, { ...init, signal: AbortSignal.any(signals) });
      if (!isPersonal || response.status >= 400) return response;
      if (isFromDiscord(response.status, response.headers.get('content-type'))) return response;
      void response.arrayBuffer().catch(() => undefined); // read to free the connection
      throw new HTTPError(response.status, '', init.method ?? '', '', {});
    } catch (error) {
      const isClosed = error instanceof Error && 'code' in error && error.code === 'UND_ERR_SOCKET';
      const isSilent = attempt?.aborted === true && init.signal?.aborted !== true;
      if (!isClosed && !isSilent) throw error;
      throw Object.assign(new Error('The connection was lost', { cause: error }), { code: 'ECONNRESET' });
    }
  };
}

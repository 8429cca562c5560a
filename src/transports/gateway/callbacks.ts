/**
 * Responds to interactions. Discord counts these calls toward no rate limit, so that they go out
 * without the queues of discord.js, which cost several times the call and keep its tokens.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { DefaultRestOptions, DefaultUserAgent, DiscordAPIError, HTTPError } from '@discordjs/rest';
import type { APIInteraction, APIInteractionResponse } from 'discord-api-types/v10';
import { Pool, type Dispatcher } from 'undici';
import { isAnsweredElsewhere } from './discord-errors.ts';

/** How long Discord waits for a response, less what the interaction took to get here. */
const DEADLINE_MS = 2_800;
/** After this, a call that hangs is tried once more over another connection. */
const ATTEMPT_MS = 1_300;
/** How long the first call may take even where it goes out late. */
const LEAST_ATTEMPT_MS = 200;
/** How long to wait before the next attempt where Discord does not say. It doubles each time. */
const FIRST_PAUSE_MS = 50;
/**
 * How many calls are under way at once, at most. More wait. Calls that hang hold their connections
 * until they are tried again, so that as many of them as come in that time make no others wait: at
 * the tenth of a second that Discord usually takes, 64 would do for 640 interactions a second.
 */
const CONNECTIONS = 256;
/** How long an idle connection is kept, if Discord does not close it before. */
const KEEP_ALIVE_MS = 30_000;

export interface Callbacks {
  /**
   * @param since when the interaction came, by `performance.now()`
   * @throws DiscordAPIError or HTTPError without the token, or what undici throws, where Discord
   * refuses the response or can't be reached in time.
   */
  readonly respond: (
    interaction: Pick<APIInteraction, 'id' | 'token'>,
    response: APIInteractionResponse,
    since: number,
  ) => Promise<void>;
}

/** @param apiUrl another server that speaks the API; Discord's own when absent */
export function createCallbacks(apiUrl: string = DefaultRestOptions.api): Callbacks {
  const { origin, pathname } = new URL(`${apiUrl}/v${DefaultRestOptions.version}`);
  const headers = { 'content-type': 'application/json', 'user-agent': `${DefaultUserAgent} Node.js` };
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connect: { timeout: ATTEMPT_MS },
  });

  async function respond(
    { id, token }: Pick<APIInteraction, 'id' | 'token'>,
    response: APIInteractionResponse,
    since: number,
  ): Promise<void> {
    const path = `${pathname}/interactions/${encodeURIComponent(id)}/${encodeURIComponent(token)}/callback`;
    const body = JSON.stringify(response);
    for (let attempt = 0; ; attempt += 1) {
      const leftMs = since + DEADLINE_MS - performance.now();
      const request = { method: 'POST', path, headers, body } as const;
      const outcome = await post(pool, request, Math.max(LEAST_ATTEMPT_MS, leftMs));
      if (outcome.isDone) return;
      const { error, retryAfterMs = FIRST_PAUSE_MS * 2 ** attempt, mayRetry } = outcome;
      // An attempt whose answer was lost has got through after all.
      if (attempt > 0 && isAnsweredElsewhere(error)) return;
      const isInTime = performance.now() - since + retryAfterMs < DEADLINE_MS;
      if (!mayRetry || !isInTime) throw error;
      await wait(retryAfterMs);
    }
  }

  return { respond };
}

type Outcome =
  | { readonly isDone: true }
  | {
      readonly isDone: false;
      readonly error: Error;
      /** Whether the next attempt can turn out otherwise. */
      readonly mayRetry: boolean;
      readonly retryAfterMs?: number;
    };

/**
 * One attempt. By undici's `dispatch`, as its `request` makes a stream of each answer, and these
 * have no body.
 * @param leftMs how long it may take, with the wait for a connection, which keeps its place in the
 * queue until then
 */
function post(pool: Pool, request: Dispatcher.DispatchOptions, leftMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const deadline = performance.now() + leftMs;
    const chunks: Buffer[] = [];
    let status = 0;
    let retryAfter: string | undefined;
    let abort: (reason: Error) => void = () => undefined;
    let isLate = false;
    const giveUp = (): void => {
      isLate = true;
      const error = new DOMException('Discord did not answer', 'AbortError');
      abort(error);
      resolve({ isDone: false, error, mayRetry: true });
    };
    let timer = setTimeout(giveUp, leftMs);
    const handler: Dispatcher.DispatchHandlers = {
      onConnect(abortRequest) {
        abort = abortRequest;
        if (isLate) return abort(new DOMException('No connection was free', 'AbortError'));
        clearTimeout(timer);
        timer = setTimeout(giveUp, Math.min(ATTEMPT_MS, deadline - performance.now()));
      },
      onHeaders(statusCode, rawHeaders) {
        status = statusCode;
        if (status === RATE_LIMITED) retryAfter = headerIn(rawHeaders, 'retry-after');
        return true;
      },
      onData(chunk) {
        if (status >= 400) chunks.push(chunk);
        return true;
      },
      onComplete() {
        clearTimeout(timer);
        resolve(status === ARRIVED ? { isDone: true } : refused(status, Buffer.concat(chunks).toString(), retryAfter));
      },
      onError(error) {
        clearTimeout(timer);
        resolve({ isDone: false, error, mayRetry: true });
      },
    };
    pool.dispatch(request, handler);
  });
}

/** Discord's only success, without a body. Others come from a network that wants a login first. */
const ARRIVED = 204;
const RATE_LIMITED = 429;

function refused(status: number, text: string, retryAfter: string | undefined): Outcome {
  const seconds = Number(retryAfter);
  return {
    isDone: false,
    error: errorOf(status, text),
    mayRetry: status >= 500 || status === RATE_LIMITED,
    ...(seconds > 0 && { retryAfterMs: 1000 * seconds }),
  };
}

/** The errors of discord.js, with the route in place of the address, which holds the token. */
function errorOf(status: number, text: string): Error {
  const request = { body: undefined, files: undefined };
  const raw = errorIn(text);
  if (raw && status < 500) return new DiscordAPIError(raw, raw.code, status, 'POST', ROUTE, request);
  return new HTTPError(status, '', 'POST', ROUTE, request);
}

const ROUTE = '/interactions/:id/:token/callback';

/** Discord's own error; other servers on the way answer with something else. */
function errorIn(text: string): { readonly code: number; readonly message: string } | undefined {
  try {
    const value = JSON.parse(text) as { readonly code?: unknown; readonly message?: unknown } | null;
    if (typeof value?.code !== 'number' || typeof value.message !== 'string') return undefined;
    return { code: value.code, message: value.message };
  } catch {
    return undefined;
  }
}

/** @param raw names and values in turn */
function headerIn(raw: readonly Buffer[], name: string): string | undefined {
  const index = raw.findIndex((text, at) => at % 2 === 0 && text.toString().toLowerCase() === name);
  return index === -1 ? undefined : raw[index + 1]?.toString();
}

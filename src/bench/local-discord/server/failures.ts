import type { LoggedRequest } from '../ledger.ts';
import type { Answer } from './http.ts';

/** What becomes of a request in place of its answer. */
export interface Failure {
  /**
   * The beginning of `METHOD /path` (without `/api/v10`), a pattern for it, or a function. Any
   * request unless told.
   */
  readonly match?: string | RegExp | ((request: LoggedRequest) => boolean);
  /**
   * An HTTP status; or `hang`: no answer ever; `drop`: nothing is done and the connection ends
   * (discord.js then gives up); `reset`: the same, but with ECONNRESET (discord.js then tries
   * again); `lost`: what was asked is done, but the connection is reset before the answer;
   * `slow`: all goes well, but only after `afterMs`.
   */
  readonly status: number | 'hang' | 'drop' | 'reset' | 'lost' | 'slow';
  /** How long a slow request takes to be read, in milliseconds. */
  readonly afterMs?: number;
  /** Discord's own error code and message, such as 50013 "Missing Permissions". */
  readonly code?: number;
  readonly message?: string;
  /**
   * For a 429: seconds to wait, sent as `retry_after` and as the header `Retry-After`. Left out of
   * both if null; 0.05 unless told.
   */
  readonly retryAfter?: number | null;
  /** For a 429: whether it is the global limit. */
  readonly global?: boolean;
  /** A page in place of Discord's JSON, as another server on the way would send. */
  readonly page?: string;
  /** How many requests fail; 1 unless told, Infinity for all. */
  readonly times?: number;
}

export interface Failures {
  add(failure: Failure): void;
  clear(): void;
  /** The failure that was set for this request, used up by asking. */
  take(request: LoggedRequest): Failure | undefined;
}

export function createFailures(): Failures {
  let queue: { readonly failure: Failure; left: number }[] = [];
  return {
    add(failure) {
      queue.push({ failure, left: failure.times ?? 1 });
    },
    clear() {
      queue = [];
    },
    take(request) {
      const found = queue.find(({ failure }) => matches(failure, request));
      if (found === undefined) return undefined;
      found.left -= 1;
      queue = queue.filter(({ left }) => left > 0);
      return found.failure;
    },
  };
}

/** The HTTP answer of a failure that has a status. */
export function failureAnswer(failure: Failure & { readonly status: number }): Answer {
  const { status, code = 0, retryAfter = 0.05, global = false } = failure;
  const message = failure.message ?? (KNOWN_MESSAGES[code] || `${status}: injected`);
  if (failure.page !== undefined) return { status, page: failure.page };
  if (status !== 429) return { status, headers: {}, body: { message, code } };
  const headers = {
    via: '1.1 google',
    'x-ratelimit-scope': global ? 'global' : 'user',
    ...(global ? { 'x-ratelimit-global': 'true' } : {}),
  };
  if (retryAfter === null) return { status, headers, body: { message: 'You are being rate limited.', global } };
  return {
    status,
    headers: { ...headers, 'retry-after': String(retryAfter) },
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
  };
}

function matches({ match }: Failure, request: LoggedRequest): boolean {
  const line = `${request.method} ${request.path}`;
  if (match === undefined) return true;
  if (typeof match === 'string') return line.startsWith(match);
  return match instanceof RegExp ? match.test(line) : match(request);
}

const KNOWN_MESSAGES: Readonly<Record<number, string>> = {
  10003: 'Unknown Channel',
  10008: 'Unknown Message',
  10062: 'Unknown interaction',
  50001: 'Missing Access',
  50007: 'Cannot send messages to this user',
  50013: 'Missing Permissions',
};

/**
 * What went wrong between the bot and Discord, as one line for the operator: no question, no ID, no
 * stack.
 */

import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import { EXIT, OperatorError } from '../../config/operator-error.ts';

const TOKEN_REFUSED =
  'Discord refused the token (DISCORD_TOKEN). Reset it on the Bot page of the application, and put the new one into .env.';

/**
 * Close codes of the gateway that no retry mends, and what to do.
 * Source: Discord's list of gateway close event codes.
 */
const FATAL_CLOSES: Readonly<Record<number, string>> = {
  4004: TOKEN_REFUSED,
  4010: 'Discord refused the shard (close code 4010).',
  4011: 'Discord asks for shards (close code 4011): the bot is in too many servers for one connection.',
  4012: 'Discord no longer takes this version of its gateway (close code 4012): update discord.js.',
  4013: 'Discord refused the intents as invalid (close code 4013): update discord.js.',
  4014: 'Discord refused an intent that was not granted (close code 4014).',
};

/** Permissions by the error that Discord answers with when they are missing. */
const MISSING: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.MissingPermissions]:
    'a permission is missing in a channel: Send Messages, or Send Messages in Threads',
  [RESTJSONErrorCodes.MissingAccess]: 'a permission is missing in a channel: View Channel',
  160002: 'a permission is missing in a channel: Read Message History, which a reply to a message takes',
};

export function describeFailure(error: Error): string {
  if (error instanceof DiscordAPIError) {
    if (error.code === RESTJSONErrorCodes.UnknownInteraction)
      return 'it was too late, Discord waits 3 seconds (error 10062)';
    const known = MISSING[Number(error.code)];
    return known
      ? `${known} (error ${error.code})`
      : `Discord refused it with error ${error.code}: ${error.rawError && 'message' in error.rawError ? error.rawError.message : error.status}`;
  }
  if (error instanceof HTTPError) return `Discord answered ${error.status}`;
  return networkCause(error) ?? error.message.replace(/\.$/, '');
}

/** Why the bot could not start, with the exit status that says whose fault it was. */
export function startFailure(error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  if (!(error instanceof Error)) return new OperatorError(String(error));
  if (isTokenRefusal(error)) return new OperatorError(TOKEN_REFUSED, EXIT.configuration);
  return new OperatorError(`The bot could not start: ${describeFailure(error)}.`);
}

/** What a close of the gateway means: `undefined` where @discordjs/ws connects again by itself. */
export function closedForGood(code: number): OperatorError | undefined {
  const message = FATAL_CLOSES[code];
  return message === undefined ? undefined : new OperatorError(message, EXIT.configuration);
}

function isTokenRefusal(error: Error): boolean {
  return (error instanceof DiscordAPIError || error instanceof HTTPError) && error.status === 401;
}

/** A failed connection by the code of its cause: `ECONNREFUSED`, `ENOTFOUND`, a time-out. */
function networkCause(error: Error): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^(E[A-Z]+|UND_ERR_\w+)$/.test(cause.code))
      return `no connection to Discord (${cause.code})`;
    if (cause.name === 'AbortError') return 'no connection to Discord (timed out)';
  }
  return undefined;
}

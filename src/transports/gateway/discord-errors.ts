/**
 * What went wrong between the bot and Discord, as one line for the operator: no question, no ID, no
 * stack.
 */

import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { GatewayCloseCodes, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { EXIT, OperatorError } from '../../config/operator-error.ts';

const TOKEN_REFUSED =
  'Discord refused the token (DISCORD_TOKEN). Reset it on the Bot page of the application, and put the new one into .env.';

/**
 * Close codes of the gateway that no retry mends, and what to do.
 * Source: Discord's list of gateway close event codes.
 */
const FATAL_CLOSES: Readonly<Partial<Record<number, string>>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN_REFUSED,
  [GatewayCloseCodes.InvalidShard]: 'Discord refused the shard (close code 4010).',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord asks for more shards (close code 4011): the bot is in too many servers. Leave GATEWAY_SHARDS empty.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer takes this version of its gateway (close code 4012): update discord.js.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord refused the intents as invalid (close code 4013): update discord.js.',
  [GatewayCloseCodes.DisallowedIntents]: 'Discord refused an intent that was not granted (close code 4014).',
};

/** Closes that the operator mends in the settings, here or in Discord's developer portal. */
const CONFIGURATION_CLOSES: readonly number[] = [
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.DisallowedIntents,
];

/** Permissions by the error that Discord answers with when they are missing. */
const MISSING: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.MissingPermissions]:
    'a permission is missing in a channel: Send Messages, or Send Messages in Threads',
  [RESTJSONErrorCodes.MissingAccess]: 'a permission is missing in a channel: View Channel',
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory]:
    'a permission is missing in a channel: Read Message History, which a reply to a message takes',
};

/** Some networks let nobody out before they have logged in, and answer in Discord's place. */
export const NOT_DISCORD =
  'something else than Discord answered: see whether this network wants a login, and what DISCORD_API_URL is';

const ANSWERED_ELSEWHERE =
  'another process with the same token answered it first (error 40060): stop this one, and if the bot still answers, find the other or reset the token';

/** Whether an interaction has been answered by somebody else, as the bot answers each but once. */
export function isAnsweredElsewhere(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

/** Whether what was to be deleted is not there any more. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage;
}

/** Whether the same call can succeed later on: Discord failed, or was out of reach. */
export function mayPass(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  return error instanceof Error && !(error instanceof DiscordAPIError) && networkCause(error) !== undefined;
}

/** Whether it has nothing to do with what was called: other calls fail, too, until it is over. */
export function isOutage(error: unknown): boolean {
  return mayPass(error) || statusFromElsewhere(error) !== undefined;
}

/**
 * The status of what something else answered in Discord's place, if it did: Discord's own errors
 * have numeric codes, except rate limits (429), which a proxy in front of it may answer.
 */
function statusFromElsewhere(error: unknown): number | undefined {
  if (error instanceof HTTPError) return error.status < 500 && error.status !== RATE_LIMITED ? error.status : undefined;
  return error instanceof DiscordAPIError && typeof error.code !== 'number' ? error.status : undefined;
}

const RATE_LIMITED = 429;

export function describeFailure(error: Error): string {
  const status = statusFromElsewhere(error);
  if (status !== undefined) return `${NOT_DISCORD} (status ${status})`;
  if (error instanceof DiscordAPIError) {
    if (error.code === RESTJSONErrorCodes.UnknownInteraction)
      return 'it was too late: Discord waits only 3 seconds (error 10062)';
    if (isAnsweredElsewhere(error)) return ANSWERED_ELSEWHERE;
    const known = MISSING[Number(error.code)];
    return known
      ? `${known} (error ${error.code})`
      : `Discord refused it with error ${error.code}: ${error.rawError && 'message' in error.rawError ? error.rawError.message : error.status}`;
  }
  if (error instanceof HTTPError) return `Discord answered ${error.status}`;
  if (error instanceof RateLimitError) {
    const wait = Math.max(error.timeToReset, error.retryAfter, error.sublimitTimeout);
    return `Discord asks to wait ${Math.ceil(wait / 1000)} s, longer than a reply can wait`;
  }
  // Its message quotes what could not be read, which may be anything.
  if (error instanceof SyntaxError) return 'Discord sent something that can’t be read (SyntaxError)';
  return networkCause(error) ?? error.message.replace(/\.$/, '');
}

/** Why the bot could not start, with the exit status that says whose fault it was. */
export function startFailure(error: unknown): OperatorError {
  return failureOf('The bot could not start', error);
}

/**
 * Why the commands could not be registered, or removed.
 * @param guildId the one server to register them in, if they are not registered everywhere
 * @param link the link that adds the bot to a server, or where to find it
 */
export function registrationFailure(error: unknown, guildId: string | undefined, link: string): OperatorError {
  if (guildId !== undefined && error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess) {
    return new OperatorError(
      `The bot is not in the server of DISCORD_GUILD_ID yet. Open ${link} to add it, then start again.`,
      EXIT.configuration,
    );
  }
  return failureOf('The commands could not be registered', error);
}

/** @param what what failed, as the beginning of a sentence */
function failureOf(what: string, error: unknown): OperatorError {
  if (error instanceof OperatorError) return error;
  if (!(error instanceof Error)) return new OperatorError(String(error));
  if (isTokenRefusal(error)) return new OperatorError(TOKEN_REFUSED, EXIT.configuration);
  return new OperatorError(`${what}: ${describeFailure(error)}.`);
}

/** What a close of the gateway means: `undefined` where @discordjs/ws connects again by itself. */
export function closedForGood(code: number): OperatorError | undefined {
  const message = FATAL_CLOSES[code];
  if (message === undefined) return undefined;
  return new OperatorError(message, CONFIGURATION_CLOSES.includes(code) ? EXIT.configuration : EXIT.failed);
}

function isTokenRefusal(error: Error): boolean {
  return (error instanceof DiscordAPIError || error instanceof HTTPError) && error.status === 401;
}

/** Codes of sockets, of undici, and of encryption. */
const CONNECTION_FAILED = /^(?:E[A-Z]+|UND_ERR_\w+|ERR_(?:SSL|TLS)_\w+|\w*(?:CERT|SIGNATURE)\w*)$/;

/** What discord.js says of a call that was given up before it was its turn. */
const GIVEN_UP = 'Request aborted manually';

/** A failed connection by the code of its cause: `ECONNREFUSED`, `ENOTFOUND`, a time-out. */
function networkCause(error: Error): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && CONNECTION_FAILED.test(cause.code))
      return `no connection to Discord (${cause.code})`;
    if (cause.name === 'AbortError' || cause.message === GIVEN_UP) return 'no connection to Discord (timed out)';
  }
  return undefined;
}

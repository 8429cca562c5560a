/**
 * Turns the environment into a configuration, checked once. By hand rather than with zod, because
 * loading zod would slow down every start, the terminal's included, for a few variables.
 */

import type { Visibility } from '../bot/bot.ts';
import { EXIT, OperatorError } from './operator-error.ts';
import { isSafeForToken } from './safe-address.ts';

export type Config = TerminalConfig | GatewayConfig | HttpConfig;

export interface TerminalConfig {
  readonly transport: 'terminal';
  /** Whether there is a token to connect to Discord with. */
  readonly hasToken: boolean;
}

export interface GatewayConfig extends DiscordAccess {
  readonly transport: 'gateway';
  /** How many connections to spread the servers over; as many as Discord recommends when absent. */
  readonly shards?: number;
  /** Who sees the answer to a command unless the reader chooses. */
  readonly visibility: Visibility;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
}

export interface HttpConfig {
  readonly transport: 'http';
  readonly port: number;
  /** The application's, in hexadecimal: Discord signs with its other half. */
  readonly publicKey: string;
  /** Posts replies to messages. Without it, the bot offers a link to the message instead. */
  readonly token?: string;
  /** Address of Discord's REST API without its version; Discord's own when absent. */
  readonly apiUrl?: string;
  /** Who sees the answer to a command unless the reader chooses. */
  readonly visibility: Visibility;
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
}

/**
 * `debug` adds each thing done and how long it took, but never what was asked, by whom or where.
 */
export type LogLevel = 'info' | 'debug';

/** `plain` for people, `json` for programs that collect logs. */
export type LogFormat = 'plain' | 'json';

/** What it takes to connect to Discord. */
export interface DiscordAccess {
  readonly token: string;
  /** The one server to register commands in, for testing; everywhere when absent. */
  readonly guildId?: string;
  /** Address of Discord's REST API without its version; Discord's own when absent. */
  readonly apiUrl?: string;
}

/** A variable is missing or wrong. The message names it and says what to do. */
export class ConfigError extends OperatorError {
  constructor(variable: string, problem: string) {
    super(`${variable}: ${problem}`, EXIT.configuration);
    this.name = 'ConfigError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param canTalk whether somebody is at a terminal, or something is piped in.
 * @throws ConfigError for the first variable that is missing or wrong.
 */
export function readConfig(environment: Environment, canTalk: boolean): Config {
  const asked = choice(environment, 'TRANSPORT', ['terminal', 'gateway', 'http']);
  const hasToken = value(environment, 'DISCORD_TOKEN') !== undefined;
  const transport = asked ?? (hasToken ? 'gateway' : 'terminal');
  if (transport === 'gateway') {
    const shards = readShards(environment);
    return {
      transport,
      ...readDiscordAccess(environment),
      ...readManner(environment),
      ...(shards !== undefined && { shards }),
    };
  }
  if (transport === 'http') return { transport, ...readHttpAccess(environment), ...readManner(environment) };
  if (asked === undefined && !canTalk) {
    throw new ConfigError(
      'DISCORD_TOKEN',
      'not set, and there is no terminal to answer in. Put the bot’s token in .env, or set TRANSPORT=terminal.',
    );
  }
  return { transport, hasToken };
}

function readManner(environment: Environment): Pick<GatewayConfig, 'visibility' | 'logLevel' | 'logFormat'> {
  return {
    visibility: choice(environment, 'REPLY_VISIBILITY', ['private', 'public']) ?? 'private',
    logLevel: choice(environment, 'LOG_LEVEL', ['info', 'debug']) ?? 'info',
    logFormat: choice(environment, 'LOG_FORMAT', ['plain', 'json']) ?? 'plain',
  };
}

/**
 * What the bot needs on Cloudflare Workers, where nothing listens and the platform logs.
 * @throws ConfigError for the first variable that is missing or wrong.
 */
export function readWorkerConfig(
  environment: Environment,
): Omit<HttpConfig, 'transport' | 'port' | 'logLevel' | 'logFormat'> {
  const { port: _, ...access } = readHttpAccess({ ...environment, PORT: undefined });
  return { ...access, visibility: readManner(environment).visibility };
}

/** As many sessions as Discord lets most bots begin in a day. */
const MOST_SHARDS = 1000;

function readShards(environment: Environment): number | undefined {
  const shards = value(environment, 'GATEWAY_SHARDS');
  if (shards === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(shards) || Number(shards) > MOST_SHARDS)
    throw new ConfigError(
      'GATEWAY_SHARDS',
      `“${shards}” is not valid. Set it to a number from 1 to ${MOST_SHARDS}, or leave it empty for as many as Discord recommends.`,
    );
  return Number(shards);
}

const DEFAULT_PORT = '3000';

function readHttpAccess(environment: Environment): Pick<HttpConfig, 'port' | 'publicKey' | 'token' | 'apiUrl'> {
  const port = value(environment, 'PORT') ?? DEFAULT_PORT;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new ConfigError('PORT', `“${port}” is not a port. Set it to a number from 0 (any free port) to 65535.`);
  const token = readToken(environment);
  const apiUrl = readApiUrl(environment);
  return {
    port: Number(port),
    publicKey: readPublicKey(environment),
    ...(token !== undefined && { token }),
    ...(apiUrl !== undefined && { apiUrl }),
  };
}

function readPublicKey(environment: Environment): string {
  const key = value(environment, 'DISCORD_PUBLIC_KEY');
  if (key === undefined || !/^[0-9a-f]{64}$/i.test(key)) {
    throw new ConfigError(
      'DISCORD_PUBLIC_KEY',
      `${key === undefined ? 'not set' : 'this is not a public key, which has 64 hexadecimal digits'}. Copy it from the General Information page of your application at https://discord.com/developers.`,
    );
  }
  return key;
}

/** @throws ConfigError for the first variable that is missing or wrong. */
export function readDiscordAccess(environment: Environment): DiscordAccess {
  const token = readToken(environment);
  if (token === undefined) {
    throw new ConfigError(
      'DISCORD_TOKEN',
      'not set. Copy the token from the Bot page of your application at https://discord.com/developers into .env.',
    );
  }
  const guildId = value(environment, 'DISCORD_GUILD_ID');
  if (guildId !== undefined && !/^\d{15,22}$/.test(guildId)) {
    throw new ConfigError(
      'DISCORD_GUILD_ID',
      `“${guildId}” is not a valid server ID, which has 15 to 22 digits. Turn on Developer Mode in Discord, right-click the server and choose Copy Server ID.`,
    );
  }
  const apiUrl = readApiUrl(environment);
  return {
    token,
    ...(guildId === undefined ? {} : { guildId }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
  };
}

function readToken(environment: Environment): string | undefined {
  const token = value(environment, 'DISCORD_TOKEN');
  // The value is not shown: it may be a token with a typo in it.
  if (token !== undefined && !/^[\w.-]+$/.test(token))
    throw new ConfigError(
      'DISCORD_TOKEN',
      'this is not a valid token. Copy it again, without quotation marks or spaces.',
    );
  return token;
}

function readApiUrl(environment: Environment): string | undefined {
  const apiUrl = value(environment, 'DISCORD_API_URL');
  // The value is not shown: it may hold a password.
  if (apiUrl !== undefined && !isHttpAddress(apiUrl)) {
    throw new ConfigError(
      'DISCORD_API_URL',
      'this is not a valid address such as http://127.0.0.1:3000/api, without a user name or password. Leave it empty to connect to Discord itself.',
    );
  }
  if (apiUrl !== undefined && !isSafeForToken(apiUrl)) {
    throw new ConfigError(
      'DISCORD_API_URL',
      'the token would go to another computer without encryption. Use an address that begins with https://.',
    );
  }
  return apiUrl?.replace(/\/+$/, '');
}

function choice<Choice extends string>(
  environment: Environment,
  variable: string,
  choices: readonly Choice[],
): Choice | undefined {
  const given = value(environment, variable);
  if (given === undefined) return undefined;
  const found = choices.find((one) => one === given.toLowerCase());
  if (found === undefined)
    throw new ConfigError(variable, `“${given}” is not valid. Set it to ${choices.join(' or ')}, or leave it empty.`);
  return found;
}

/** A variable set to nothing, as by the line `NAME=` in .env, counts as not set. */
function value(environment: Environment, variable: string): string | undefined {
  const given = environment[variable]?.trim();
  return given === '' ? undefined : given;
}

function isHttpAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

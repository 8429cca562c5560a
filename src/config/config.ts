/**
 * Environment → configuration, checked once. By hand and not by zod: six variables do not earn the 60 ms that loading zod adds to
 * every start, the terminal's included.
 */

import type { Visibility } from '../bot/bot.ts';

export type Config = TerminalConfig | GatewayConfig;

export interface TerminalConfig {
  readonly transport: 'terminal';
}

export interface GatewayConfig extends DiscordAccess {
  readonly transport: 'gateway';
  /** Who sees an answer to a command when the reader does not say. */
  readonly visibility: Visibility;
  readonly logLevel: LogLevel;
}

/** `debug` also tells the operator of each thing that was done, and how long it took: never what was asked, by whom or where. */
export type LogLevel = 'info' | 'debug';

/** What it takes to speak to Discord. */
export interface DiscordAccess {
  readonly token: string;
  /** Where commands are registered for trying out; everywhere when it is absent. */
  readonly guildId?: string;
  /** The address of Discord's REST API without its version; Discord's own when it is absent. */
  readonly apiUrl?: string;
}

/** A variable is missing or wrong. The message names it and says what to do. */
export class ConfigError extends Error {
  constructor(variable: string, problem: string) {
    super(`${variable}: ${problem}`);
    this.name = 'ConfigError';
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param canTalk whether somebody is at a terminal, or something is piped in.
 * @throws ConfigError for the first variable that is missing or wrong.
 */
export function readConfig(environment: Environment, canTalk: boolean): Config {
  const asked = choice(environment, 'TRANSPORT', ['terminal', 'gateway']);
  const transport = asked ?? (value(environment, 'DISCORD_TOKEN') === undefined ? 'terminal' : 'gateway');
  if (transport === 'gateway') {
    return {
      transport,
      ...readDiscordAccess(environment),
      visibility: choice(environment, 'REPLY_VISIBILITY', ['private', 'public']) ?? 'private',
      logLevel: choice(environment, 'LOG_LEVEL', ['info', 'debug']) ?? 'info',
    };
  }
  if (asked === undefined && !canTalk) {
    throw new ConfigError(
      'DISCORD_TOKEN',
      'it is not set, and there is no terminal to answer in. Put the bot’s token into .env, or set TRANSPORT=terminal.',
    );
  }
  return { transport };
}

/** @throws ConfigError for the first variable that is missing or wrong. */
export function readDiscordAccess(environment: Environment): DiscordAccess {
  const token = value(environment, 'DISCORD_TOKEN');
  if (token === undefined) {
    throw new ConfigError(
      'DISCORD_TOKEN',
      'it is not set. Copy the bot’s token from the Bot page of its application at https://discord.com/developers into .env.',
    );
  }
  // The value is not shown: it may be a token with a slip in it.
  if (!/^[\w.-]+$/.test(token))
    throw new ConfigError(
      'DISCORD_TOKEN',
      'it has characters that no token has. Copy it again, without quotation marks or spaces.',
    );
  const guildId = value(environment, 'DISCORD_GUILD_ID');
  if (guildId !== undefined && !/^\d{15,22}$/.test(guildId)) {
    throw new ConfigError(
      'DISCORD_GUILD_ID',
      `“${guildId}” is no server id: expected 15 to 22 digits (Copy Server ID, in Discord’s developer mode).`,
    );
  }
  const apiUrl = value(environment, 'DISCORD_API_URL');
  if (apiUrl !== undefined && !isHttpAddress(apiUrl)) {
    throw new ConfigError(
      'DISCORD_API_URL',
      `“${apiUrl}” is no address such as http://127.0.0.1:3000/api. Leave it out to speak to Discord itself.`,
    );
  }
  return {
    token,
    ...(guildId === undefined ? {} : { guildId }),
    ...(apiUrl === undefined ? {} : { apiUrl: apiUrl.replace(/\/+$/, '') }),
  };
}

function choice<Choice extends string>(
  environment: Environment,
  variable: string,
  choices: readonly Choice[],
): Choice | undefined {
  const given = value(environment, variable);
  if (given === undefined) return undefined;
  const found = choices.find((one) => one === given.toLowerCase());
  if (found === undefined) throw new ConfigError(variable, `“${given}” is not one of ${choices.join(', ')}.`);
  return found;
}

/** A variable that is set to nothing counts as not set, as a line `NAME=` in .env does. */
function value(environment: Environment, variable: string): string | undefined {
  const given = environment[variable]?.trim();
  return given === '' ? undefined : given;
}

function isHttpAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

import type { Locale } from 'discord-api-types/v10';

/** A server (Discord says guild) that exists when the local Discord starts. */
export interface GuildSpec {
  readonly name: string;
  /** Text channels; "general" unless told. */
  readonly channels?: readonly string[];
  readonly locale?: `${Locale}`;
  /**
   * False: the application reaches it only through readers who have installed it for themselves.
   * True unless told.
   */
  readonly botIsMember?: boolean;
}

export interface LocalDiscordOptions {
  /** The only bot token that is accepted. */
  readonly token?: string;
  readonly guilds?: readonly GuildSpec[];
  /**
   * Within how many milliseconds an interaction must be acknowledged. Defaults to Discord's 3,000.
   */
  readonly acknowledgeWithinMs?: number;
  /** For how many milliseconds an interaction's token is good. Defaults to Discord's 15 minutes. */
  readonly tokenLifetimeMs?: number;
  /**
   * How many milliseconds a test waits for what should come (a login, an answer to a message).
   * Defaults to 30,000.
   */
  readonly patienceMs?: number;
  /**
   * After how many milliseconds without a request the bot counts as done. 20 to 100 is sensible;
   * defaults to 40.
   */
  readonly quietMs?: number;
  /** The heartbeat that HELLO asks for. Defaults to Discord's 41,250 ms. */
  readonly heartbeatMs?: number;
  /** How many shards are recommended. Defaults to 1. */
  readonly shards?: number;
  /** How many shards may identify themselves in 5 seconds. Defaults to 1. */
  readonly maxConcurrency?: number;
  /**
   * Whether privileged intents (message content, members, presences) are granted. Defaults to
   * false.
   */
  readonly privilegedIntents?: boolean;
  /** Whether a message without `allowed_mentions: { parse: [] }` is a fault. Defaults to true. */
  readonly mentionsMustBeOff?: boolean;
}

export type Settings = Required<LocalDiscordOptions>;

export function settingsFrom(options: LocalDiscordOptions): Settings {
  return {
    token: 'local-token',
    guilds: [{ name: 'Newsroom' }],
    acknowledgeWithinMs: 3_000,
    tokenLifetimeMs: 15 * 60_000,
    patienceMs: 30_000,
    quietMs: 40,
    heartbeatMs: 41_250,
    shards: 1,
    maxConcurrency: 1,
    privilegedIntents: false,
    mentionsMustBeOff: true,
    ...options,
  };
}

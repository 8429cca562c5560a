import { ChannelType, Locale, type APIMessage, type APIUser } from 'discord-api-types/v10';
import type { GuildSpec } from '../settings.ts';

export interface Person {
  readonly user: APIUser;
  readonly locale: `${Locale}`;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: `${Locale}`;
  readonly botIsMember: boolean;
  readonly ownerId: string;
  readonly channels: Map<string, Channel>;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly guild: Guild | undefined;
  readonly recipients: readonly APIUser[];
  readonly messages: Map<string, StoredMessage>;
  lastMessageId: string | null;
}

export interface StoredMessage {
  message: APIMessage;
  /** Set if the message is ephemeral: the one user who sees it. */
  readonly shownTo?: string;
}

/**
 * Everything that exists: people, servers, channels and the messages in them. People and servers
 * come into being when they are first named.
 */
export interface World {
  readonly bot: APIUser;
  readonly applicationId: string;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  nextId(): string;
  person(name: string, more?: { locale?: `${Locale}`; bot?: boolean }): Person;
  personById(id: string): Person | undefined;
  userById(id: string): APIUser | undefined;
  /** By name or id. */
  guild(nameOrId: string): Guild | undefined;
  addGuild(spec: GuildSpec): Guild;
  /** By name or id. */
  channelIn(guild: Guild, nameOrId: string): Channel | undefined;
  addChannel(guild: Guild, name: string, type: ChannelType): Channel;
  /** The direct messages between a user and the bot. */
  dmWith(user: APIUser): Channel;
  /** A private channel between users, without the bot. */
  privateChannelOf(user: APIUser): Channel;
  find(channelId: string, messageId: string): StoredMessage | undefined;
}

export function createWorld(specs: readonly GuildSpec[]): World {
  const nextId = createIds();
  const applicationId = nextId();
  const bot: APIUser = { ...newUser(applicationId, 'Pullquote'), global_name: null, discriminator: '4242', bot: true };
  const people = new Map<string, Person>();
  const guilds = new Map<string, Guild>();
  const channels = new Map<string, Channel>();

  function addChannel(
    guild: Guild | undefined,
    name: string,
    type: ChannelType,
    recipients: readonly APIUser[] = [],
  ): Channel {
    const channel: Channel = { id: nextId(), name, type, guild, recipients, messages: new Map(), lastMessageId: null };
    channels.set(channel.id, channel);
    guild?.channels.set(channel.id, channel);
    return channel;
  }

  function directChannel(user: APIUser, type: ChannelType): Channel {
    const known = [...channels.values()].find(
      (channel) => channel.type === type && channel.recipients[0]?.id === user.id,
    );
    return known ?? addChannel(undefined, `with ${user.username}`, type, [user]);
  }

  function personById(id: string): Person | undefined {
    return [...people.values()].find(({ user }) => user.id === id);
  }

  function addGuild(spec: GuildSpec): Guild {
    const { name, locale = Locale.EnglishUS, botIsMember = true } = spec;
    const guild: Guild = { id: nextId(), name, locale, botIsMember, ownerId: nextId(), channels: new Map() };
    guilds.set(guild.id, guild);
    for (const channel of spec.channels ?? ['general']) addChannel(guild, channel, ChannelType.GuildText);
    return guild;
  }

  for (const spec of specs) addGuild(spec);

  return {
    bot,
    applicationId,
    guilds,
    channels,
    nextId,
    person(name, more = {}) {
      const known = people.get(name) ?? {
        user: { ...newUser(nextId(), name), ...(more.bot ? { bot: true } : {}) },
        locale: Locale.EnglishUS,
      };
      const person = more.locale === undefined ? known : { ...known, locale: more.locale };
      people.set(name, person);
      return person;
    },
    personById,
    userById: (id) => (id === bot.id ? bot : personById(id)?.user),
    guild: (nameOrId) => guilds.get(nameOrId) ?? [...guilds.values()].find(({ name }) => name === nameOrId),
    addGuild,
    channelIn: (guild, nameOrId) =>
      guild.channels.get(nameOrId) ?? [...guild.channels.values()].find(({ name }) => name === nameOrId),
    addChannel,
    dmWith: (user) => directChannel(user, ChannelType.DM),
    privateChannelOf: (user) => directChannel(user, ChannelType.GroupDM),
    find: (channelId, messageId) => channels.get(channelId)?.messages.get(messageId),
  };
}

/** Puts a message into its channel. */
export function keep(channel: Channel, stored: StoredMessage): void {
  channel.messages.set(stored.message.id, stored);
  channel.lastMessageId = stored.message.id;
}

/** Ids as Discord makes them: time in the upper bits, so that later ids are greater. */
function createIds(): () => string {
  const discordEpoch = 1_420_070_400_000;
  let last = 0n;
  return () => {
    const now = BigInt(Date.now() - discordEpoch) << 22n;
    last = now > last ? now : last + 1n;
    return String(last);
  };
}

function newUser(id: string, name: string): APIUser {
  return {
    id,
    username: name.toLowerCase().replace(/[^a-z0-9._]+/g, '_'),
    global_name: name,
    discriminator: '0',
    avatar: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
}

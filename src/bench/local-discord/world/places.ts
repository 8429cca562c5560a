import {
  ApplicationIntegrationType,
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  InteractionContextType,
  type APIAuthorizingIntegrationOwnersMap,
  type Locale,
} from 'discord-api-types/v10';
import type { Gateway } from '../server/gateway.ts';
import {
  BOT_PERMISSIONS,
  channelPayload,
  guildPayload,
  isThread,
  MEMBER_PERMISSIONS,
  USER_INSTALL_PERMISSIONS,
} from './payloads.ts';
import type { Channel, Person, World } from './world.ts';

/** Who does something, and how the application is installed for them. All of it has a default. */
export interface Who {
  /** A name; whoever is named exists. "Reader" unless told. */
  readonly user?: string;
  /** The user's language. */
  readonly locale?: `${Locale}`;
  /** The server's language, where it is not the one that it was made with. */
  readonly guildLocale?: `${Locale}`;
  /**
   * Whether the server has the application, or only the reader ("user"), or both. With "user" and
   * no server named, it is one that the bot is no member of. "guild" unless told; where the bot is
   * no member, and in a private channel, "user".
   */
  readonly install?: 'guild' | 'user' | 'both';
  /** What the application may do there, as Discord's string of bits. */
  readonly appPermissions?: string;
}

/** Who does something, and where. */
export interface Where extends Who {
  /** The name of a server; whichever is named exists. The first one unless told. */
  readonly guild?: string;
  /** The name of a channel there; whichever is named exists. The first one unless told. */
  readonly channel?: string;
  /** The type of a channel that is named for the first time. */
  readonly channelType?: ChannelType;
  /** Short for `context: InteractionContextType.BotDM`. */
  readonly dm?: boolean;
  /**
   * A server (0, the default), direct messages with the bot (1), or a private channel without it
   * (2).
   */
  readonly context?: InteractionContextType;
}

export interface Place {
  readonly person: Person;
  readonly channel: Channel;
  readonly context: InteractionContextType;
  readonly owners: APIAuthorizingIntegrationOwnersMap;
  readonly appPermissions: string;
  readonly memberPermissions: string;
  /** Set in a server. */
  readonly guildLocale: `${Locale}` | undefined;
}

const FOREIGN_GUILD = 'Elsewhere';

export interface Places {
  /**
   * Turns what a test says about a place into that place; servers, channels and people that were
   * not there come into being.
   */
  find(where: Where): Place;
  /** The place of a channel that exists, with who acts there. */
  at(channel: Channel, who: Who, person?: Person): Place;
}

export function createPlaces(world: World, gateway: Gateway): Places {
  function channelFor(where: Where, person: Person, context: InteractionContextType): Channel {
    if (context === InteractionContextType.BotDM) return world.dmWith(person.user);
    if (context === InteractionContextType.PrivateChannel) return world.privateChannelOf(person.user);
    const guildName = where.guild ?? (where.install === 'user' ? FOREIGN_GUILD : [...world.guilds.keys()][0]);
    if (guildName === undefined) throw new Error('this local Discord has no server: name one');
    const guild = world.guild(guildName) ?? joined(guildName, where);
    const channelName =
      where.channel ??
      (where.channelType === undefined ? [...guild.channels.keys()][0] : `a ${ChannelType[where.channelType]}`);
    if (channelName === undefined) throw new Error(`the server ${guild.name} has no channel: name one`);
    const known = world.channelIn(guild, channelName);
    if (known !== undefined) return known;
    const channel = world.addChannel(guild, channelName, where.channelType ?? ChannelType.GuildText);
    const event = isThread(channel.type) ? GatewayDispatchEvents.ThreadCreate : GatewayDispatchEvents.ChannelCreate;
    if (guild.botIsMember)
      gateway.dispatch(event, (intents) =>
        (intents & GatewayIntentBits.Guilds) === 0 ? undefined : channelPayload(channel),
      );
    return channel;
  }

  function joined(name: string, where: Where) {
    const botIsMember = where.install !== 'user';
    const guild = world.addGuild({
      name,
      botIsMember,
      ...(where.guildLocale === undefined ? {} : { locale: where.guildLocale }),
    });
    if (botIsMember) {
      gateway.dispatch(GatewayDispatchEvents.GuildCreate, (intents) =>
        (intents & GatewayIntentBits.Guilds) === 0 ? undefined : guildPayload(world, guild),
      );
    }
    return guild;
  }

  function at(channel: Channel, who: Who, known?: Person): Place {
    const person =
      who.user === undefined && known !== undefined
        ? known
        : world.person(who.user ?? 'Reader', who.locale === undefined ? {} : { locale: who.locale });
    const { guild } = channel;
    const isReadersOwn = guild === undefined ? channel.type === ChannelType.GroupDM : !guild.botIsMember;
    const install = who.install ?? (isReadersOwn ? 'user' : 'guild');
    return {
      person,
      channel,
      context: contextOf(channel),
      owners: {
        // In direct messages an application that a server has is written as server "0".
        ...(install === 'user' ? {} : { [ApplicationIntegrationType.GuildInstall]: guild?.id ?? '0' }),
        ...(install === 'guild' ? {} : { [ApplicationIntegrationType.UserInstall]: person.user.id }),
      },
      appPermissions: who.appPermissions ?? (guild?.botIsMember ? BOT_PERMISSIONS : USER_INSTALL_PERMISSIONS),
      memberPermissions: MEMBER_PERMISSIONS,
      guildLocale: guild === undefined ? undefined : (who.guildLocale ?? guild.locale),
    };
  }

  return {
    at,
    find(where) {
      const person = world.person(where.user ?? 'Reader', where.locale === undefined ? {} : { locale: where.locale });
      const context = where.context ?? (where.dm ? InteractionContextType.BotDM : InteractionContextType.Guild);
      return at(channelFor(where, person, context), where, person);
    },
  };
}

function contextOf(channel: Channel): InteractionContextType {
  if (channel.guild !== undefined) return InteractionContextType.Guild;
  return channel.type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

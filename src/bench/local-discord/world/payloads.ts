import {
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  PermissionFlagsBits,
  RoleFlags,
  type APIGuildMember,
  type APIInteractionGuildMember,
  type APIRole,
  type APIUser,
  type ApplicationFlags,
  type GatewayGuildCreateDispatchData,
  type GatewayReadyDispatchData,
  type GuildMemberFlags,
  type GuildSystemChannelFlags,
} from 'discord-api-types/v10';
import type { Channel, Guild, World } from './world.ts';

const JOINED = '2024-03-01T09:00:00.000000+00:00';

/** What a bot that was invited with the usual rights may do. */
export const BOT_PERMISSIONS = String(
  PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.SendMessagesInThreads |
    PermissionFlagsBits.EmbedLinks |
    PermissionFlagsBits.AttachFiles |
    PermissionFlagsBits.ReadMessageHistory |
    PermissionFlagsBits.UseExternalEmojis,
);

/**
 * What an application may do where nobody but the reader has installed it, and in direct messages.
 */
export const USER_INSTALL_PERMISSIONS = String(
  PermissionFlagsBits.EmbedLinks |
    PermissionFlagsBits.AttachFiles |
    PermissionFlagsBits.UseExternalEmojis |
    PermissionFlagsBits.MentionEveryone,
);

export const MEMBER_PERMISSIONS = String(
  PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.ReadMessageHistory |
    PermissionFlagsBits.AddReactions |
    PermissionFlagsBits.EmbedLinks |
    PermissionFlagsBits.UseApplicationCommands |
    PermissionFlagsBits.UseExternalApps,
);

export function readyPayload(
  world: World,
  sessionId: string,
  gatewayUrl: string,
  shard: [number, number] | undefined,
): GatewayReadyDispatchData {
  return {
    v: 10,
    user: world.bot,
    guilds: [...world.guilds.values()]
      .filter(({ botIsMember }) => botIsMember)
      .map(({ id }) => ({ id, unavailable: true })),
    session_id: sessionId,
    resume_gateway_url: gatewayUrl,
    application: { id: world.applicationId, flags: 0 as ApplicationFlags, flags_new: '0' },
    ...(shard === undefined ? {} : { shard }),
  };
}

export function guildPayload(world: World, guild: Guild): GatewayGuildCreateDispatchData {
  const channels = [...guild.channels.values()].map((channel) => channelPayload(channel));
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    banner: null,
    description: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.Low,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.AllMembers,
    roles: [roleOf(guild.id, '@everyone', MEMBER_PERMISSIONS), botRole(world, guild)],
    emojis: [],
    features: ['COMMUNITY', 'NEWS'] as GatewayGuildCreateDispatchData['features'],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0 as GuildSystemChannelFlags,
    rules_channel_id: null,
    vanity_url_code: null,
    premium_tier: GuildPremiumTier.None,
    preferred_locale: guild.locale as GatewayGuildCreateDispatchData['preferred_locale'],
    public_updates_channel_id: null,
    nsfw_level: GuildNSFWLevel.Default,
    premium_progress_bar_enabled: false,
    hub_type: null,
    safety_alerts_channel_id: null,
    incidents_data: null,
    joined_at: JOINED,
    large: false,
    unavailable: false,
    member_count: 3,
    voice_states: [],
    members: [memberPayload(world.bot, [botRole(world, guild).id])],
    channels: channels.filter(({ type }) => !isThread(type)) as unknown as GatewayGuildCreateDispatchData['channels'],
    threads: channels.filter(({ type }) => isThread(type)) as unknown as GatewayGuildCreateDispatchData['threads'],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/**
 * A channel as Discord describes it: of a server with its place there, of direct messages with who
 * is in it.
 */
export function channelPayload(channel: Channel): { id: string; type: ChannelType } & Record<string, unknown> {
  const { id, type, guild, recipients, name, lastMessageId: last_message_id } = channel;
  if (guild === undefined)
    return {
      id,
      type,
      flags: 0,
      last_message_id,
      recipients,
      ...(type === ChannelType.GroupDM ? { name, icon: null } : {}),
    };
  const parent = [...guild.channels.values()].find((other) => !isThread(other.type));
  const thread = {
    parent_id: parent?.id ?? null,
    owner_id: guild.ownerId,
    member_count: 2,
    message_count: channel.messages.size,
    thread_metadata: {
      archived: false,
      archive_timestamp: JOINED,
      auto_archive_duration: 1440,
      locked: false,
      create_timestamp: JOINED,
    },
  };
  const ordinary = { parent_id: null, position: 0, permission_overwrites: [], topic: null, nsfw: false };
  return {
    id,
    type,
    name,
    guild_id: guild.id,
    flags: 0,
    last_message_id,
    rate_limit_per_user: 0,
    ...(isThread(type) ? thread : ordinary),
  };
}

export function isThread(type: ChannelType): boolean {
  return (
    type === ChannelType.PublicThread || type === ChannelType.PrivateThread || type === ChannelType.AnnouncementThread
  );
}

export function memberPayload(user: APIUser, roles: string[] = []): APIGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles,
    joined_at: JOINED,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    deaf: false,
    mute: false,
    flags: 0 as GuildMemberFlags,
  };
}

export function interactionMember(user: APIUser, permissions: string): APIInteractionGuildMember {
  return { ...memberPayload(user), permissions };
}

function botRole(world: World, guild: Guild): APIRole {
  const role = roleOf(String(BigInt(guild.id) + 1n), world.bot.username, BOT_PERMISSIONS);
  return { ...role, managed: true, position: 1, tags: { bot_id: world.bot.id } };
}

function roleOf(id: string, name: string, permissions: string): APIRole {
  return {
    id,
    name,
    permissions,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    managed: false,
    mentionable: false,
    flags: 0 as RoleFlags,
  };
}

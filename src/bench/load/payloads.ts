/** What the gateway sends, with all the fields that Discord sends along. */

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  MessageType,
  type APIInteraction,
} from 'discord-api-types/v10';

const GUILD = '1100000000000000001';
const CHANNEL = '1100000000000000002';
const COMMAND = '1100000000000000003';
const PERMISSIONS = '2248473465835073';
/** Snowflakes of interactions and messages count on from here. */
const FIRST_ID = 1_200_000_000_000_000_000n;
/** As long as Discord's own tokens of interactions, which are some 200 characters. */
const TOKEN_LENGTH = 200;

export const BOT_USER = user('1100000000000000004', 'Pullquote', true);
export const APPLICATION = { id: '1100000000000000005', flags: 0 };

/** Locales of readers, asked for in turn: most have messages of their own, one has not. */
const LOCALES = ['en-US', 'es-ES', 'en-US', 'zh-TW', 'en-US', 'fr'] as const;

/** @param number tells interactions apart, from 0 */
export function askInteraction(number: number, question: string): APIInteraction {
  const options = [{ name: 'question', type: ApplicationCommandOptionType.String, value: question }];
  return interaction(number, InteractionType.ApplicationCommand, options);
}

export function autocompleteInteraction(number: number, typed: string): APIInteraction {
  const options = [{ name: 'question', type: ApplicationCommandOptionType.String, value: typed, focused: true }];
  return interaction(number, InteractionType.ApplicationCommandAutocomplete, options);
}

/** A message in a server that mentions nobody: without its words, as its intent is privileged. */
export function strangersMessage(number: number): object {
  const { user: author, ...member } = memberOf(number);
  return {
    type: MessageType.Default,
    tts: false,
    timestamp: '2026-03-01T09:00:00.000000+00:00',
    pinned: false,
    nonce: String(FIRST_ID + BigInt(number)),
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    member,
    id: idOf(number),
    flags: 0,
    embeds: [],
    edited_timestamp: null,
    content: '',
    components: [],
    channel_type: 0,
    channel_id: CHANNEL,
    author,
    attachments: [],
    guild_id: GUILD,
  };
}

export function tokenOf(number: number): string {
  return `load${number}`.padEnd(TOKEN_LENGTH, '-');
}

/** The reverse of `tokenOf`. */
export function numberOf(token: string): number {
  return Number.parseInt(token.slice('load'.length), 10);
}

function interaction(number: number, type: InteractionType, options: readonly object[]): APIInteraction {
  return {
    version: 1,
    type,
    token: tokenOf(number),
    member: { ...memberOf(number), permissions: PERMISSIONS },
    locale: LOCALES[number % LOCALES.length],
    id: idOf(number),
    guild_locale: 'en-US',
    guild_id: GUILD,
    guild: { locale: 'en-US', id: GUILD, features: ['COMMUNITY', 'NEWS'] },
    entitlements: [],
    entitlement_sku_ids: [],
    data: { type: ApplicationCommandType.ChatInput, options, name: 'ask', id: COMMAND },
    context: 0,
    channel_id: CHANNEL,
    channel: {
      type: 0,
      topic: null,
      theme_color: null,
      rate_limit_per_user: 0,
      position: 3,
      permissions: PERMISSIONS,
      parent_id: null,
      nsfw: false,
      name: 'general',
      last_message_id: idOf(number),
      id: CHANNEL,
      icon_emoji: { name: '👋', id: null },
      guild_id: GUILD,
      flags: 0,
    },
    authorizing_integration_owners: { 0: GUILD },
    attachment_size_limit: 10_485_760,
    application_id: APPLICATION.id,
    app_permissions: PERMISSIONS,
  } as unknown as APIInteraction; // Discord sends fields that the types leave out
}

/** A thousand readers take turns. */
function memberOf(number: number) {
  return {
    user: user(String(1_300_000_000_000_000_000n + BigInt(number % 1000)), `reader${number % 1000}`, false),
    unusual_dm_activity_until: null,
    roles: ['1100000000000000006', '1100000000000000007'],
    premium_since: null,
    pending: false,
    nick: null,
    mute: false,
    joined_at: '2024-03-01T09:00:00.000000+00:00',
    flags: 0,
    deaf: false,
    communication_disabled_until: null,
    banner: null,
    avatar: null,
  };
}

function user(id: string, username: string, bot: boolean) {
  return {
    username,
    public_flags: 0,
    primary_guild: null,
    id,
    global_name: username,
    discriminator: '0',
    display_name_styles: null,
    collectibles: null,
    clan: null,
    bot,
    avatar_decoration_data: null,
    avatar: 'd41d8cd98f00b204e9800998ecf8427e',
  };
}

function idOf(number: number): string {
  return String(FIRST_ID + BigInt(number));
}

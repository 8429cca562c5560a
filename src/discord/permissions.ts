/** What the bot, or a reader, may do in the channel that an interaction comes from. */

import {
  ApplicationIntegrationType,
  ChannelType,
  PermissionFlagsBits,
  type APIInteraction,
} from 'discord-api-types/v10';
import type { Bot } from '../bot/bot.ts';

/**
 * Whether the app is installed in this server or conversation, and not by the reader alone: only
 * then can it post there.
 */
export function isInstalledHere({ authorizing_integration_owners: owners }: APIInteraction): boolean {
  return owners[ApplicationIntegrationType.GuildInstall] !== undefined;
}

/** Whether the bot can post a reply to a message here, as a member and with its token. */
export function canPostHere(interaction: APIInteraction, { settings }: Pick<Bot, 'settings'>): boolean {
  return settings.canPost !== false && isInstalledHere(interaction);
}

/**
 * @returns the first permission the bot lacks to reply to a message here, by Discord's name for it.
 */
export function missingBotPermission(interaction: APIInteraction): string | undefined {
  const needed = [
    { name: 'View Channel', bit: PermissionFlagsBits.ViewChannel },
    permissionToSend(interaction),
    { name: 'Read Message History', bit: PermissionFlagsBits.ReadMessageHistory },
  ];
  return needed.find(({ bit }) => !allows(interaction, interaction.app_permissions, bit))?.name;
}

/** Whether the reader may write in this channel themselves. In direct messages everybody may. */
export function mayWriteHere(interaction: APIInteraction): boolean {
  return allows(interaction, interaction.member?.permissions ?? '0', permissionToSend(interaction).bit);
}

/** In direct messages nobody may. */
export function mayManageMessages({ member }: APIInteraction): boolean {
  return member !== undefined && grants(member.permissions, PermissionFlagsBits.ManageMessages);
}

interface Permission {
  readonly name: string;
  readonly bit: bigint;
}

function permissionToSend({ channel }: APIInteraction): Permission {
  return channel !== undefined && THREADS.includes(channel.type)
    ? { name: 'Send Messages in Threads', bit: PermissionFlagsBits.SendMessagesInThreads }
    : { name: 'Send Messages', bit: PermissionFlagsBits.SendMessages };
}

const THREADS: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Direct messages have no permissions: everything is allowed there. */
function allows({ guild_id: guild }: APIInteraction, permissions: string, bit: bigint): boolean {
  return guild === undefined || grants(permissions, bit);
}

/** An administrator may do everything. */
function grants(permissions: string, bit: bigint): boolean {
  return (BigInt(permissions) & (PermissionFlagsBits.Administrator | bit)) !== 0n;
}

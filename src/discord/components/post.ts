/**
 * Post: puts the answer to somebody's message below it, for all to see. State: the entry's id and the message's id. Where the bot is a
 * member that may speak, that is a reply; elsewhere it is a message that links to the other.
 */

import {
  ApplicationIntegrationType,
  ChannelType,
  PermissionFlagsBits,
  Routes,
  type APIInteraction,
} from 'discord-api-types/v10';
import type { Translator } from '../../i18n/translator.ts';
import { answerCard } from '../views/answer-card.ts';
import { localeFor } from '../locale.ts';
import { notice, text } from '../views/message.ts';
import { reply } from '../reply.ts';
import type { Press } from './component.ts';

export const post: Press = ({ interaction, state: [id = '', target = ''], bot, translator }) => {
  const answer = bot.answerer.choose(id);
  const channel = interaction.channel.id;
  if (!answer || !isSnowflake(target)) return undefined;

  const shared = bot.translators.for(localeFor(interaction, 'public'));
  const asker = (interaction.member?.user ?? interaction.user)?.id;
  if (!isMember(interaction)) {
    const link = `https://discord.com/channels/${interaction.guild_id ?? '@me'}/${channel}/${target}`;
    const card = answerCard(answer, bot, shared, { visibility: 'public' });
    return reply({ ...card, components: [text(shared.t('post.linked', { link })), ...card.components] });
  }
  const missing = missingPermission(interaction, interaction.app_permissions, true);
  if (missing !== undefined) return reply(notice(translator.t('post.missing', { permission: missing })));
  // Nobody speaks through the bot where they may not speak themselves.
  if (missingPermission(interaction, interaction.member?.permissions ?? '0', false) !== undefined)
    return reply(notice(translator.t('post.notYou')));
  const card = answerCard(answer, bot, shared, { visibility: 'public', ...(asker === undefined ? {} : { asker }) });
  return {
    ...reply(notice(translator.t('post.done'))),
    ifAfterFails: notice(translator.t('post.failed')),
    after: [
      {
        method: 'POST',
        route: Routes.channelMessages(channel),
        body: {
          ...card,
          components: [text(shared.t('post.by', { user: `<@${asker}>` })), ...card.components],
          message_reference: { message_id: target, channel_id: channel, fail_if_not_exists: false },
        },
      },
    ],
  };
};

/** The button that posts the answer below a message, with the words for where it is pressed. */
export function postTarget(
  interaction: APIInteraction,
  message: string,
  translator: Translator,
): { readonly message: string; readonly label: string } {
  return { message, label: isMember(interaction) ? translator.t('button.postReply') : translator.t('button.postLink') };
}

/** Whether it has the form of Discord's ids. */
export function isSnowflake(id: string): boolean {
  return /^\d{15,22}$/.test(id);
}

/** Whether the bot itself is in the server, or in the conversation: the app then is installed there, and not by the reader alone. */
function isMember({ authorizing_integration_owners: owners }: APIInteraction): boolean {
  return owners[ApplicationIntegrationType.GuildInstall] !== undefined;
}

/** The first permission of those that a reply to a message takes which is lacking here, by Discord's name for it. In direct messages there are none. */
function missingPermission(interaction: APIInteraction, permissions: string, toReply: boolean): string | undefined {
  if (interaction.guild_id === undefined) return undefined;
  const has = BigInt(permissions);
  if ((has & PermissionFlagsBits.Administrator) !== 0n) return undefined;
  const isThread = interaction.channel !== undefined && THREADS.includes(interaction.channel.type);
  const speak = isThread
    ? (['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads] as const)
    : (['Send Messages', PermissionFlagsBits.SendMessages] as const);
  const needed = toReply
    ? [
        ['View Channel', PermissionFlagsBits.ViewChannel] as const,
        speak,
        ['Read Message History', PermissionFlagsBits.ReadMessageHistory] as const,
      ]
    : [speak];
  return needed.find(([, bit]) => (has & bit) === 0n)?.[0];
}

const THREADS: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

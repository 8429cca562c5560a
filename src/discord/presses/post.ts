/**
 * Post: puts the answer to somebody's message below it, for all to see. State: the entry's id and the message's id. Where the bot is a
 * member that may speak, that is a reply; elsewhere it is a message that links to the other.
 */

import { ApplicationIntegrationType, PermissionFlagsBits, Routes, type APIInteraction } from 'discord-api-types/v10';
import { answerCard } from '../card.ts';
import { localeFor } from '../locale.ts';
import { notice, text } from '../message.ts';
import { reply } from '../responded.ts';
import type { Press } from './press.ts';

export const post: Press = ({ interaction, state: [id = '', target = ''], app, wording }) => {
  const answer = app.answers.choose(id);
  const channel = interaction.channel.id;
  if (!answer || !/^\d{15,22}$/.test(target)) return undefined;

  const shared = app.wordings.in(localeFor(interaction, 'public'));
  const asker = (interaction.member?.user ?? interaction.user)?.id;
  if (!isMember(interaction)) {
    const link = `https://discord.com/channels/${interaction.guild_id ?? '@me'}/${channel}/${target}`;
    const card = answerCard(answer, app.published, shared, { visibility: 'public' });
    return reply({ ...card, components: [text(shared.say('post.linked', { link })), ...card.components] });
  }
  const missing = missingPermission(interaction);
  if (missing !== undefined) return reply(notice(wording.say('post.missing', { permission: missing })));
  const card = answerCard(answer, app.published, shared, { visibility: 'public', ...(asker === undefined ? {} : { asker }) });
  return {
    ...reply(notice(wording.say('post.done', {}))),
    ifAfterFails: notice(wording.say('post.failed', {})),
    after: [
      {
        method: 'POST',
        route: Routes.channelMessages(channel),
        body: { ...card, message_reference: { message_id: target, channel_id: channel, fail_if_not_exists: false } },
      },
    ],
  };
};

/** Whether the bot itself is in the server, or in the conversation: the app then is installed there, and not by the reader alone. */
export function isMember({ authorizing_integration_owners: owners }: APIInteraction): boolean {
  return owners[ApplicationIntegrationType.GuildInstall] !== undefined;
}

/** The first permission that a reply to a message takes and the bot lacks here, by Discord's name for it. */
function missingPermission(interaction: APIInteraction): string | undefined {
  if (interaction.guild_id === undefined) return undefined;
  const has = BigInt(interaction.app_permissions);
  const isThread = interaction.channel !== undefined && [10, 11, 12].includes(interaction.channel.type);
  const needed: readonly (readonly [string, bigint])[] = [
    ['View Channel', PermissionFlagsBits.ViewChannel],
    isThread
      ? ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads]
      : ['Send Messages', PermissionFlagsBits.SendMessages],
    ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
  ];
  if ((has & PermissionFlagsBits.Administrator) !== 0n) return undefined;
  return needed.find(([, bit]) => (has & bit) === 0n)?.[0];
}

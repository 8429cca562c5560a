/**
 * Delete: removes a public reply, for the person who asked and for moderators. The bot stores
 * nobody for that: Discord notes on a command's reply who used it, and the button under a reply to
 * a message has the asker's id. Args: that id, if any.
 */

import { InteractionResponseType, Routes } from 'discord-api-types/v10';
import { mayManageMessages } from '../permissions.ts';
import { reply } from '../reply.ts';
import { notice } from '../views/notices.ts';
import type { ComponentHandler } from './component-handler.ts';

export const deleteMessage: ComponentHandler = ({ interaction, args: [notedAsker], translator }) => {
  const { message, member, user } = interaction;
  const asker = message.interaction_metadata?.user.id ?? notedAsker;
  const presser = (member?.user ?? user)?.id;
  const isAsker = asker !== undefined && presser === asker;
  if (!isAsker && !mayManageMessages(interaction)) return reply(notice(translator.t('delete.refused')));
  // With the interaction's own token, as the bot may not be a member here.
  const route = Routes.webhookMessage(interaction.application_id, interaction.token, '@original');
  return {
    response: { type: InteractionResponseType.DeferredMessageUpdate },
    after: [{ method: 'DELETE', route }],
    ifAfterFails: notice(translator.t('delete.failed')),
  };
};

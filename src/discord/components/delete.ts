/**
 * Delete: removes a public reply, for its owner, the person who asked or posted it, and for
 * moderators. The bot stores nobody for that: Discord notes on a command's reply who used it, and
 * the button under a reply to a message has the owner's user id. Args: that id, if any.
 */

import { InteractionResponseType, Routes } from 'discord-api-types/v10';
import { mayManageMessages } from '../permissions.ts';
import { reply } from '../reply.ts';
import { userIdOf } from '../user-id.ts';
import { notice } from '../views/notices.ts';
import type { ComponentHandler } from './component-handler.ts';

export const deleteMessage: ComponentHandler = ({ interaction, args: [notedOwner], translator }) => {
  const owner = interaction.message.interaction_metadata?.user.id ?? notedOwner;
  const isOwner = owner !== undefined && userIdOf(interaction) === owner;
  if (!isOwner && !mayManageMessages(interaction)) return reply(notice(translator.t('delete.refused')));
  // With the interaction's own token, as the bot may not be a member here.
  const route = Routes.webhookMessage(interaction.application_id, interaction.token, '@original');
  return {
    response: { type: InteractionResponseType.DeferredMessageUpdate },
    after: [{ method: 'DELETE', route }],
    ifAfterFails: notice(translator.t('delete.failed')),
  };
};

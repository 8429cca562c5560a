/**
 * Delete: takes a public answer away, for who asked and for those who may manage messages. Nobody is stored for that: Discord notes on an
 * interaction's answer who asked; on a reply to a message the bot's own button does. State: the asker's id, or nothing.
 */

import {
  InteractionResponseType,
  PermissionFlagsBits,
  Routes,
  type APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import { notice } from '../views/message.ts';
import { reply } from '../reply.ts';
import type { Press } from './component.ts';

export const remove: Press = ({ interaction, state: [noted], translator }) => {
  const { message, member, user } = interaction;
  const asker = message.interaction_metadata?.user.id ?? noted;
  const presser = (member?.user ?? user)?.id;
  if ((presser !== asker || asker === undefined) && !mayManageMessages(interaction))
    return reply(notice(translator.t('delete.refused')));
  return {
    response: { type: InteractionResponseType.DeferredMessageUpdate },
    // By the interaction's token, as the bot may be no member here.
    after: [
      { method: 'DELETE', route: Routes.webhookMessage(interaction.application_id, interaction.token, '@original') },
    ],
    ifAfterFails: notice(translator.t('delete.failed')),
  };
};

function mayManageMessages({ member }: APIMessageComponentInteraction): boolean {
  return member !== undefined && (BigInt(member.permissions) & PermissionFlagsBits.ManageMessages) !== 0n;
}

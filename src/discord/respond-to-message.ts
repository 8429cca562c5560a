/** A message in, the reply to it out, where the bot was asked: by mention, or in a direct message. */

import { Routes, type GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import type { Bot } from '../bot/bot.ts';
import { answerCard } from './views/answer-card.ts';
import { notice, type MessageBody } from './views/message.ts';
import { readableText } from './readable-text.ts';
import type { Post } from './reply.ts';

/** A message as the gateway delivers it. Without `guild_id` it is a direct message. */
export type IncomingMessage = Pick<GatewayMessageCreateDispatchData, 'id' | 'channel_id' | 'author' | 'content'> &
  Partial<Pick<GatewayMessageCreateDispatchData, 'guild_id' | 'webhook_id'>>;

/**
 * @param botId the bot's own user id.
 * @returns the reply, or `undefined` where nobody asked: no `<@id>` was typed (the ping of a reply is none), or a bot or webhook wrote.
 */
export function replyTo(incoming: IncomingMessage, botId: string, bot: Bot): Post | undefined {
  if (!isAsked(incoming, botId)) return undefined;
  return replyWith(incoming, bodyFor(readableText(incoming.content), incoming.author.id, bot));
}

/** Whether somebody asked the bot: what else the gateway tells of is none of its business. */
export function isAsked(
  { author, content, webhook_id: webhook, guild_id: guild }: IncomingMessage,
  botId: string,
): boolean {
  if (author.bot || author.system || webhook !== undefined) return false;
  return guild === undefined || content.includes(`<@${botId}>`) || content.includes(`<@!${botId}>`);
}

/** Says once that the bot rests in a channel where it was asked too often. */
export function restReply(incoming: IncomingMessage, { translators }: Bot): Post {
  return replyWith(incoming, notice(translators.default.t('reply.resting'), 'public'));
}

/** Where the message is gone by now, the answer comes without pointing at it. */
function replyWith({ id, channel_id: channel }: IncomingMessage, body: MessageBody): Post {
  const reference = { message_id: id, channel_id: channel, fail_if_not_exists: false };
  return { method: 'POST', route: Routes.channelMessages(channel), body: { ...body, message_reference: reference } };
}

/** Seen by all in the channel: Discord has no private reply to a message. Messages carry no locale, so the default is spoken. */
function bodyFor(question: string, asker: string, bot: Bot): MessageBody {
  const translator = bot.translators.default;
  if (question === '') return notice(translator.t('reply.howToMention'), 'public');
  return answerCard(bot.answerer.askIn(question), bot, translator, { visibility: 'public', asker });
}

/** Answers a message that asks the bot something: by a mention, or directly. */

import { MessageType, type GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import type { Bot } from '../bot/bot.ts';
import { LIMITS } from './limits.ts';
import { readableText } from './readable-text.ts';
import { postedReply, type CreateMessage } from './reply.ts';
import { answerCard } from './views/answer-card.ts';
import type { MessageBody } from './views/message.ts';
import { publicNotice } from './views/notices.ts';

/** A message as the gateway delivers it. A direct message has no `guild_id`. */
export type IncomingMessage = Pick<
  GatewayMessageCreateDispatchData,
  'id' | 'channel_id' | 'type' | 'author' | 'content'
> &
  Partial<Pick<GatewayMessageCreateDispatchData, 'guild_id' | 'webhook_id'>>;

/** @param incoming a message for the bot, by `isForBot` */
export function respondToMessage(incoming: IncomingMessage, bot: Bot): CreateMessage {
  return replyTo(incoming, answerFor(incoming, bot));
}

/**
 * What people write. All other types tell of something they did, such as pinning a message, in
 * their name.
 */
const WRITTEN: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/**
 * Whether a person asks the bot: in a direct message, or with `<@id>` typed out. The ping that
 * comes with a reply does not count.
 * @param botId the bot's own user id
 */
export function isForBot(
  { type, author, content, webhook_id: webhook, guild_id: guild }: IncomingMessage,
  botId: string,
): boolean {
  if (!WRITTEN.includes(type)) return false;
  if (author.bot || author.system || webhook !== undefined) return false;
  return guild === undefined || content.includes(`<@${botId}>`) || content.includes(`<@!${botId}>`);
}

/** Says that the bot stops answering messages in this channel for a while. */
export function cooldownNotice(incoming: IncomingMessage, { translators }: Bot): CreateMessage {
  const translator = translators.default;
  return replyTo(incoming, publicNotice(translator.t('reply.cooldown'), incoming.author.id, translator));
}

/**
 * In the default locale, as messages carry none. Public, as Discord has no private reply to a
 * message.
 */
function answerFor({ content, author, guild_id: guild }: IncomingMessage, bot: Bot): MessageBody {
  const translator = bot.translators.default;
  const question = readableText(content.slice(0, LIMITS.written));
  if (question === '') {
    const howToAsk = translator.t(guild === undefined ? 'reply.empty' : 'reply.howToMention');
    return publicNotice(howToAsk, author.id, translator);
  }
  return answerCard(bot.answerer.askIn(question), bot, translator, { visibility: 'public', owner: author.id });
}

function replyTo({ id, channel_id: channel }: IncomingMessage, body: MessageBody): CreateMessage {
  return postedReply({ id, channel }, body, id);
}

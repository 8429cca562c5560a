/** A message in, the reply to it out, where the bot was asked: by mention, or in a direct message. */

import type { APIMessage, GatewayMessageCreateDispatchData, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { Routes } from 'discord-api-types/v10';
import type { App } from './app.ts';
import { answerCard } from './card.ts';
import type { MessageBody } from './message.ts';
import { notice } from './notice.ts';
import { readableText } from './readable-text.ts';

/** A call of Discord's REST API, for a transport to carry out. */
export interface RestCall {
  readonly method: 'POST';
  /** Below the API's version: `/channels/1/messages`. */
  readonly route: `/${string}`;
  readonly body: RESTPostAPIChannelMessageJSONBody;
}

/** A message as the gateway delivers it. Without `guild_id` it is a direct message. */
export type IncomingMessage = Pick<GatewayMessageCreateDispatchData, 'id' | 'channel_id' | 'author' | 'content'> &
  Partial<Pick<GatewayMessageCreateDispatchData, 'guild_id' | 'webhook_id'>> &
  Partial<Pick<APIMessage, 'type'>>;

/**
 * @param botId the bot's own user id.
 * @returns the reply, or `undefined` where nobody asked: no `<@id>` was typed (the ping of a reply is none), or a bot or webhook wrote.
 */
export function replyTo(incoming: IncomingMessage, botId: string, app: App): RestCall | undefined {
  const { author, content, webhook_id: webhook, guild_id: guild } = incoming;
  if (author.bot || author.system || webhook !== undefined) return undefined;
  const mentioned = content.includes(`<@${botId}>`) || content.includes(`<@!${botId}>`);
  if (guild !== undefined && !mentioned) return undefined;

  return {
    method: 'POST',
    route: Routes.channelMessages(incoming.channel_id),
    body: {
      ...bodyFor(readableText(content), app),
      // Where the message is gone by now, the answer comes without pointing at it.
      message_reference: { message_id: incoming.id, channel_id: incoming.channel_id, fail_if_not_exists: false },
    },
  };
}

/** Seen by all in the channel: Discord has no private reply to a message. Messages carry no locale, so the default is spoken. */
function bodyFor(question: string, { answers, published, wordings }: App): MessageBody {
  const wording = wordings.in(undefined);
  if (question === '') return notice(wording.say('reply.howToMention', {}), 'public');
  return answerCard(answers.ask(question), published, wording, 'public');
}

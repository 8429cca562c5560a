/** What the pure core hands to a transport. */

import {
  InteractionResponseType,
  MessageFlags,
  Routes,
  type APIInteractionResponse,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import type { MessageBody } from './views/message.ts';

/** All there is to send for an interaction. */
export interface Reply {
  /** The response to the interaction: it goes first. */
  readonly response: APIInteractionResponse;
  /** Requests to send once the response is out, in this order. */
  readonly after?: readonly ApiRequest[];
  /** What to tell the reader, privately, if a request of `after` fails. */
  readonly ifAfterFails?: MessageBody;
}

/**
 * A request to Discord's REST API. The route comes below the API's version: `/channels/1/messages`.
 */
export type ApiRequest = CreateMessage | { readonly method: 'DELETE'; readonly route: `/${string}` };

/** A new message in a channel. */
export interface CreateMessage {
  readonly method: 'POST';
  readonly route: `/${string}`;
  readonly body: RESTPostAPIChannelMessageJSONBody;
}

/** Answers with a new message. */
export function reply(message: MessageBody): Reply {
  return { response: { type: InteractionResponseType.ChannelMessageWithSource, data: message } };
}

/** A message to reply to. */
export interface RepliedTo {
  readonly id: string;
  readonly channel: string;
}

/**
 * Replies to a message with a new one. If it has been deleted by now, the reply comes without
 * pointing at it.
 * @param answered the ID of the message or interaction that this answers: for a few minutes,
 * Discord makes one message of all that are posted for it, however often it is delivered or posted
 * again, and by however many processes
 */
export function postedReply({ id, channel }: RepliedTo, message: MessageBody, answered: string): CreateMessage {
  const reference = { message_id: id, channel_id: channel, fail_if_not_exists: false };
  const body = { ...message, message_reference: reference, nonce: answered, enforce_nonce: true };
  return { method: 'POST', route: Routes.channelMessages(channel), body };
}

/**
 * Turns the message that the component is on into another one. For private messages only: who sees
 * a message can't be changed later, so the update must not carry that flag.
 */
export function update(message: MessageBody): Reply {
  const data = { ...message, flags: message.flags & ~MessageFlags.Ephemeral };
  return { response: { type: InteractionResponseType.UpdateMessage, data } };
}

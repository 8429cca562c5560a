/** What the pure core hands to a transport: the response to an interaction, and what must be sent once that is out. */

import {
  InteractionResponseType,
  MessageFlags,
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import type { MessageBody } from './views/message.ts';

/** A call of Discord's REST API, for a transport to carry out. The route is below the API's version: `/channels/1/messages`. */
export type RestCall = Post | { readonly method: 'DELETE'; readonly route: `/${string}` };

/** A message to a channel. */
export interface Post {
  readonly method: 'POST';
  readonly route: `/${string}`;
  readonly body: RESTPostAPIChannelMessageJSONBody;
}

export interface Responded {
  readonly response: APIInteractionResponse;
  readonly after?: readonly RestCall[];
  /** What the reader is told privately where a call of `after` fails. */
  readonly ifAfterFails?: MessageBody;
}

/** A new message in answer. */
export function reply(data: MessageBody): Responded {
  return {
    response: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: data as APIInteractionResponseCallbackData,
    },
  };
}

/** The message that was pressed becomes another one. Only for private messages: who sees one can't be changed later, so an edit does not say it. */
export function replace(body: MessageBody): Responded {
  const data = { ...body, flags: body.flags & ~MessageFlags.Ephemeral };
  return {
    response: { type: InteractionResponseType.UpdateMessage, data: data as APIInteractionResponseCallbackData },
  };
}

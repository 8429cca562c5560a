/** Sends interactions to the core, and holds what comes back to Discord's rules. */

import { InteractionResponseType, MessageFlags, type APIInteraction } from 'discord-api-types/v10';
import { expect } from 'vitest';
import type { Bot } from '../../src/bot/bot.ts';
import { checkMessage } from '../../src/discord/check-limits.ts';
import type { Reply } from '../../src/discord/reply.ts';
import { respond } from '../../src/discord/respond.ts';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { faultsOfCallback, faultsOfMessage } from '../../src/bench/local-discord/rules/validate.ts';
import { shown, textsOf } from './payloads.ts';

/** The whole reply, checked. */
export function replyFor(interaction: APIInteraction, bot: Bot): Reply {
  const reply = respond(interaction, bot);
  expect(faultsOfCallback(reply.response)).toEqual([]);
  for (const request of reply.after ?? [])
    if (request.method === 'POST') expect(faultsOfMessage(request.body)).toEqual([]);
  return reply;
}

/** The message that an interaction is answered with, checked. */
export function messageFor(interaction: APIInteraction, bot: Bot): MessageBody {
  const { response } = replyFor(interaction, bot);
  const isMessage =
    response.type === InteractionResponseType.ChannelMessageWithSource ||
    response.type === InteractionResponseType.UpdateMessage;
  if (!isMessage) throw new Error(`The response is no message, but has type ${response.type}.`);
  const body = response.data as MessageBody; // the core makes no other messages
  expect(checkMessage(body)).toEqual([]);
  return body;
}

/** What Discord would refuse of a message that is sent to a channel. */
export function refusedAsMessage(body: object | undefined): readonly string[] {
  return faultsOfMessage(body);
}

/** The choices that an autocomplete is answered with, checked. */
export function choicesFor(
  interaction: APIInteraction,
  bot: Bot,
): readonly { readonly name: string; readonly value: string | number }[] {
  const { response } = replyFor(interaction, bot);
  if (response.type !== InteractionResponseType.ApplicationCommandAutocompleteResult)
    throw new Error(`The response has no choices, but has type ${response.type}.`);
  return response.data.choices ?? [];
}

export function isPrivate({ flags }: MessageBody): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}

/** All words of a message as Discord shows them. */
export function wordsOf(body: Pick<MessageBody, 'components'>): string {
  return textsOf(body).map(shown).join('\n');
}

/** Whether the reply is the notice for what this version of the bot does not know. */
export function isOutdated(body: MessageBody, bot: Bot): boolean {
  return bot.translators.all.some((translator) => wordsOf(body) === translator.t('reply.outdated'));
}

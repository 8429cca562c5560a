/** What the pictures show: replies of the bot as it is built, to commands as Discord sends them. */

import { ApplicationCommandOptionType, InteractionResponseType, type APIInteraction } from 'discord-api-types/v10';
import type { App } from '../../src/discord/app.ts';
import { definitions } from '../../src/discord/commands/index.ts';
import type { MessageBody } from '../../src/discord/message.ts';
import { respond } from '../../src/discord/respond.ts';
import { optionsOf, shownQuotes, slash, textsOf } from '../support/payloads.ts';
import { bot } from '../support/prepared.ts';

export interface Scene {
  /** The picture's name, without its ending. */
  readonly name: string;
  /** The command that leads to it. */
  readonly command: string;
  readonly message: MessageBody;
  readonly openMenus: boolean;
}

const app: App = { ...bot, visibility: 'private' };
const wording = bot.wordings.in('en-US');

/** Which of them gives a choice changes with the FAQ: the first that does is drawn. */
const TWO_WAYS_TO_READ = [
  'what happened to the protester',
  'police station',
  'who was arrested',
  'recording',
  'phones',
  'phone',
  'call',
  'how long',
  'what did they say',
];

/** @throws Error where a question no longer leads to the kind of reply that its picture is for. */
export function scenes(): readonly Scene[] {
  const isChoice = (message: MessageBody): boolean =>
    shownQuotes(message).length === 0 && optionsOf(message).length > 1 && says(message, wording.say('reply.ambiguous', {}));
  const isNotStated = (message: MessageBody): boolean =>
    shownQuotes(message).length > 0 && says(message, wording.say('reply.notStated', {}));
  const isAnswer = (message: MessageBody): boolean => shownQuotes(message).length > 0 && !isNotStated(message);
  const browse = definitions(bot.wordings).some(({ name }) => name === 'browse') ? 'browse' : 'report';
  return [
    { name: 'answer', command: 'ask', message: firstReply(['why did the cops call him'], isAnswer), openMenus: false },
    { name: 'choice', command: 'ask', message: firstReply(TWO_WAYS_TO_READ, isChoice), openMenus: true },
    {
      name: 'not-stated',
      command: 'ask',
      message: firstReply(['what did the security bureau reply to CNN'], isNotStated),
      openMenus: false,
    },
    { name: 'browse', command: browse, message: replyTo(slash(browse)), openMenus: false },
  ];
}

function firstReply(questions: readonly string[], isMeant: (message: MessageBody) => boolean): MessageBody {
  const option = (value: string) => [{ name: 'question', type: ApplicationCommandOptionType.String as const, value }];
  const found = questions.map((question) => replyTo(slash('ask', option(question)))).find(isMeant);
  if (!found) throw new Error(`Asking this no longer leads to the reply that its picture is for: ${questions.join(' | ')}`);
  return found;
}

function replyTo(interaction: APIInteraction): MessageBody {
  const { response } = respond(interaction, app);
  if (response.type !== InteractionResponseType.ChannelMessageWithSource)
    throw new Error(`A command was not answered with a message but with type ${response.type}.`);
  return response.data as MessageBody; // the core makes no other messages
}

function says(message: MessageBody, words: string): boolean {
  return textsOf(message).some((text) => text.includes(words));
}

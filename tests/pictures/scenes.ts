/** What the pictures show: replies of the bot as it is built, to commands as Discord sends them. */

import { ApplicationCommandOptionType, InteractionResponseType, type APIInteraction } from 'discord-api-types/v10';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { respond } from '../../src/discord/respond.ts';
import { optionsOf, shownQuotes, slash, textsOf } from '../support/payloads.ts';
import { bot } from '../support/prepared.ts';

export interface Scene {
  /** The picture's name, without its ending. */
  readonly name: string;
  /** The command that leads to it. */
  readonly command: string;
  /** What was asked with it; a reply does not show that, so a caption should. */
  readonly question: string;
  readonly message: MessageBody;
  readonly openMenus: boolean;
}

const translator = bot.translators.for('en-US');

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
    says(message, translator.t('reply.ambiguous')) && optionsOf(message).length > 1;
  const isNotStated = (message: MessageBody): boolean =>
    says(message, translator.t('reply.notStated')) && shownQuotes(message).length > 0;
  const isAnswer = (message: MessageBody): boolean => shownQuotes(message).length > 0 && !isNotStated(message);
  return [
    { name: 'answer', ...asking(['why did the cops call him'], isAnswer), openMenus: false },
    { name: 'choice', ...asking(TWO_WAYS_TO_READ, isChoice), openMenus: true },
    { name: 'not-stated', ...asking(['what did the security bureau reply to CNN'], isNotStated), openMenus: false },
    { name: 'browse', command: 'browse', question: '', message: browsing(), openMenus: false },
  ];
}

/** The first of the questions whose reply is what is meant. */
function asking(
  questions: readonly string[],
  isMeant: (message: MessageBody) => boolean,
): Pick<Scene, 'command' | 'question' | 'message'> {
  for (const question of questions) {
    const message = replyTo(
      slash('ask', [{ name: 'question', type: ApplicationCommandOptionType.String, value: question }]),
    );
    if (isMeant(message)) return { command: 'ask', question, message };
  }
  throw new Error(`Asking this no longer leads to the reply that its picture is for: ${questions.join(' | ')}`);
}

function browsing(): MessageBody {
  const message = replyTo(slash('browse'));
  if (optionsOf(message).length === 0) throw new Error('/browse no longer offers anything to choose from.');
  return message;
}

function replyTo(interaction: APIInteraction): MessageBody {
  const { response } = respond(interaction, bot);
  if (response.type !== InteractionResponseType.ChannelMessageWithSource)
    throw new Error(`A command was not answered with a message but with type ${response.type}.`);
  return response.data as MessageBody; // the core makes no other messages
}

function says(message: MessageBody, words: string): boolean {
  return textsOf(message).some((text) => text.includes(words));
}

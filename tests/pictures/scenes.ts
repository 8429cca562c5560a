/** What the pictures show: the real bot's replies to commands as Discord sends them. */

import { ApplicationCommandOptionType, InteractionResponseType, type APIInteraction } from 'discord-api-types/v10';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { respond } from '../../src/discord/respond.ts';
import { optionsOf, shownQuotes, slash, textsOf } from '../support/payloads.ts';
import { bot } from '../support/prepared.ts';

export interface Scene {
  /** The picture's name, without its extension. */
  readonly name: string;
  /** The command that was used. */
  readonly command: string;
  /** The question asked. The reply does not show it, so a caption should. */
  readonly question: string;
  readonly message: MessageBody;
  readonly openMenus: boolean;
}

const translator = bot.translators.for('en-US');

/** Which of these is ambiguous changes with the FAQ. The first one that is gets drawn. */
const AMBIGUOUS = [
  'phones',
  'arrested why',
  'arrested apps',
  'who police',
  'data protest',
  'woman data',
  'station data',
  'photos Telegram',
  'location order',
  'password location',
  'searches details',
  'what happened woman',
];

/** @throws Error if a question no longer leads to the kind of reply that its picture shows */
export function scenes(): readonly Scene[] {
  const isChoice = (message: MessageBody): boolean =>
    says(message, translator.t('reply.ambiguous')) && optionsOf(message).length > 1;
  const isNotStated = (message: MessageBody): boolean =>
    says(message, translator.t('reply.notStated')) && shownQuotes(message).length > 0;
  const isAnswer = (message: MessageBody): boolean =>
    shownQuotes(message).length > 0 && !isNotStated(message) && !says(message, translator.t('reply.hedged'));
  return [
    { name: 'answer', ...asking(['how did the police know he was there'], isAnswer), openMenus: false },
    { name: 'choice', ...asking(AMBIGUOUS, isChoice), openMenus: true },
    { name: 'not-stated', ...asking(['what did the security bureau reply to CNN'], isNotStated), openMenus: false },
    { name: 'browse', command: 'browse', question: '', message: browsing(), openMenus: false },
  ];
}

/** The reply to the first of the questions that leads to the wanted kind. */
function asking(
  questions: readonly string[],
  isWanted: (message: MessageBody) => boolean,
): Pick<Scene, 'command' | 'question' | 'message'> {
  for (const question of questions) {
    const message = replyTo(
      slash('ask', [{ name: 'question', type: ApplicationCommandOptionType.String, value: question }]),
    );
    if (isWanted(message)) return { command: 'ask', question, message };
  }
  throw new Error(
    `These questions no longer lead to the kind of reply that the picture shows: ${questions.join(' | ')}`,
  );
}

function browsing(): MessageBody {
  const message = replyTo(slash('browse'));
  if (optionsOf(message).length === 0) throw new Error('/browse no longer offers anything to choose from.');
  return message;
}

function replyTo(interaction: APIInteraction): MessageBody {
  const { response } = respond(interaction, bot);
  if (response.type !== InteractionResponseType.ChannelMessageWithSource)
    throw new Error(`A command was answered with a response of type ${response.type} instead of a message.`);
  return response.data as MessageBody; // the core makes no other messages
}

function says(message: MessageBody, words: string): boolean {
  return textsOf(message).some((text) => text.includes(words));
}

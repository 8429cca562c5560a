/** What is wrong with what the bot would send: judged from the payload alone. */

import {
  InteractionResponseType,
  type APIApplicationCommandOptionChoice,
  type APIInteractionResponse,
} from 'discord-api-types/v10';
import { PRESENTATIONS } from '../../answers/answer.ts';
import type { Bot } from '../../bot/bot.ts';
import { checkMessage } from '../../discord/check-limits.ts';
import { NO_ENTRY, parseCustomId } from '../../discord/custom-ids.ts';
import { LIMITS } from '../../discord/limits.ts';
import type { ApiRequest, Reply } from '../../discord/reply.ts';
import type { MessageBody } from '../../discord/views/message.ts';
import { MARK } from './inputs.ts';
import { NOT_SHOWN, shownIn, withoutIds, type OwnWords } from './own-words.ts';

/** Takes all that would be sent for one input, and tells what is wrong with it. */
export type ReplyCheck = (reply: Partial<Reply>) => readonly string[];

export function createReplyCheck(bot: Bot, { texts, lines }: OwnWords): ReplyCheck {
  const ids = new Set(bot.faq.entries.flatMap(({ id, aliases }) => [id, ...aliases]));
  const topics = new Set(bot.faq.topics.map(({ id }) => id));

  function faultsOfMessage(body: MessageBody): readonly string[] {
    return [
      ...checkMessage(body),
      ...(JSON.stringify(body.allowed_mentions) === '{"parse":[]}' ? [] : ['it may ping']),
      ...shownIn(body)
        .filter((text) => !texts.has(withoutIds(withoutNames(text))) && !isListOfPassages(text))
        .map((text) => `it says what is not the bot’s own: ${text}`),
      ...programFields(body).flatMap(([key, value]) =>
        isOwnValue(key, value) ? [] : [`${key} is not the bot’s: ${value}`],
      ),
    ];
  }

  /** Without the lines that say of names that the report does not mention them. */
  function withoutNames(text: string): string {
    const [first, ...others] = text.split('\n');
    return [first, ...others.filter((line) => !lines.has(line))].join('\n');
  }

  /** "Paragraphs 3 and 5": too many lists to be drawn ahead. */
  function isListOfPassages(text: string): boolean {
    return bot.translators.all.some((translator) => {
      const numbers = translator.list(text.match(/\d+/g) ?? []);
      return text === translator.t('passage.several', { numbers });
    });
  }

  function isOwnValue(key: string, value: string): boolean {
    switch (key) {
      case 'value':
        return ids.has(value) || topics.has(value);
      case 'custom_id': {
        const parsed = parseCustomId(value);
        return parsed?.args.every((arg) => ids.has(arg) || topics.has(arg) || OWN_ARGUMENT.test(arg)) ?? false;
      }
      default:
        return /^\d{1,20}$/.test(value);
    }
  }

  function faultsOfChoice({ name, value }: APIApplicationCommandOptionChoice): readonly string[] {
    const passage = bot.report.passages[Number(value) - 1];
    const isOwn =
      passage === undefined
        ? ids.has(String(value)) && texts.has(name)
        : `${value} · ${passage.text}`.startsWith(name.replace(/ …$/, ''));
    return [
      ...(isOwn ? [] : [`it suggests what is not the bot’s own: ${name}`]),
      ...(name.length <= LIMITS.choiceName ? [] : ['a suggestion is too long']),
    ];
  }

  function faultsOfResponse(response: APIInteractionResponse): readonly string[] {
    switch (response.type) {
      case InteractionResponseType.Pong:
      case InteractionResponseType.DeferredMessageUpdate:
        return [];
      case InteractionResponseType.ApplicationCommandAutocompleteResult: {
        const choices = response.data.choices ?? [];
        return choices.length <= LIMITS.choices ? choices.flatMap(faultsOfChoice) : ['it has too many suggestions'];
      }
      case InteractionResponseType.ChannelMessageWithSource:
      case InteractionResponseType.UpdateMessage:
        return faultsOfMessage(response.data as MessageBody); // the core makes no other messages
      default:
        return [`it has the type ${response.type}`];
    }
  }

  function faultsOfRequest(request: ApiRequest): readonly string[] {
    const isRoute = /^\/(?:channels\/\d{1,20}\/messages|webhooks\/\d{1,20}\/[\w-]+\/messages\/(?:@|%40)original)$/;
    return [
      ...(isRoute.test(request.route) ? [] : [`its route is ${request.route}`]),
      ...(request.method === 'POST' ? faultsOfMessage(request.body as MessageBody) : []),
    ];
  }

  return ({ response, after = [], ifAfterFails }) => {
    const { length } = JSON.stringify([response, ifAfterFails, ...bodiesOf(after)]).match(MARKS) ?? [];
    return [
      ...(length ? ['it repeats the reader'] : []),
      ...(response ? faultsOfResponse(response) : []),
      ...after.flatMap(faultsOfRequest),
      ...(ifAfterFails ? faultsOfMessage(ifAfterFails) : []),
    ];
  };
}

const MARKS = new RegExp(MARK, 'gi');

/** A page, a Discord ID, no entry, or how an answer is presented. */
const OWN_ARGUMENT = new RegExp(`^(?:\\d{1,4}|\\d{15,22}|${NO_ENTRY}|${PRESENTATIONS.join('|')})$`);

function bodiesOf(requests: readonly ApiRequest[]): readonly unknown[] {
  return requests.map((request) => (request.method === 'POST' ? request.body : undefined));
}

/** The fields that only programs read, at any depth. */
function programFields(value: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap(programFields);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]: [string, unknown]) =>
    typeof field === 'string' ? (NOT_SHOWN.includes(key) ? [[key, field] as const] : []) : programFields(field),
  );
}

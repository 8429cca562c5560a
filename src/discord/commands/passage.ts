/** `/passage number:` shows a paragraph, found by its number or by words in it. */

import {
  ApplicationCommandType,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandOptionChoice,
  type APIChatInputApplicationCommandInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Bot } from '../../bot/bot.ts';
import { passageOf, type Passage, type Report } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { Translators } from '../../i18n/translators.ts';
import { LIMITS } from '../limits.ts';
import { localeFor } from '../locale.ts';
import type { MessageBody } from '../views/message.ts';
import { notice } from '../views/notices.ts';
import { passageCard } from '../views/passage-card.ts';
import { baseCommand, stringOption, typedOption, type SlashCommand } from './command.ts';

export const passage: SlashCommand = { type: ApplicationCommandType.ChatInput, name: 'passage', define, run, complete };

const NUMBER = 'number';
/** In characters: of a number, or of words to find a paragraph by. */
const NUMBER_LENGTH = 100;

function define(translators: Translators): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    ...baseCommand('passage', 'command.passage', translators),
    // Not an option for numbers, so that words can be typed, too.
    options: [typedOption(NUMBER, 'command.passage.number', NUMBER_LENGTH, translators)],
  };
}

function run(interaction: APIChatInputApplicationCommandInteraction, bot: Bot): MessageBody {
  const { report, translators, settings } = bot;
  const typed = stringOption(interaction.data.options, NUMBER, NUMBER_LENGTH).trim();
  const matches = NUMBER_FORM.test(typed) ? [] : passagesMatching(typed, report);
  const found = passageNumbered(typed, report) ?? (matches.length === 1 ? matches[0] : undefined);
  if (!found) return notFound(typed, matches, report, translators.for(localeFor(interaction, 'private')));
  const { visibility } = settings;
  return passageCard(found, bot, translators.for(localeFor(interaction, visibility)), visibility);
}

/** What is meant as a paragraph's number, and not as a year that it contains. */
const NUMBER_FORM = /^-?\d{1,3}$/;

function passageNumbered(typed: string, report: Report): Passage | undefined {
  return /^\d+$/.test(typed) ? passageOf(report, Number(typed)) : undefined;
}

function notFound(typed: string, matches: readonly Passage[], report: Report, translator: Translator): MessageBody {
  if (matches.length === 0 || typed === '') {
    const key = /^(?:-?\d+)?$/.test(typed) ? 'passage.none' : 'passage.noWords';
    return notice(translator.t(key, { count: report.passages.length }));
  }
  const numbers = translator.list(matches.map(({ number }) => String(number)));
  return notice(translator.t('passage.several', { numbers }));
}

/** Shows each paragraph's first words, to recognize it by; the reply has the whole of it. */
function complete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  { report }: Bot,
): readonly APIApplicationCommandOptionChoice[] {
  const typed = stringOption(interaction.data.options, NUMBER, NUMBER_LENGTH).trim();
  return passagesMatching(typed, report)
    .slice(0, LIMITS.choices)
    .map(({ number, text }) => ({
      name: firstWords(`${number} · ${text}`, LIMITS.choiceName),
      value: String(number),
    }));
}

/**
 * Passages whose number begins with what was typed, or that contain it, in any case and with any
 * apostrophe.
 */
function passagesMatching(typed: string, report: Report): readonly Passage[] {
  const fold = (words: string): string => words.toLowerCase().replace(/[’‘]/g, "'");
  return report.passages.filter(
    ({ number, text }) => String(number).startsWith(typed) || fold(text).includes(fold(typed)),
  );
}

/** Cuts at a space and marks the cut with an ellipsis. */
function firstWords(words: string, maxLength: number): string {
  if (words.length <= maxLength) return words;
  return `${words.slice(0, words.lastIndexOf(' ', maxLength - 2))} …`;
}

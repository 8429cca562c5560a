/** /passage number: — a paragraph with its attribution, and the entries that quote it. */

import {
  ApplicationCommandOptionType,
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APICommandAutocompleteInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Translators } from '../../i18n/translators.ts';
import { quotationsOf } from '../../content/faq.ts';
import { wholePassage } from '../../content/quotation.ts';
import { passageOf, type Passage, type Report } from '../../content/report.ts';
import type { Bot } from '../../bot/bot.ts';
import { deleteButton } from '../views/answer-card.ts';
import { customId } from '../custom-ids.ts';
import { LIMITS } from '../limits.ts';
import { localeFor } from '../locale.ts';
import { container, line, menu, message, notice, row, text, type MessageBody } from '../views/message.ts';
import { entryOptions } from '../views/entry-options.ts';
import { quoted, source } from '../views/quotations.ts';
import { everywhere, named, stringOption, type Command, type CommandDefinition } from './command.ts';

const NUMBER = 'number';
/** Characters of a number, or of words to find a passage by. */
const NUMBER_LENGTH = 100;

export const passage: Command = { name: 'passage', define, run, complete };

function define(translators: Translators): CommandDefinition {
  return {
    ...everywhere('passage', 'command.passage', translators),
    // A string, so that words may be typed to find the paragraph by.
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...named(NUMBER, 'command.passage.number', translators),
        required: true,
        autocomplete: true,
        max_length: NUMBER_LENGTH,
      },
    ],
  };
}

function run(
  interaction: APIChatInputApplicationCommandInteraction,
  { report, faq, translators, settings: { visibility } }: Bot,
): MessageBody {
  const translator = translators.for(localeFor(interaction, visibility));
  const typed = stringOption(interaction.data.options, NUMBER, NUMBER_LENGTH).trim();
  const fitting = passagesFitting(typed, report);
  const found =
    (/^\d+$/.test(typed) ? passageOf(report, Number(typed)) : undefined) ??
    (fitting.length === 1 ? fitting[0] : undefined);
  if (!found) {
    const own = translators.for(localeFor(interaction, 'private'));
    const numbers = new Intl.ListFormat(own.locale, { type: 'conjunction' }).format(
      fitting.map(({ number }) => String(number)),
    );
    return notice(
      fitting.length > 0 && typed !== ''
        ? own.t('passage.several', { numbers })
        : own.t('passage.none', { count: report.passages.length }),
    );
  }

  const quoting = faq.entries.filter(
    (entry) =>
      entry.answer.kind === 'quoted' && quotationsOf(entry).some((quotation) => quotation.passage === found.number),
  );
  const components = [
    text(`### ${translator.t('passage.heading', { number: found.number, count: report.passages.length })}`),
    quoted(wholePassage(found), report, translator),
    line(),
    source(report, translator),
    ...row(deleteButton(translator, { visibility })),
    ...menu(
      customId('choose'),
      translator.t('passage.entries', { count: quoting.length }),
      entryOptions(quoting, report, translator),
    ),
  ];
  return message([container(components)], visibility);
}

/** By number, or by words that stand in the passage. What is shown are its first words, for finding it: the reply has it whole. */
function complete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  { report }: Bot,
): APICommandAutocompleteInteractionResponseCallbackData {
  const fitting = passagesFitting(stringOption(interaction.data.options, NUMBER, NUMBER_LENGTH).trim(), report);
  const choices = fitting.map(({ number, text: words }) => ({
    name: firstWords(`${number} · ${words}`, LIMITS.choiceName),
    value: String(number),
  }));
  return { choices: choices.slice(0, LIMITS.choices) };
}

/** Those whose number begins as typed, or that have the words typed, whichever apostrophe was used. */
function passagesFitting(typed: string, report: Report): readonly Passage[] {
  const fold = (words: string): string => words.toLowerCase().replace(/[’‘]/g, "'");
  return report.passages.filter(
    ({ number, text: words }) => String(number).startsWith(typed) || fold(words).includes(fold(typed)),
  );
}

/** At most `most` characters, cut at a word and marked as cut. */
function firstWords(words: string, most: number): string {
  if (words.length <= most) return words;
  return `${words.slice(0, words.lastIndexOf(' ', most - 2))} …`;
}

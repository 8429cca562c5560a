/** /passage number: — a paragraph with its attribution, and the entries that quote it. */

import {
  ApplicationCommandOptionType,
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APICommandAutocompleteInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Wordings } from '../../messages/wordings.ts';
import { quotationsOf } from '../../report/faq.ts';
import { wholePassage } from '../../report/quotation.ts';
import { passageOf, type Passage } from '../../report/report.ts';
import type { App } from '../app.ts';
import { customId } from '../custom-ids.ts';
import { LIMITS } from '../limits.ts';
import { localeFor } from '../locale.ts';
import { container, line, menu, message, notice, text, type MessageBody } from '../message.ts';
import { entryOptions } from '../options.ts';
import { quoted, source } from '../quotations.ts';
import { everywhere, named, type Command, type CommandDefinition } from './command.ts';

const NUMBER = 'number';

export const passage: Command = { name: 'passage', define, run, complete };

function define(wordings: Wordings): CommandDefinition {
  return {
    ...everywhere('passage', 'command.passage', wordings),
    options: [{ type: ApplicationCommandOptionType.Integer, ...named(NUMBER, 'command.passage.number', wordings), required: true, autocomplete: true, min_value: 1 }],
  };
}

function run(interaction: APIChatInputApplicationCommandInteraction, { published, wordings, visibility }: App): MessageBody {
  const { report, faq } = published;
  const wording = wordings.in(localeFor(interaction, visibility));
  const option = interaction.data.options?.find(({ name }) => name === NUMBER);
  const found = option?.type === ApplicationCommandOptionType.Integer ? passageOf(report, option.value) : undefined;
  if (!found) return notice(wordings.in(localeFor(interaction, 'private')).say('passage.none', { count: report.passages.length }));

  const quoting = faq.entries.filter((entry) => entry.answer.kind === 'quoted' && quotationsOf(entry).some((quotation) => quotation.passage === found.number));
  const components = [
    text(`### ${wording.say('passage.heading', { number: found.number, count: report.passages.length })}`),
    quoted(wholePassage(found), report, wording),
    line(),
    source(report, wording),
    ...menu(customId('choose'), wording.say('passage.entries', { count: quoting.length }), entryOptions(quoting, report, wording)),
  ];
  return message([container(components)], visibility);
}

/** By number, or by words that stand in the passage. What is shown are its first words, for finding it: the reply has it whole. */
function complete(interaction: APIApplicationCommandAutocompleteInteraction, { published }: App): APICommandAutocompleteInteractionResponseCallbackData {
  const option = interaction.data.options.find(({ name }) => name === NUMBER);
  // While it is typed, Discord sends whatever stands there, a word as well.
  const typed = String(option && 'value' in option ? option.value : '').trim().toLowerCase();
  const fits = ({ number, text: words }: Passage): boolean => String(number).startsWith(typed) || words.toLowerCase().includes(typed);
  const choices = published.report.passages.filter(fits).map((one) => ({ name: firstWords(`${one.number} · ${one.text}`, LIMITS.choiceName), value: one.number }));
  return { choices: choices.slice(0, LIMITS.choices) };
}

/** At most `most` characters, cut at a word and marked as cut. */
function firstWords(words: string, most: number): string {
  if (words.length <= most) return words;
  return `${words.slice(0, words.lastIndexOf(' ', most - 2))} …`;
}

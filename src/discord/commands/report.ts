/** /report — what the report is, where its text comes from, what is kept and by whom, how to read an answer. */

import type { APIChatInputApplicationCommandInteraction } from 'discord-api-types/v10';
import type { Bot } from '../../bot/bot.ts';
import { deleteButton } from '../views/answer-card.ts';
import { localeFor } from '../locale.ts';
import { escapeMarkdown } from '../views/markdown.ts';
import { container, message, row, text, type MessageBody } from '../views/message.ts';
import { everywhere, type Command } from './command.ts';

export const report: Command = {
  name: 'report',
  define: (translators) => everywhere('report', 'command.report', translators),
  run: aboutReport,
};

function aboutReport(
  interaction: APIChatInputApplicationCommandInteraction,
  { report, faq, translators, settings: { visibility } }: Bot,
): MessageBody {
  const translator = translators.for(localeFor(interaction, visibility));
  const { known, passages } = report;
  const title = escapeMarkdown(known.title.value);
  const what = translator.t('report.what', {
    title,
    date: translator.date(known.date.value),
    passages: passages.length,
    entries: faq.entries.length,
  });
  return message(
    [
      container([
        text(`### ${translator.t('report.heading')}\n${what}\n${known.address.value}`),
        text(translator.t('report.origin', { copy: escapeMarkdown(known.text.value) })),
        text(translator.t('report.reading')),
        text(translator.t('report.kept')),
        text(`-# ${translator.t('report.rights')}`),
        ...row(deleteButton(translator, { visibility })),
      ]),
    ],
    visibility,
  );
}

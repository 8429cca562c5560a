/** /report — what the report is, where its text comes from, what is kept and by whom, how to read an answer. */

import type { APIChatInputApplicationCommandInteraction } from 'discord-api-types/v10';
import type { App } from '../app.ts';
import { deleteButton } from '../card.ts';
import { localeFor } from '../locale.ts';
import { escapeMarkdown } from '../markdown.ts';
import { container, message, row, text, type MessageBody } from '../message.ts';
import { everywhere, type Command } from './command.ts';

export const report: Command = {
  name: 'report',
  define: (wordings) => everywhere('report', 'command.report', wordings),
  run: aboutReport,
};

function aboutReport(interaction: APIChatInputApplicationCommandInteraction, { published, wordings, visibility }: App): MessageBody {
  const wording = wordings.in(localeFor(interaction, visibility));
  const { known, passages } = published.report;
  const title = escapeMarkdown(known.title.value);
  const what = wording.say('report.what', {
    title,
    date: wording.date(known.date.value),
    passages: passages.length,
    entries: published.faq.entries.length,
  });
  return message(
    [
      container([
        text(`### ${wording.say('report.heading', {})}\n${what}\n${known.address.value}`),
        text(wording.say('report.origin', { copy: escapeMarkdown(known.text.value) })),
        text(wording.say('report.reading', {})),
        text(wording.say('report.kept', {})),
        text(`-# ${wording.say('report.rights', {})}`),
        ...row(deleteButton(wording, { visibility })),
      ]),
    ],
    visibility,
  );
}

/** Related: the entries that a reader of this one may want next. State: the entry's id. */

import { colourOf } from '../card.ts';
import { customId } from '../custom-ids.ts';
import { escapeMarkdown } from '../markdown.ts';
import { container, menu, message, text } from '../message.ts';
import { entryOptions } from '../options.ts';
import { reply } from '../responded.ts';
import { entryIn, type Press } from './press.ts';

export const related: Press = (pressed) => {
  const { app, wording } = pressed;
  const { report, faq } = app.published;
  const entry = entryIn(pressed, pressed.state[0]);
  if (!entry || entry.related.length === 0) return undefined;
  const entries = entry.related.flatMap((id) => entryIn(pressed, id) ?? []);
  const list = entries.map(({ question }) => `- ${escapeMarkdown(question)}`).join('\n');
  const heading = text(`### ${wording.say('related.heading', { question: escapeMarkdown(entry.question) })}\n${list}`);
  const select = menu(customId('choose'), wording.say('reply.ambiguousMenu', {}), entryOptions(entries, report, wording));
  return reply(message([container([heading, ...select], colourOf(entry, faq))], 'private'));
};

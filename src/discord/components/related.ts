/** Related: the entries that a reader of this one may want next. State: the entry's id. */

import { colourOf } from '../views/answer-card.ts';
import { customId } from '../custom-ids.ts';
import { escapeMarkdown } from '../views/markdown.ts';
import { container, menu, message, text } from '../views/message.ts';
import { entryOptions } from '../views/entry-options.ts';
import { reply } from '../reply.ts';
import { entryIn, type Press } from './component.ts';

export const related: Press = (pressed) => {
  const { bot, translator } = pressed;
  const { report, faq } = bot;
  const entry = entryIn(pressed, pressed.state[0]);
  if (!entry || entry.related.length === 0) return undefined;
  const entries = entry.related.flatMap((id) => entryIn(pressed, id) ?? []);
  const list = entries.map(({ question }) => `- ${escapeMarkdown(question)}`).join('\n');
  const heading = text(`### ${translator.t('related.heading', { question: escapeMarkdown(entry.question) })}\n${list}`);
  const select = menu(
    customId('choose'),
    translator.t('reply.ambiguousMenu'),
    entryOptions(entries, report, translator),
  );
  return reply(message([container([heading, ...select], colourOf(entry, faq))], 'private'));
};

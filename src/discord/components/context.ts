/** Context: the passages before and after, the quoted one marked. State: the entry's id, which of its quotations, and the page, from 0. */

import { wholePassage } from '../../content/quotation.ts';
import { passageOf } from '../../content/report.ts';
import { colourOf } from '../views/answer-card.ts';
import { customId, readIndex } from '../custom-ids.ts';
import { escapeMarkdown } from '../views/markdown.ts';
import { button, container, line, message, row, text } from '../views/message.ts';
import { pagesOf, quoted, source } from '../views/quotations.ts';
import { reply } from '../reply.ts';
import { quotationIn, turnButton, type Press } from './component.ts';

export const context: Press = (pressed) => {
  const { bot, translator } = pressed;
  const { report, faq } = bot;
  const found = quotationIn(pressed);
  if (!found) return undefined;
  const { entry, quotation, next } = found;

  const around = [quotation.passage - 1, quotation.passage, quotation.passage + 1].flatMap(
    (number) => passageOf(report, number) ?? [],
  );
  const pages = pagesOf(around.map(wholePassage), report, translator);
  const page = Math.min(readIndex(pressed.state[2]) ?? 0, pages.length - 1);
  const passages = (pages[page] ?? []).map((piece) => {
    const mark = piece.passage === quotation.passage ? `**${translator.t('context.quoted')}**` : undefined;
    return quoted(piece, report, translator, mark);
  });
  // One quotation's surroundings at a time: those of three would not fit into a message.
  const more = next
    ? [button(customId('context', entry.id, next.at), translator.t('context.next', { number: next.passage }))]
    : [];
  const heading = text(`### ${escapeMarkdown(translator.t('context.heading', { number: quotation.passage }))}`);
  return reply(
    message(
      [
        container(
          [
            heading,
            ...passages,
            line(),
            source(report, translator),
            ...row([...turnButton('context', pressed, page, pages.length), ...more]),
          ],
          colourOf(entry, faq),
        ),
      ],
      'private',
    ),
  );
};

/** Context: the passages before and after, the quoted one marked. State: the entry's id, which of its quotations, and the page, from 0. */

import { wholePassage } from '../../report/quotation.ts';
import { passageOf } from '../../report/report.ts';
import { colourOf } from '../card.ts';
import { customId, readIndex } from '../custom-ids.ts';
import { escapeMarkdown } from '../markdown.ts';
import { button, container, line, message, row, text } from '../message.ts';
import { pagesOf, quoted, source } from '../quotations.ts';
import { reply } from '../responded.ts';
import { quotationIn, turnButton, type Press } from './press.ts';

export const context: Press = (pressed) => {
  const { app, wording } = pressed;
  const { report, faq } = app.published;
  const found = quotationIn(pressed);
  if (!found) return undefined;
  const { entry, quotation, next } = found;

  const around = [quotation.passage - 1, quotation.passage, quotation.passage + 1].flatMap((number) => passageOf(report, number) ?? []);
  const pages = pagesOf(around.map(wholePassage), report, wording);
  const page = Math.min(readIndex(pressed.state[2]) ?? 0, pages.length - 1);
  const passages = (pages[page] ?? []).map((piece) => {
    const mark = piece.passage === quotation.passage ? `**${wording.say('context.quoted', {})}**` : undefined;
    return quoted(piece, report, wording, mark);
  });
  // One quotation's surroundings at a time: those of three would not fit into a message.
  const more = next ? [button(customId('context', entry.id, next.at), wording.say('context.next', { number: next.passage }))] : [];
  const heading = text(`### ${escapeMarkdown(wording.say('context.heading', { number: quotation.passage }))}`);
  return reply(
    message(
      [
        container(
          [heading, ...passages, line(), source(report, wording), ...row([...turnButton('context', pressed, page, pages.length), ...more])],
          colourOf(entry, faq),
        ),
      ],
      'private',
    ),
  );
};

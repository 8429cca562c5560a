/** Context: the passages before and after, the quoted one marked. State: the entry's id, and which of its quotations, from 0. */

import { wholePassage } from '../../report/quotation.ts';
import { passageOf } from '../../report/report.ts';
import { colourOf } from '../card.ts';
import { customId } from '../custom-ids.ts';
import { escapeMarkdown } from '../markdown.ts';
import { button, container, line, message, row, text } from '../message.ts';
import { quoted, source } from '../quotations.ts';
import { reply } from '../responded.ts';
import { quotationIn, type Press } from './press.ts';

export const context: Press = (pressed) => {
  const { app, wording } = pressed;
  const { report, faq } = app.published;
  const found = quotationIn(pressed);
  if (!found) return undefined;
  const { entry, quotation, next } = found;

  const around = [quotation.passage - 1, quotation.passage, quotation.passage + 1].flatMap((number) => passageOf(report, number) ?? []);
  const passages = around.map((passage) => {
    const mark = passage.number === quotation.passage ? `**${wording.say('context.quoted', {})}**` : undefined;
    return quoted(wholePassage(passage), report, wording, mark);
  });
  // One quotation's surroundings at a time: those of three would not fit into a message.
  const more = next ? [button(customId('context', entry.id, next.at), wording.say('context.next', { number: next.passage }))] : [];
  const heading = text(`### ${escapeMarkdown(wording.say('context.heading', { number: quotation.passage }))}`);
  return reply(
    message([container([heading, ...passages, line(), source(report, wording), ...row(more)], colourOf(entry, faq))], 'private'),
  );
};

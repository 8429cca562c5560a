/** Context: the passages before and after, the quoted one marked. State: the entry's id, and which of its quotations, from 0. */

import { quotationsOf } from '../../report/faq.ts';
import { wholePassage } from '../../report/quotation.ts';
import { passageOf } from '../../report/report.ts';
import { colourOf } from '../card.ts';
import { customId, readIndex } from '../custom-ids.ts';
import { escapeMarkdown } from '../markdown.ts';
import { button, container, line, message, row, text } from '../message.ts';
import { quoted, source } from '../quotations.ts';
import { reply } from '../responded.ts';
import { entryIn, type Press } from './press.ts';

export const context: Press = (pressed) => {
  const { state, app, wording } = pressed;
  const { report, faq } = app.published;
  const entry = entryIn(pressed, state[0]);
  const at = readIndex(state[1]);
  const quotations = entry ? quotationsOf(entry) : [];
  const quotation = at === undefined ? undefined : quotations[at];
  if (!entry || at === undefined || !quotation) return undefined;

  const around = [quotation.passage - 1, quotation.passage, quotation.passage + 1].flatMap((number) => passageOf(report, number) ?? []);
  const passages = around.map((passage) => {
    const mark = passage.number === quotation.passage ? `**${wording.say('context.quoted', {})}**` : undefined;
    return quoted(wholePassage(passage), report, wording, mark);
  });
  // One quotation's surroundings at a time: those of three would not fit into a message.
  const next = (at + 1) % quotations.length;
  const more =
    quotations.length < 2
      ? []
      : [button(customId('context', entry.id, next), wording.say('context.next', { number: quotations[next]?.passage ?? 0 }))];
  const heading = text(`### ${escapeMarkdown(wording.say('context.heading', { number: quotation.passage }))}`);
  return reply(
    message([container([heading, ...passages, line(), source(report, wording), ...row(more)], colourOf(entry, faq))], 'private'),
  );
};

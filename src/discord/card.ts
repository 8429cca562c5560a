/** An answer as a Discord message: one card. */

import type { APIComponentInContainer, APISelectMenuOption } from 'discord-api-types/v10';
import type { Answer } from '../answers/answer.ts';
import { paragraphsOf } from '../answers/answer-json.ts';
import { tellingFirst } from '../answers/answerer.ts';
import type { Wording } from '../messages/wording.ts';
import { citationOf } from '../report/citation.ts';
import { quotationsOf, type Entry, type Faq, type Topic } from '../report/faq.ts';
import { passageOf, type Report } from '../report/report.ts';
import { quotedText, type Quotation } from '../report/quotation.ts';
import { CHOOSE, OTHER } from './custom-ids.ts';
import { blockQuote, escapeMarkdown } from './markdown.ts';
import { container, line, menu, message, text, type MessageBody, type Visibility } from './message.ts';

/** The most that "Not what you asked?" offers: runners-up and related entries together. */
const MOST_OTHERS = 8;
/** How many questions show a reader without an answer what can be asked. */
const EXAMPLES = 5;

/** What a card is drawn from. */
export interface Published {
  readonly report: Report;
  readonly faq: Faq;
}

export function answerCard(answer: Answer, { report, faq }: Published, wording: Wording, visibility: Visibility): MessageBody {
  switch (answer.kind) {
    case 'quoted':
    case 'not_stated': {
      const { entry } = answer;
      const colour = topicOf(entry, faq)?.colour;
      const others = othersFor(entry, answer.candidates, faq);
      const select = others.length === 0 ? [] : [menu(OTHER, wording.say('reply.otherMenu', {}), options(others, report, wording))];
      return message([container([...body(entry, report, wording), ...select], colour)], visibility);
    }
    case 'ambiguous': {
      const heading = text(`### ${wording.say('reply.ambiguous', {})}`);
      const select = menu(CHOOSE, wording.say('reply.ambiguousMenu', {}), options(answer.candidates, report, wording));
      return message([container([heading, select])], visibility);
    }
    case 'unanswered':
      return message([container(unanswered(faq, wording))], visibility);
  }
}

/** Runners-up first, then related entries: each once, and not the one that was answered. */
function othersFor(entry: Entry, runnersUp: readonly Entry[], faq: Faq): readonly Entry[] {
  const related = faq.entries.filter((other) => entry.related.includes(other.id));
  return [...new Set([...runnersUp, ...related])].filter((other) => other.id !== entry.id).slice(0, MOST_OTHERS);
}

function body(entry: Entry, report: Report, wording: Wording): readonly APIComponentInContainer[] {
  const quotations = quotationsOf(entry).flatMap((quotation) => quoted(quotation, report, wording));
  const question = escapeMarkdown(entry.question);
  switch (entry.answer.kind) {
    case 'quoted':
      return [text(`### ${question}`), ...quotations, line(), source(report, wording)];
    case 'not_stated':
      return [
        text(`### ${wording.say('reply.notStated', {})}\n${wording.say('reply.readAs', { question })}`),
        line(),
        text(wording.say('reply.closest', { count: entry.answer.closest.length })),
        ...quotations,
        line(),
        source(report, wording),
      ];
    case 'known': {
      const fields = entry.answer.fields.map((name) => {
        const { name: field, value, how } = wording.field(name);
        const shown = name === 'address' ? value : escapeMarkdown(value); // a link must stay one
        return text(`**${wording.say('reply.knownField', { field, value: shown })}**\n-# ${wording.say('reply.knownHow', { origin: how })}`);
      });
      return [text(`### ${question}\n${wording.say('reply.known', {})}`), ...fields];
    }
  }
}

/** A quotation, whole, and right below it who says so: a screen reader reads them in this order. */
function quoted(quotation: Quotation, report: Report, wording: Wording): readonly APIComponentInContainer[] {
  const citation = citationOf(report, quotation);
  const attributions = wording.attributions(citation).map((attribution) => `**${escapeMarkdown(attribution)}**`);
  return [text([blockQuote(quotedText(report, quotation)), ...attributions, `-# ${wording.paragraph(citation)}`].join('\n'))];
}

function source(report: Report, wording: Wording): APIComponentInContainer {
  const { title, address, date } = report.known;
  const words = wording.say('citation.source', { title: title.value, date: wording.date(date.value) });
  return text(`[${words}](${address.value})\n-# ${wording.say('citation.republished', {})}`);
}

function unanswered(faq: Faq, wording: Wording): readonly APIComponentInContainer[] {
  const telling = tellingFirst(faq).slice(0, EXAMPLES);
  const examples = faq.entries.filter(({ id }) => telling.includes(id)).map(({ question }) => `- ${escapeMarkdown(question)}`);
  return [text(`### ${wording.say('reply.unanswered', {})}\n${[wording.say('reply.canAsk', {}), ...examples].join('\n')}`)];
}

/** Entries to choose from. What stands there are questions of the FAQ, never quotations. */
function options(entries: readonly Entry[], report: Report, wording: Wording): readonly APISelectMenuOption[] {
  const list = new Intl.ListFormat(wording.locale, { type: 'conjunction' });
  return entries.map((entry) => {
    const paragraphs = paragraphsOf(entry).map((number) =>
      wording.say(passageOf(report, number)?.caption ? 'citation.caption' : 'citation.paragraph', { number }),
    );
    const description =
      paragraphs.length > 0 ? wording.say('reply.optionQuoted', { paragraphs: list.format(paragraphs) }) : wording.say('reply.optionNotStated', {});
    return { label: entry.question, value: entry.id, description };
  });
}

function topicOf(entry: Entry, faq: Faq): Topic | undefined {
  return faq.topics.find(({ id }) => id === entry.topic);
}

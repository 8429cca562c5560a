/** An answer as a Discord message: one card. */

import type { APIButtonComponent, APIComponentInContainer } from 'discord-api-types/v10';
import type { Answer } from '../answers/answer.ts';
import { tellingFirst } from '../answers/answerer.ts';
import type { Wording } from '../messages/wording.ts';
import { quotationsOf, type Entry, type Faq } from '../report/faq.ts';
import type { Report } from '../report/report.ts';
import { customId } from './custom-ids.ts';
import { escapeMarkdown } from './markdown.ts';
import { button, container, line, menu, message, row, text, type MessageBody, type Visibility } from './message.ts';
import { entryOptions } from './options.ts';
import { pagesOf, quoted, source } from './quotations.ts';

/** The most that "Not what you asked?" offers: runners-up and related entries together. */
const MOST_OTHERS = 8;
/** How many questions show a reader without an answer what can be asked. */
const EXAMPLES = 5;

/** What a card is drawn from. */
export interface Published {
  readonly report: Report;
  readonly faq: Faq;
}

export interface CardOptions {
  readonly visibility: Visibility;
  /** Which page of the quotations, from 0; one that is not there shows the nearest that is. */
  readonly page?: number;
  /** Who asked, where Discord does not note it on the message itself: for Delete. A user's id. */
  readonly asker?: string;
  /** The message whose question this answers: its answer can be posted below it. A message's id, and the button's words. */
  readonly target?: { readonly message: string; readonly label: string };
}

export function answerCard(answer: Answer, { report, faq }: Published, wording: Wording, options: CardOptions): MessageBody {
  const { visibility } = options;
  switch (answer.kind) {
    case 'quoted':
    case 'not_stated': {
      const { entry } = answer;
      const others = entryOptions(othersFor(entry, answer.candidates, faq), report, wording);
      const pages = pagesOf(quotationsOf(entry), report, wording);
      const page = Math.max(0, Math.min(options.page ?? 0, pages.length - 1));
      const components = [
        ...head(entry, wording),
        ...(pages[page] ?? []).map((quotation) => quoted(quotation, report, wording)),
        ...foot(entry, report, wording),
        ...row([...pageButtons(entry, page, pages.length, wording), ...buttons(entry, wording, options)]),
        ...menu(customId('other'), wording.say('reply.otherMenu', {}), others),
      ];
      return message([container(components, colourOf(entry, faq))], visibility);
    }
    case 'ambiguous': {
      const heading = text(`### ${wording.say('reply.ambiguous', {})}`);
      const chooseId = options.target ? customId('choose', options.target.message) : customId('choose');
      const select = menu(chooseId, wording.say('reply.ambiguousMenu', {}), entryOptions(answer.candidates, report, wording));
      return message([container([heading, ...row(deleteButton(wording, options)), ...select])], visibility);
    }
    case 'unanswered':
      return message([container([unanswered({ report, faq }, wording), ...row(deleteButton(wording, options))])], visibility);
  }
}

/** The stripe of an entry's card: its topic's colour. */
export function colourOf(entry: Entry, faq: Faq): number | undefined {
  return faq.topics.find(({ id }) => id === entry.topic)?.colour;
}

/** Runners-up first, then related entries: each once, and not the one that was answered. */
function othersFor(entry: Entry, runnersUp: readonly Entry[], faq: Faq): readonly Entry[] {
  const related = faq.entries.filter((other) => entry.related.includes(other.id));
  return [...new Set([...runnersUp, ...related])].filter((other) => other.id !== entry.id).slice(0, MOST_OTHERS);
}

function head(entry: Entry, wording: Wording): readonly APIComponentInContainer[] {
  const question = escapeMarkdown(entry.question);
  switch (entry.answer.kind) {
    case 'quoted':
      return [text(`### ${question}`)];
    case 'not_stated':
      return [
        text(`### ${wording.say('reply.notStated', {})}\n${wording.say('reply.readAs', { question })}`),
        line(),
        text(wording.say('reply.closest', { count: entry.answer.closest.length })),
      ];
    case 'known':
      return [text(`### ${question}\n${wording.say('reply.known', {})}`)];
  }
}

function foot(entry: Entry, report: Report, wording: Wording): readonly APIComponentInContainer[] {
  if (entry.answer.kind !== 'known') return [line(), source(report, wording)];
  return entry.answer.fields.map((name) => {
    const { name: field, value, how } = wording.field(name);
    const shown = name === 'address' ? value : escapeMarkdown(value); // a link must stay one
    return text(`**${wording.say('reply.knownField', { field, value: shown })}**\n-# ${wording.say('reply.knownHow', { origin: how })}`);
  });
}

/** One button to the next page, and from the last to the first: with the card's own four that makes five, as many as Discord takes in a row. */
function pageButtons(entry: Entry, page: number, pages: number, wording: Wording): readonly APIButtonComponent[] {
  if (pages < 2) return [];
  const next = page + 1 < pages ? page + 1 : 0;
  return [button(customId('page', entry.id, next), wording.say('button.page', { page: next + 1, pages }))];
}

function buttons(entry: Entry, wording: Wording, options: CardOptions): readonly APIButtonComponent[] {
  const quotes = quotationsOf(entry).length > 0;
  return [
    ...(quotes ? [button(customId('context', entry.id, 0), wording.say('button.context', {}))] : []),
    ...(quotes ? [button(customId('cite', entry.id, 0), wording.say('button.cite', {}))] : []),
    ...(entry.related.length > 0 ? [button(customId('related', entry.id), wording.say('button.related', {}))] : []),
    ...(options.target ? [button(customId('post', entry.id, options.target.message), options.target.label)] : []),
    ...(options.visibility === 'private' && !options.target ? [button(customId('share', entry.id), wording.say('button.share', {}))] : []),
    ...deleteButton(wording, options),
  ];
}

/** On public answers only: a private one is dismissed by its reader. */
export function deleteButton(wording: Wording, { visibility, asker }: CardOptions): readonly APIButtonComponent[] {
  if (visibility === 'private') return [];
  return [button(asker === undefined ? customId('delete') : customId('delete', asker), wording.say('button.delete', {}))];
}

function unanswered({ report, faq }: Published, wording: Wording): APIComponentInContainer {
  const telling = tellingFirst(faq).slice(0, EXAMPLES);
  const examples = faq.entries.filter(({ id }) => telling.includes(id)).map(({ question }) => `- ${escapeMarkdown(question)}`);
  // The phrasings are in the report's language, so a question in another one is not understood: that is said where a reader may not know.
  const language = wording.speaks(report.language) ? [] : [wording.say('reply.language', {})];
  return text([`### ${wording.say('reply.unanswered', {})}`, ...language, wording.say('reply.canAsk', {}), ...examples].join('\n'));
}

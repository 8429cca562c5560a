/** An answer as a Discord message: one card. */

import type { APIButtonComponent, APIComponentInContainer } from 'discord-api-types/v10';
import type { Answer } from '../../answers/answer.ts';
import { tellingFirst } from '../../answers/answerer.ts';
import type { Bot } from '../../bot/bot.ts';
import type { Translator } from '../../i18n/translator.ts';
import { quotationsOf, type Entry, type Faq } from '../../content/faq.ts';
import type { Report } from '../../content/report.ts';
import { customId } from '../custom-ids.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Visibility } from '../../bot/bot.ts';
import { button, container, line, menu, message, row, text, type MessageBody } from './message.ts';
import { entryOptions } from './entry-options.ts';
import { pagesOf, quoted, source } from './quotations.ts';

/** The most that "Not what you asked?" offers: runners-up and related entries together. */
const MOST_OTHERS = 8;
/** How many questions show a reader without an answer what can be asked. */
const EXAMPLES = 5;

/** What a card is drawn from. */
export type Source = Pick<Bot, 'report' | 'faq'>;

export interface CardOptions {
  readonly visibility: Visibility;
  /** Which page of the quotations, from 0; one that is not there shows the nearest that is. */
  readonly page?: number;
  /** Who asked, where Discord does not note it on the message itself: for Delete. A user's id. */
  readonly asker?: string;
  /** The message whose question this answers: its answer can be posted below it. A message's id, and the button's words. */
  readonly target?: { readonly message: string; readonly label: string };
}

export function answerCard(
  answer: Answer,
  { report, faq }: Source,
  translator: Translator,
  options: CardOptions,
): MessageBody {
  const { visibility } = options;
  switch (answer.kind) {
    case 'quoted':
    case 'not_stated': {
      const { entry } = answer;
      const others = entryOptions(othersFor(entry, answer.candidates, faq), report, translator);
      const pages = pagesOf(quotationsOf(entry), report, translator);
      const page = Math.max(0, Math.min(options.page ?? 0, pages.length - 1));
      const components = [
        ...head(entry, translator),
        ...(pages[page] ?? []).map((quotation) => quoted(quotation, report, translator)),
        ...foot(entry, report, translator),
        ...row([...pageButtons(entry, page, pages.length, translator), ...buttons(entry, translator, options)]),
        ...menu(customId('other'), translator.t('reply.otherMenu'), others),
      ];
      return message([container(components, colourOf(entry, faq))], visibility);
    }
    case 'ambiguous': {
      const heading = text(`### ${translator.t('reply.ambiguous')}`);
      const chooseId = options.target ? customId('choose', options.target.message) : customId('choose');
      const select = menu(
        chooseId,
        translator.t('reply.ambiguousMenu'),
        entryOptions(answer.candidates, report, translator),
      );
      return message([container([heading, ...row(deleteButton(translator, options)), ...select])], visibility);
    }
    case 'unanswered':
      return message(
        [container([unanswered({ report, faq }, translator), ...row(deleteButton(translator, options))])],
        visibility,
      );
  }
}

/** The stripe of an entry's card: its topic's colour. */
export function colourOf(entry: Entry, faq: Faq): number | undefined {
  return faq.topics.find(({ id }) => id === entry.topic)?.color;
}

/** Runners-up first, then related entries: each once, and not the one that was answered. */
function othersFor(entry: Entry, runnersUp: readonly Entry[], faq: Faq): readonly Entry[] {
  const related = faq.entries.filter((other) => entry.related.includes(other.id));
  return [...new Set([...runnersUp, ...related])].filter((other) => other.id !== entry.id).slice(0, MOST_OTHERS);
}

function head(entry: Entry, translator: Translator): readonly APIComponentInContainer[] {
  const question = escapeMarkdown(entry.question);
  switch (entry.answer.kind) {
    case 'quoted':
      return [text(`### ${question}`)];
    case 'not_stated':
      return [
        text(`### ${translator.t('reply.notStated')}\n${translator.t('reply.readAs', { question })}`),
        line(),
        text(translator.t('reply.closest', { count: entry.answer.closest.length })),
      ];
    case 'known':
      return [text(`### ${question}\n${translator.t('reply.known')}`)];
  }
}

function foot(entry: Entry, report: Report, translator: Translator): readonly APIComponentInContainer[] {
  if (entry.answer.kind !== 'known') return [line(), source(report, translator)];
  return entry.answer.fields.map((name) => {
    const { name: field, value, how } = translator.field(name);
    const shown = name === 'address' ? value : escapeMarkdown(value); // a link must stay one
    return text(
      `**${translator.t('reply.knownField', { field, value: shown })}**\n-# ${translator.t('reply.knownHow', { origin: how })}`,
    );
  });
}

/** One button to the next page, and from the last to the first: with the card's own four that makes five, as many as Discord takes in a row. */
function pageButtons(entry: Entry, page: number, pages: number, translator: Translator): readonly APIButtonComponent[] {
  if (pages < 2) return [];
  const next = page + 1 < pages ? page + 1 : 0;
  return [button(customId('page', entry.id, next), translator.t('button.page', { page: next + 1, pages }))];
}

function buttons(entry: Entry, translator: Translator, options: CardOptions): readonly APIButtonComponent[] {
  const quotes = quotationsOf(entry).length > 0;
  return [
    ...(quotes ? [button(customId('context', entry.id, 0), translator.t('button.context'))] : []),
    ...(quotes ? [button(customId('cite', entry.id, 0), translator.t('button.cite'))] : []),
    ...(entry.related.length > 0 ? [button(customId('related', entry.id), translator.t('button.related'))] : []),
    ...(options.target ? [button(customId('post', entry.id, options.target.message), options.target.label)] : []),
    ...(options.visibility === 'private' && !options.target
      ? [button(customId('share', entry.id), translator.t('button.share'))]
      : []),
    ...deleteButton(translator, options),
  ];
}

/** On public answers only: a private one is dismissed by its reader. */
export function deleteButton(
  translator: Translator,
  { visibility, asker }: CardOptions,
): readonly APIButtonComponent[] {
  if (visibility === 'private') return [];
  return [button(asker === undefined ? customId('delete') : customId('delete', asker), translator.t('button.delete'))];
}

function unanswered({ report, faq }: Source, translator: Translator): APIComponentInContainer {
  const telling = tellingFirst(faq).slice(0, EXAMPLES);
  const examples = faq.entries
    .filter(({ id }) => telling.includes(id))
    .map(({ question }) => `- ${escapeMarkdown(question)}`);
  // The phrasings are in the report's language, so a question in another one is not understood: that is said where a reader may not know.
  const language = translator.speaks(report.language) ? [] : [translator.t('reply.language')];
  return text(
    [`### ${translator.t('reply.unanswered')}`, ...language, translator.t('reply.canAsk'), ...examples].join('\n'),
  );
}

/** An answer as a message: one card. */

import type { APIButtonComponentWithCustomId, APIComponentInContainer } from 'discord-api-types/v10';
import {
  contextOf,
  headingOf,
  presentationOf,
  shownEntry,
  tellsReading,
  type Answer,
  type AnswerFromEntry,
  type NotCovered,
} from '../../answers/answer.ts';
import { otherQuestions } from '../../answers/offered-questions.ts';
import type { ReportAndFaq, Visibility } from '../../bot/bot.ts';
import type { Entry } from '../../content/faq.ts';
import type { Quotation } from '../../content/quotation.ts';
import type { FieldName } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';
import { customId, NO_ENTRY, presentationArgs } from '../custom-ids.ts';
import { deleteButton } from './delete-button.ts';
import { entryOptions } from './entry-options.ts';
import { escapeMarkdown } from './markdown.ts';
import { actionRow, button, container, message, selectMenu, separator, text, type MessageBody } from './message.ts';
import { nearestPage, nextPageButton } from './pages.ts';
import { quotationPages, source } from './quotations.ts';
import { topicColor } from './topic-color.ts';
import { whatCanBeAsked } from './what-can-be-asked.ts';

export interface CardOptions {
  readonly visibility: Visibility;
  /** Which page of a long answer to show, from 0; the last one if there are fewer. */
  readonly page?: number | undefined;
  /** The user id of who may delete a public card, if Discord does not note on it who asked. */
  readonly owner?: string | undefined;
  /**
   * The message that asked, by its id: the answer can be posted as a reply to it, or else with a
   * link to it.
   */
  readonly postTo?: { readonly message: string; readonly asReply: boolean } | undefined;
  /** A line above the card. */
  readonly intro?: string | undefined;
}

export function answerCard(
  answer: Answer,
  from: ReportAndFaq,
  translator: Translator,
  options: CardOptions,
): MessageBody {
  const intro = options.intro === undefined ? undefined : text(options.intro);
  const entry = shownEntry(answer);
  const color = entry && topicColor(entry, from.faq);
  const card = container(cardComponents(answer, from, translator, options), color);
  return message([intro, card], options.visibility);
}

type CardComponents = readonly (APIComponentInContainer | undefined)[];

function cardComponents(
  answer: Answer,
  from: ReportAndFaq,
  translator: Translator,
  options: CardOptions,
): CardComponents {
  switch (answer.kind) {
    case 'quoted': {
      const heading = text([...quotedHeading(answer, translator), ...notMentioned(answer, translator)].join('\n'));
      return quotingCard([heading], answer.quotations, answer, from, translator, options);
    }
    case 'not_stated': {
      const reading = tellsReading(answer) ? [readAs(answer.entry, translator)] : [];
      const lines = [notStated(answer, translator), ...reading];
      const heading = text(lines.join('\n'));
      return closestCard(heading, answer, from, translator, options);
    }
    case 'not_covered':
      return closestCard(text(notStated(answer, translator)), answer, from, translator, options);
    case 'known':
      return [
        text(`### ${escapeMarkdown(headingOf(answer.entry))}\n${translator.t('reply.known')}`),
        ...answer.fields.map((field) => text(knownField(field, translator))),
        actionRow(ownButtons(answer, translator, options)),
        othersMenu(answer, from, translator, options),
      ];
    case 'ambiguous':
      return [
        text(`### ${translator.t('reply.ambiguous')}`),
        actionRow([deleteIfPublic(translator, options)]),
        choiceMenu(answer.candidates, from, translator, options),
      ];
    case 'small_talk':
      return wayOn(translator.t(`smallTalk.${answer.about}.reply`), from, translator, options);
    case 'unanswered':
      return wayOn(`### ${translator.t('reply.unanswered')}`, from, translator, options);
  }
}

/**
 * What stands above a quotation: the heading of its entry, unless that would claim too much, or
 * take for a fact what the reader wants to have confirmed.
 */
function quotedHeading(
  { entry, hedged, basisFirst }: Extract<AnswerFromEntry, { kind: 'quoted' }>,
  translator: Translator,
): string[] {
  const question = escapeMarkdown(headingOf(entry));
  if (hedged) return [`### ${translator.t('reply.hedged')}`, translator.t('reply.closestQuestion', { question })];
  if (basisFirst) return [`### ${translator.t('reply.basis')}`, readAs(entry, translator)];
  return [`### ${question}`];
}

function notStated(answer: AnswerFromEntry | NotCovered, translator: Translator): string {
  return [`### ${translator.t('reply.notStated')}`, ...notMentioned(answer, translator)].join('\n');
}

function notMentioned({ notMentioned: names }: AnswerFromEntry | NotCovered, translator: Translator): string[] {
  return names.slice(0, MOST_NAMES).map((name) => translator.t('reply.notMentioned', { name: escapeMarkdown(name) }));
}

/** A line for each: more would push the quotation down. */
const MOST_NAMES = 3;

function readAs(entry: Entry, translator: Translator): string {
  return translator.t('reply.readAs', { question: escapeMarkdown(headingOf(entry)) });
}

/**
 * The passages that come closest, marked as no answer; or that none does, if an entry's author says
 * so.
 */
function closestCard(
  heading: APIComponentInContainer,
  answer: Extract<AnswerFromEntry, { kind: 'not_stated' }> | NotCovered,
  from: ReportAndFaq,
  translator: Translator,
  options: CardOptions,
): CardComponents {
  const { closest } = answer;
  if (closest.length === 0) {
    const none = answer.kind === 'not_covered' ? [] : [separator(), text(translator.t('reply.noneNear'))];
    const buttons = actionRow(ownButtons(answer, translator, options));
    return [heading, ...none, buttons, othersMenu(answer, from, translator, options)];
  }
  const mark = text(translator.t('reply.closest', { count: closest.length }));
  return quotingCard([heading, separator(), mark], closest, answer, from, translator, options);
}

/** Quotations with their source, and all that can be done with them. */
function quotingCard(
  heading: CardComponents,
  quotations: readonly Quotation[],
  answer: AnswerFromEntry | NotCovered,
  from: ReportAndFaq,
  translator: Translator,
  options: CardOptions,
): CardComponents {
  const entry = shownEntry(answer);
  const id = entry?.id ?? NO_ENTRY;
  const pages = quotationPages(quotations, from.report, translator, {
    context: contextOf(entry),
    basisFirst: answer.kind === 'quoted' && answer.basisFirst,
  });
  const blocks = nearestPage(pages, options.page ?? 0) ?? [];
  return [
    ...heading,
    ...blocks.map(({ markdown }) => text(markdown)),
    separator(),
    source(from.report, translator),
    // Five at most, which is as many as Discord takes in a row.
    actionRow([
      nextPageButton(
        'page',
        [id],
        pages.indexOf(blocks),
        pages.length,
        translator,
        presentationArgs(presentationOf(answer)),
      ),
      button(customId('context', id, 0), translator.t('button.context')),
      button(customId('cite', id, 0), translator.t('button.cite')),
      ...ownButtons(answer, translator, options),
    ]),
    othersMenu(answer, from, translator, options),
  ];
}

function knownField(name: FieldName, translator: Translator): string {
  const { name: field, value, how } = translator.field(name);
  const shown = name === 'address' ? value : escapeMarkdown(value); // escaping would break the link
  const line = translator.t('reply.knownField', { field, value: shown });
  return `**${line}**\n-# ${translator.t('reply.knownHow', { origin: how })}`;
}

/**
 * The buttons of every answer's card. A private card is shared or, if it answers a message, posted;
 * a public one is deleted.
 */
function ownButtons(
  answer: AnswerFromEntry | NotCovered,
  translator: Translator,
  options: CardOptions,
): readonly (APIButtonComponentWithCustomId | undefined)[] {
  const { visibility, postTo } = options;
  const { id = NO_ENTRY, related = [] } = shownEntry(answer) ?? {};
  const presentation = presentationArgs(presentationOf(answer));
  const isShareable = visibility === 'private' && !postTo;
  return [
    related.length > 0 ? button(customId('related', id), translator.t('button.related')) : undefined,
    postTo &&
      button(
        customId('post', id, postTo.message, ...presentation),
        translator.t(postTo.asReply ? 'button.postReply' : 'button.postLink'),
      ),
    isShareable ? button(customId('share', id, ...presentation), translator.t('button.share')) : undefined,
    deleteIfPublic(translator, options),
  ];
}

function deleteIfPublic(
  translator: Translator,
  { visibility, owner }: CardOptions,
): APIButtonComponentWithCustomId | undefined {
  return visibility === 'public' ? deleteButton(translator, owner) : undefined;
}

function othersMenu(
  answer: AnswerFromEntry | NotCovered,
  { report, faq }: ReportAndFaq,
  translator: Translator,
  { postTo }: CardOptions,
): APIComponentInContainer | undefined {
  const id = menuId('other', postTo);
  const others = otherQuestions(answer, faq);
  return selectMenu(id, translator.t('reply.otherMenu'), entryOptions(others, report, translator));
}

function choiceMenu(
  candidates: readonly Entry[],
  { report }: ReportAndFaq,
  translator: Translator,
  { postTo }: CardOptions,
): APIComponentInContainer | undefined {
  const id = menuId('choose', postTo);
  return selectMenu(id, translator.t('reply.ambiguousMenu'), entryOptions(candidates, report, translator));
}

/** Keeps the message that asked, so that the answer that is chosen can be posted to it, too. */
function menuId(kind: 'choose' | 'other', postTo: CardOptions['postTo']): string {
  return postTo ? customId(kind, postTo.message) : customId(kind);
}

/** A line, and what can be asked. */
function wayOn(
  line: string,
  { report, faq }: ReportAndFaq,
  translator: Translator,
  options: CardOptions,
): CardComponents {
  const words = `${line}\n${whatCanBeAsked(faq, report, translator)}`;
  return [text(words), actionRow([deleteIfPublic(translator, options)])];
}

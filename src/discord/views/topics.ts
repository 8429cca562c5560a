/**
 * What /browse shows: the topics, and a topic's questions page by page. Always private, as each
 * reader pages on their own.
 */

import type { ReportAndFaq } from '../../bot/bot.ts';
import type { Entry, Faq, Topic } from '../../content/faq.ts';
import type { Translator } from '../../i18n/translator.ts';
import { customId } from '../custom-ids.ts';
import { entryOptions } from './entry-options.ts';
import { escapeMarkdown } from './markdown.ts';
import { actionRow, button, container, message, selectMenu, text, type MessageBody } from './message.ts';

/**
 * How many questions a page has: as many as a phone shows with little scrolling. A select menu
 * would take 25.
 */
const PAGE_QUESTIONS = 10;

export function topicList({ faq }: Pick<ReportAndFaq, 'faq'>, translator: Translator): MessageBody {
  const topics = faq.topics.map(({ id, title }) => ({
    id,
    title,
    count: translator.t('browse.count', { count: entriesOf(id, faq).length }),
  }));
  const list = topics.map(({ title, count }) => `- **${escapeMarkdown(title)}** · ${count}`);
  const options = topics.map(({ id, title, count }) => ({ label: title, value: id, description: count }));
  const components = [
    text([`### ${translator.t('browse.heading')}`, ...list].join('\n')),
    selectMenu(customId('browse'), translator.t('browse.topicMenu'), options),
  ];
  return message([container(components)], 'private');
}

/** One message for each page: one at least. */
export function topicPages(
  topic: Topic,
  { report, faq }: ReportAndFaq,
  translator: Translator,
): readonly MessageBody[] {
  const entries = entriesOf(topic.id, faq);
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_QUESTIONS));
  return Array.from({ length: pages }, (_, page) => {
    const shown = entries.slice(page * PAGE_QUESTIONS, (page + 1) * PAGE_QUESTIONS);
    const place = translator.t('browse.place', { page: page + 1, pages, count: entries.length });
    const list = shown.map(({ question }) => `- ${escapeMarkdown(question)}`);
    const turn = (to: number, key: 'browse.previous' | 'browse.next') =>
      to >= 0 && to < pages ? button(customId('topic', topic.id, to), translator.t(key)) : undefined;
    const components = [
      text([`### ${escapeMarkdown(topic.title)}`, `-# ${place}`, ...list].join('\n')),
      selectMenu(customId('choose'), translator.t('browse.questionMenu'), entryOptions(shown, report, translator)),
      actionRow([
        button(customId('browse'), translator.t('browse.back')),
        turn(page - 1, 'browse.previous'),
        turn(page + 1, 'browse.next'),
      ]),
    ];
    return message([container(components, topic.color)], 'private');
  });
}

function entriesOf(topicId: string, faq: Faq): readonly Entry[] {
  return faq.entries.filter(({ topic }) => topic === topicId);
}

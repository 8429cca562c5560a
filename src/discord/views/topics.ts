/** The views of /browse: the topics, and a topic's questions by pages. Always private, as each reader leafs through their own. */

import type { Translator } from '../../i18n/translator.ts';
import type { Topic } from '../../content/faq.ts';
import type { Bot } from '../../bot/bot.ts';
import { customId } from '../custom-ids.ts';
import { escapeMarkdown } from './markdown.ts';
import { button, container, menu, message, row, text, type MessageBody } from './message.ts';
import { entryOptions } from './entry-options.ts';

/** Questions on a page: as many as a phone shows without scrolling far. Discord's menu would take 25. */
const QUESTIONS_ON_PAGE = 10;

export function topicList({ faq }: Bot, translator: Translator): MessageBody {
  const count = (topic: Topic): number => faq.entries.filter((entry) => entry.topic === topic.id).length;
  const list = faq.topics.map(
    (topic) => `- **${escapeMarkdown(topic.title)}** · ${translator.t('browse.count', { count: count(topic) })}`,
  );
  const options = faq.topics.map((topic) => ({
    label: topic.title,
    value: topic.id,
    description: translator.t('browse.count', { count: count(topic) }),
  }));
  const components = [
    text(`### ${translator.t('browse.heading')}\n${list.join('\n')}`),
    ...menu(customId('browse'), translator.t('browse.topicMenu'), options),
  ];
  return message([container(components)], 'private');
}

/** `page` counts from 0; one that is not there shows the nearest that is. */
export function topicView(topic: Topic, page: number, { report, faq }: Bot, translator: Translator): MessageBody {
  const entries = faq.entries.filter((entry) => entry.topic === topic.id);
  const pages = Math.max(1, Math.ceil(entries.length / QUESTIONS_ON_PAGE));
  const at = Math.max(0, Math.min(page, pages - 1));
  const shown = entries.slice(at * QUESTIONS_ON_PAGE, (at + 1) * QUESTIONS_ON_PAGE);
  const place = translator.t('browse.place', { page: at + 1, pages, count: entries.length });
  const list = shown.map(({ question }) => `- ${escapeMarkdown(question)}`).join('\n');
  const turns = [
    ...(at > 0 ? [button(customId('topic', topic.id, at - 1), translator.t('browse.previous'))] : []),
    ...(at + 1 < pages ? [button(customId('topic', topic.id, at + 1), translator.t('browse.next'))] : []),
  ];
  const components = [
    text(`### ${escapeMarkdown(topic.title)}\n-# ${place}\n${list}`),
    ...menu(customId('choose'), translator.t('browse.questionMenu'), entryOptions(shown, report, translator)),
    ...row([button(customId('browse'), translator.t('browse.back')), ...turns]),
  ];
  return message([container(components, topic.color)], 'private');
}

/** The entries that readers of an entry may want next. */

import { headingOf } from '../../answers/answer.ts';
import { relatedQuestions } from '../../answers/offered-questions.ts';
import type { ReportAndFaq } from '../../bot/bot.ts';
import type { Entry } from '../../content/faq.ts';
import type { Translator } from '../../i18n/translator.ts';
import { customId } from '../custom-ids.ts';
import { entryOptions } from './entry-options.ts';
import { escapeMarkdown } from './markdown.ts';
import { container, message, selectMenu, text, type MessageBody } from './message.ts';
import { topicColor } from './topic-color.ts';

export function relatedCard(entry: Entry, { report, faq }: ReportAndFaq, translator: Translator): MessageBody {
  const related = relatedQuestions(entry, faq);
  const heading = translator.t('related.heading', { question: escapeMarkdown(headingOf(entry)) });
  const list = related.map(({ question }) => `- ${escapeMarkdown(question)}`);
  const options = entryOptions(related, report, translator);
  const menu = selectMenu(customId('choose'), translator.t('reply.ambiguousMenu'), options);
  return message([container([text([`### ${heading}`, ...list].join('\n')), menu], topicColor(entry, faq))], 'private');
}

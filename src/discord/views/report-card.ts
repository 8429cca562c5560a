/**
 * What the report is, where its text comes from, how to read an answer, and what is kept by whom.
 */

import type { ReportAndFaq, Visibility } from '../../bot/bot.ts';
import type { Translator } from '../../i18n/translator.ts';
import { ALLOWANCE } from '../allowance.ts';
import { deleteButton } from './delete-button.ts';
import { escapeMarkdown } from './markdown.ts';
import { actionRow, container, message, text, type MessageBody } from './message.ts';

export function reportCard({ report, faq }: ReportAndFaq, translator: Translator, visibility: Visibility): MessageBody {
  const { known, passages } = report;
  const what = translator.t('report.what', {
    title: escapeMarkdown(known.title.value),
    date: translator.reportDate,
    passages: passages.length,
    entries: faq.entries.length,
  });
  const components = [
    text(`### ${translator.t('report.heading')}\n${what}\n${known.address.value}`),
    text(translator.t('report.origin', { copy: escapeMarkdown(known.text.value) })),
    text(translator.t('report.reading')),
    text(translator.t('report.kept', ALLOWANCE)),
    text(`-# ${translator.t('report.rights')}`),
    actionRow([visibility === 'public' ? deleteButton(translator) : undefined]),
  ];
  return message([container(components)], visibility);
}

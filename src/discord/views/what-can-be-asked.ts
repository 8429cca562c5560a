/** What a reader who got no answer is shown instead: some questions that can be asked. */

import { exampleQuestions } from '../../answers/offered-questions.ts';
import type { Faq } from '../../content/faq.ts';
import type { Report } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';
import { escapeMarkdown } from './markdown.ts';
import { madeAhead } from './made-ahead.ts';

/** How many questions show what can be asked. */
const EXAMPLES = 5;

/** As Markdown. */
export function whatCanBeAsked(faq: Faq, report: Report, translator: Translator): string {
  return WHAT_CAN_BE_ASKED.of(faq, report, translator);
}

export const WHAT_CAN_BE_ASKED = madeAhead((faq: Faq, report: Report, translator: Translator): string => {
  const examples = exampleQuestions(faq, EXAMPLES).map(({ question }) => `- ${escapeMarkdown(question)}`);
  const lines = [translator.t('reply.canAsk'), ...examples];
  // Questions are understood in the report's language only, which readers in another locale can't
  // know.
  if (!translator.isLanguage(report.language)) lines.unshift(translator.t('reply.language'));
  return lines.join('\n');
});

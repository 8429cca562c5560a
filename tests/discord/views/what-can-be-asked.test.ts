import { expect, it } from 'vitest';
import { exampleQuestions } from '../../../src/answers/offered-questions.ts';
import { whatCanBeAsked } from '../../../src/discord/views/what-can-be-asked.ts';
import { bot, english, faq, report } from '../../support/small-bot.ts';

it('lists the first questions that can be asked', () => {
  const [first, ...others] = whatCanBeAsked(faq, report, english).split('\n');
  expect(first).toBe(english.t('reply.canAsk'));
  expect(others).toEqual(exampleQuestions(faq, 5).map(({ question }) => `- ${question}`));
});

it('says which language questions are understood in where that is not the reader’s', () => {
  const spanish = bot.translators.for('es-ES');
  expect(whatCanBeAsked(faq, report, spanish)).toContain(spanish.t('reply.language'));
  expect(whatCanBeAsked(faq, report, english)).not.toContain(english.t('reply.language'));
});

import { describe, expect, it } from 'vitest';
import { makeAhead } from '../../src/discord/make-ahead.ts';
import { respond } from '../../src/discord/respond.ts';
import { option, slash } from '../support/payloads.ts';
import { botOf, faq, report, withHeadingAndContext } from '../support/small-bot.ts';

describe('making ahead', () => {
  it('changes no reply, at any step', () => {
    const entries = faq.entries.map((entry) => (entry.id === withHeadingAndContext.id ? withHeadingAndContext : entry));
    const bot = botOf(report, { ...faq, entries });
    const replies = (): unknown =>
      bot.translators.all.flatMap(({ locale }) =>
        [
          ...faq.entries.map(({ id }) => id),
          'bridge',
          'did the crabs leave too',
          'is it true? where did the eels go',
          'nothing',
        ].map((question) => respond(slash('ask', [option('question', question)], { locale }), bot)),
      );
    const before = replies();
    for (const _ of makeAhead(bot)) expect(replies()).toEqual(before);
    expect(replies()).toEqual(before);
  });
});

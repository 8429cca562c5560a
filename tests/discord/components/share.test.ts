import { describe, expect, it } from 'vitest';
import { buttonsOf, pressing, shownQuotes } from '../../support/payloads.ts';
import { isPrivate, messageFor, wordsOf } from '../../support/replies.ts';
import { bot, faq } from '../../support/small-bot.ts';

describe('Share', () => {
  it.each(faq.entries.map(({ id }) => id))('posts the answer of %s for everyone, with Delete', (id) => {
    const body = messageFor(pressing(`share:${id}`), bot);
    expect(isPrivate(body)).toBe(false);
    expect(buttonsOf(body).map(({ custom_id: button }) => button)).toContain('delete');
  });

  it('speaks the server’s language', () => {
    const body = messageFor(pressing('share:bridge-cost', { locale: 'zh-CN', guild_locale: 'es-ES' }), bot);
    expect(wordsOf(body)).toContain(bot.translators.for('es-ES').t('reply.notStated'));
  });

  it('shows the same quotations', () => {
    expect(shownQuotes(messageFor(pressing('share:bridge-and-eels'), bot))).toHaveLength(2);
  });
});

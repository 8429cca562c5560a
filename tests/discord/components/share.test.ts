import { describe, expect, it } from 'vitest';
import { answerCard } from '../../../src/discord/views/answer-card.ts';
import {
  buttonLabelled,
  buttonsOf,
  optionsOf,
  pressing,
  READER,
  shownQuotes,
  textsOf,
} from '../../support/payloads.ts';
import { isPrivate, messageFor, wordsOf } from '../../support/replies.ts';
import { bot, english, faq } from '../../support/small-bot.ts';

describe('Share', () => {
  it.each(faq.entries.map(({ id }) => id))('posts the answer of %s for everyone, with Delete', (id) => {
    const body = messageFor(pressing(`share:${id}`), bot);
    expect(isPrivate(body)).toBe(false);
    expect(buttonsOf(body).map(({ custom_id: button }) => button)).toContain('delete');
  });

  it('speaks for nobody who may not write there', () => {
    const mute = { member: { user: { id: READER }, permissions: '0' } };
    const body = messageFor(pressing('share:bridge-when', mute), bot);
    expect(isPrivate(body)).toBe(true);
    expect(wordsOf(body)).toBe(english.t('post.notYou'));
  });

  it('speaks the server’s language', () => {
    const body = messageFor(pressing('share:bridge-cost', { locale: 'zh-CN', guild_locale: 'es-ES' }), bot);
    expect(wordsOf(body)).toContain(bot.translators.for('es-ES').t('reply.notStated'));
  });

  it.each(['did the crabs leave too', 'who paid for the opening'])('says the same as the card of “%s”', (question) => {
    const own = answerCard(bot.answerer.ask(question), bot, english, { visibility: 'private' });
    const body = messageFor(pressing(buttonLabelled(own, 'Share')), bot);
    expect(textsOf(body)).toEqual(textsOf(own));
    expect(optionsOf(body)).toEqual(optionsOf(own));
  });

  it('shows the same quotations', () => {
    expect(shownQuotes(messageFor(pressing('share:bridge-and-eels'), bot))).toHaveLength(2);
  });
});

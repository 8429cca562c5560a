import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/content/faq.ts';
import { wholePassage } from '../../../src/content/quotation.ts';
import { contextPages } from '../../../src/discord/views/context-card.ts';
import { shownQuotes, textsOf } from '../../support/payloads.ts';
import { wordsOf } from '../../support/replies.ts';
import { english, longBot } from '../../support/small-bot.ts';

const texts = ['First.', 'Second.', 'Third.', 'Fourth.'];
const bot = longBot(texts);
const [entry] = bot.faq.entries as readonly [Entry];

describe('the context', () => {
  it.each([
    [0, ['First.', 'Second.']],
    [1, ['First.', 'Second.', 'Third.']],
    [3, ['Third.', 'Fourth.']],
  ])('of quotation %d has the passages before and after, whole, as far as there are any', (index, quotes) => {
    const [card, ...others] = contextPages(entry, index, bot, english);
    expect(others).toEqual([]);
    expect(card && shownQuotes(card)).toEqual(quotes);
  });

  it('marks the quoted passage, and no other', () => {
    const [card] = contextPages(entry, 1, bot, english);
    const marked = card ? textsOf(card).filter((text) => text.includes(english.t('context.quoted'))) : [];
    expect(marked).toEqual([expect.stringContaining('> Second.')]);
    expect(card && wordsOf(card)).toContain(english.t('context.heading', { number: 2 }));
  });

  it('of a part of a passage shows the passage whole', () => {
    const [passage] = bot.report.passages;
    if (!passage) throw new Error('no passage');
    const part: Entry = { ...entry, answer: { kind: 'quoted', quotations: [{ ...wholePassage(passage), end: 3 }] } };
    const [card] = contextPages(part, 0, bot, english);
    expect(card && shownQuotes(card)[0]).toBe('First.');
  });

  it('has the entry’s own context, too, where that stands elsewhere', () => {
    const [, , third, fourth] = bot.report.passages.map(wholePassage);
    if (!third || !fourth) throw new Error('no passage');
    const [card] = contextPages({ ...entry, context: [third, fourth] }, 1, bot, english);
    const marked = card ? textsOf(card).filter((text) => text.includes(english.t('reply.context'))) : [];
    expect(card && shownQuotes(card)).toEqual(['First.', 'Second.', 'Third.', 'Fourth.']);
    expect(marked).toEqual([expect.stringContaining('> Fourth.')]);
  });

  it('of a quotation that is not there is none', () => {
    expect(contextPages(entry, 4, bot, english)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { buttonsOf, pressing, shownQuotes } from '../../support/payloads.ts';
import { isPrivate, messageFor } from '../../support/replies.ts';
import { longBot, longText } from '../../support/small-bot.ts';

describe('the page button', () => {
  const texts = [longText('one', 60), longText('two', 20)];
  const bot = longBot(texts);

  it('leads through all pages and back to the first, and every word is shown', () => {
    const quotes: string[] = [];
    const pages: string[] = [];
    let next = 'page:long:0';
    do {
      pages.push(next);
      const body = messageFor(pressing(next), bot);
      expect(isPrivate(body)).toBe(true);
      quotes.push(...shownQuotes(body));
      next = buttonsOf(body)[0]?.custom_id ?? 'none';
    } while (!pages.includes(next));
    expect(next).toBe('page:long:0');
    expect(pages.length).toBeGreaterThan(1);
    expect(quotes.join(' ')).toBe(texts.join(' '));
  });
});

import { describe, expect, it } from 'vitest';
import { buttonsOf, pressing, shownQuotes, textsOf } from '../../support/payloads.ts';
import { isPrivate, messageFor } from '../../support/replies.ts';
import { longBot, longText } from '../../support/small-bot.ts';

describe('the page button', () => {
  const texts = [longText('one', 60), longText('two', 20)];
  const bot = longBot(texts);

  it.each([
    ['an answer', ''],
    ['a hedged answer', ':hedged'],
    ['the closest passages', ':closest'],
  ])('leads through all pages of %s and back to the first, and every word is shown', (_, suffix) => {
    const quotes: string[] = [];
    const pages: string[] = [];
    const headings = new Set<string | undefined>();
    let next = `page:long:0${suffix}`;
    do {
      pages.push(next);
      const body = messageFor(pressing(next), bot);
      expect(isPrivate(body)).toBe(true);
      quotes.push(...shownQuotes(body));
      headings.add(textsOf(body)[0]);
      next = buttonsOf(body)[0]?.custom_id ?? 'none';
    } while (!pages.includes(next));
    expect(next).toBe(`page:long:0${suffix}`);
    expect(pages.length).toBeGreaterThan(1);
    expect(headings.size).toBe(1);
    expect(quotes.join(' ')).toBe(texts.join(' '));
  });
});

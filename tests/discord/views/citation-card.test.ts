import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/content/faq.ts';
import { citationPages } from '../../../src/discord/views/citation-card.ts';
import { shown, textsOf } from '../../support/payloads.ts';
import { bot, english, faq, report, withHeadingAndContext } from '../../support/small-bot.ts';

const entry = faq.entries.find(({ id }) => id === 'bridge-and-eels') as Entry;
const [card] = citationPages(entry, 0, bot, english);
const [, plain = '', markdown = ''] = card ? textsOf(card) : [];
const quote = report.passages[0]?.text ?? 'no passage';

describe('a citation to copy', () => {
  it.each([
    ['plain text', plain],
    ['Markdown', markdown],
  ])('as %s has who says it, where it stands, and whose words it is in a block with a copy button', (_, copied) => {
    expect(copied).toMatch(/```\n[^]*\n```$/);
    for (const part of [
      'Harbour Post',
      'May 4, 2021',
      'paragraph 1',
      'https://example.org/bridge',
      'republished copy',
      'mayor',
    ])
      expect(copied).toContain(part);
  });

  it('has the quotation between quotation marks, or as a block quote with a linked title', () => {
    expect(plain).toContain(`“${quote}”`);
    expect(shown(markdown)).toContain(`> ${quote}`);
    expect(markdown).toContain('[A bridge opens](https://example.org/bridge)');
  });

  it('has its context below what is copied, marked as such', () => {
    const [withContext] = citationPages(withHeadingAndContext, 0, bot, english);
    const [, ofPlain = '', ofMarkdown = '', context = ''] = withContext ? textsOf(withContext) : [];
    expect(`${ofPlain} ${ofMarkdown}`).not.toContain('The mayor');
    expect(context).toContain(`**${english.t('reply.context')}**\n> The mayor`);
  });

  it('is none of a quotation that is not there', () => {
    expect(citationPages(entry, 2, bot, english)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/content/faq.ts';
import { relatedCard } from '../../../src/discord/views/related-card.ts';
import { menusOf, optionsOf } from '../../support/payloads.ts';
import { wordsOf } from '../../support/replies.ts';
import { bot, english, faq } from '../../support/small-bot.ts';

const entry = faq.entries.find(({ id }) => id === 'bridge-and-eels') as Entry;
const card = relatedCard(entry, bot, english);

describe('the related entries', () => {
  it('are listed and offered, in the entry’s order', () => {
    expect(wordsOf(card)).toBe(
      '### Related to: What does the report tell?\n- What happened to the eels?\n- Does the report say what the bridge cost?',
    );
    expect(optionsOf(card).map(({ value }) => value)).toEqual(['eels', 'bridge-cost']);
    expect(menusOf(card)).toEqual(['choose']);
  });
});

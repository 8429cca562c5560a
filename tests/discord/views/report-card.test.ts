import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../src/discord/check-limits.ts';
import { reportCard } from '../../../src/discord/views/report-card.ts';
import { buttonsOf } from '../../support/payloads.ts';
import { wordsOf } from '../../support/replies.ts';
import { bot, english } from '../../support/small-bot.ts';

describe('the card about the report', () => {
  it.each([
    'A bridge opens',
    'https://example.org/bridge',
    '2 paragraphs',
    'example.net',
    'How to read an answer',
    'store and log no question',
  ])('tells: %s', (part) => {
    expect(wordsOf(reportCard(bot, english, 'private'))).toContain(part);
  });

  it('is one that Discord takes in every locale', () => {
    for (const translator of bot.translators.all)
      expect(checkMessage(reportCard(bot, translator, 'public'))).toEqual([]);
  });

  it('can be deleted where it is public', () => {
    expect(buttonsOf(reportCard(bot, english, 'private'))).toEqual([]);
    expect(buttonsOf(reportCard(bot, english, 'public'))).toMatchObject([{ custom_id: 'delete' }]);
  });
});

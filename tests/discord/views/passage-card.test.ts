import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../src/discord/check-limits.ts';
import { passageCard } from '../../../src/discord/views/passage-card.ts';
import { buttonsOf, optionsOf, shownQuotes } from '../../support/payloads.ts';
import { wordsOf } from '../../support/replies.ts';
import { bot, english, report } from '../../support/small-bot.ts';

const [first] = report.passages;
if (!first) throw new Error('no passage');

describe('a paragraph', () => {
  const card = passageCard(first, bot, english, 'private');

  it('is shown whole, with who says it', () => {
    expect(shownQuotes(card)).toEqual([first.text]);
    expect(wordsOf(card)).toContain('mayor, speaking to Harbour Post');
    expect(checkMessage(card)).toEqual([]);
  });

  it('offers the entries that it answers, and none that only shows it as closest', () => {
    expect(optionsOf(card).map(({ value }) => value)).toEqual(['bridge-when', 'bridge-and-eels']);
  });

  it('can be deleted where it is public', () => {
    expect(buttonsOf(card)).toEqual([]);
    expect(buttonsOf(passageCard(first, bot, english, 'public'))).toMatchObject([{ custom_id: 'delete' }]);
  });
});

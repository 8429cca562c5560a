import { InteractionResponseType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/content/faq.ts';
import { pressing } from '../../support/payloads.ts';
import { messageFor, replyFor, wordsOf } from '../../support/replies.ts';
import { botOf, faq, report } from '../../support/small-bot.ts';

describe('a topic’s page buttons', () => {
  const [template] = faq.entries;
  if (!template) throw new Error('no entry');
  const entries = Array.from({ length: 25 }, (_, index): Entry => ({ ...template, id: `entry-${index}` }));
  const bot = botOf(report, { ...faq, entries });

  it.each([
    ['the first page', 0, 'Page 1 of 3'],
    ['the last page', 2, 'Page 3 of 3'],
    ['a page too far, as the last', 99, 'Page 3 of 3'],
  ])('turn the message into %s', (_, page, place) => {
    const interaction = pressing(`topic:bridge:${page}`);
    expect(replyFor(interaction, bot).response.type).toBe(InteractionResponseType.UpdateMessage);
    expect(wordsOf(messageFor(interaction, bot))).toContain(place);
  });
});

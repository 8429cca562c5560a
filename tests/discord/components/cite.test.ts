import { describe, expect, it } from 'vitest';
import { buttonsOf, pressing, textsOf } from '../../support/payloads.ts';
import { isPrivate, messageFor } from '../../support/replies.ts';
import { bot, longBot, longText } from '../../support/small-bot.ts';

describe('Cite', () => {
  it('answers privately', () => {
    expect(isPrivate(messageFor(pressing('cite:eels:0'), bot))).toBe(true);
  });

  it('leads from one quotation to the next, and from the last to the first', () => {
    const first = messageFor(pressing('cite:bridge-and-eels:0'), bot);
    expect(buttonsOf(first).map(({ custom_id: id }) => id)).toEqual(['cite:bridge-and-eels:1']);
    const second = messageFor(pressing('cite:bridge-and-eels:1'), bot);
    expect(buttonsOf(second).map(({ custom_id: id }) => id)).toEqual(['cite:bridge-and-eels:0']);
  });

  it('of a long passage leads through pages, and shows every word', () => {
    const long = longBot([longText('one', 45)]);
    const words: string[] = [];
    for (let id = 'cite:long:0'; !(words.length > 0 && id.endsWith(':0'));) {
      const body = messageFor(pressing(id), long);
      words.push(textsOf(body).join('\n'));
      id = buttonsOf(body)[0]?.custom_id ?? 'none';
    }
    expect(words.length).toBeGreaterThan(1);
    for (let index = 0; index < 45; index += 1)
      expect(words.join('\n')).toContain(`Sentence ${index} of one goes on for a while, as such sentences do.`);
  });
});

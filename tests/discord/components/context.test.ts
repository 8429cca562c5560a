import { describe, expect, it } from 'vitest';
import { buttonsOf, pressing, shown, textsOf } from '../../support/payloads.ts';
import { isPrivate, messageFor } from '../../support/replies.ts';
import { bot, longBot, longText } from '../../support/small-bot.ts';

describe('Context', () => {
  it('answers privately', () => {
    expect(isPrivate(messageFor(pressing('context:eels:0'), bot))).toBe(true);
  });

  it('leads from one quotation to the next, and from the last to the first', () => {
    const first = messageFor(pressing('context:bridge-and-eels:0'), bot);
    expect(buttonsOf(first).map(({ custom_id: id }) => id)).toEqual(['context:bridge-and-eels:1']);
    const second = messageFor(pressing('context:bridge-and-eels:1'), bot);
    expect(buttonsOf(second).map(({ custom_id: id }) => id)).toEqual(['context:bridge-and-eels:0']);
  });

  it('of long passages leads through pages, and shows every word', () => {
    const long = longBot([longText('one', 45), longText('two', 45), longText('three', 45)]);
    const words: string[] = [];
    for (let id = 'context:long:1'; !(words.length > 0 && id.endsWith(':0'));) {
      const body = messageFor(pressing(id), long);
      words.push(textsOf(body).map(shown).join('\n'));
      id = buttonsOf(body)[0]?.custom_id ?? 'none';
    }
    expect(words.length).toBeGreaterThan(1);
    for (const name of ['one', 'two', 'three'])
      for (let index = 0; index < 45; index += 1)
        expect(words.join('\n')).toContain(`Sentence ${index} of ${name} goes on for a while, as such sentences do.`);
  });
});

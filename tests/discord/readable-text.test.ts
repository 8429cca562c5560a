import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableText } from '../../src/discord/readable-text.ts';

describe('readable text', () => {
  it.each([
    ['a mention', '<@1> why <@!2> then <@&3>?', 'why then ?'],
    ['channels, commands and timestamps', 'see <#3> </ask:4> <t:5:R> <id:guide>', 'see'],
    ['custom emoji', 'ha <:yes:5> <a:party:6>', 'ha'],
    ['links', 'look https://example.org/a?b=c here', 'look here'],
    ['zero-width characters', 'why\u200b were they\u200d protest\u200bing', 'why were they protesting'],
    ['characters that change the direction', '\u202ewhy\u202c', 'why'],
    ['spaces', '  why \t\t now  ', 'why now'],
  ])('has no %s', (_, content, readable) => {
    expect(readableText(content)).toBe(readable);
  });

  it('keeps lines', () => {
    expect(readableText('hello \n\n  why?\n')).toBe('hello\nwhy?');
  });

  it('has nothing that can’t be seen, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (content) => {
        const readable = readableText(content);
        expect(readable).toBe(readable.trim());
        expect(readable.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

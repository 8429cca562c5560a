import { describe, expect, it } from 'vitest';
import { alwaysShownIn, argumentsIn, parsePattern } from '../../src/i18n/pattern.ts';

describe('a pattern', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['no argument', [], []],
    ['{title}, {date}', ['title', 'date'], ['title', 'date']],
    ['{count, plural, one {# entry} other {# entries}}', ['count'], ['count']],
    ['{count, plural, one {an entry} other {entries}}', ['count'], []],
    ['{count, plural, one {{first}} other {{first}–{last}}}', ['count', 'first', 'last'], ['first']],
    ['<b>{title}</b>', ['title'], ['title']],
  ])('%s uses these arguments, and always shows these', (text, used, shown) => {
    const pattern = parsePattern(text, 'en-US');
    expect(new Set(argumentsIn(pattern))).toEqual(new Set(used));
    expect(alwaysShownIn(pattern)).toEqual(shown);
  });

  it('has braces that close', () => {
    expect(() => parsePattern('{title', 'en-US')).toThrow(SyntaxError);
  });
});

import { describe, expect, it } from 'vitest';
import { madeAhead } from '../../../src/discord/views/made-ahead.ts';
import { bot, english, report } from '../../support/small-bot.ts';

const spanish = bot.translators.for('es-ES');

describe('a part that is made ahead', () => {
  const [first, second] = [{ name: 'first' }, { name: 'second' }];

  it('is the same as one that is made when it is asked for', () => {
    const part = madeAhead(({ name }: { name: string }, _, { locale }) => ({ words: `${name} ${locale}` }));
    const before = part.of(first, report, english);
    part.makeAll([first], report, english);
    expect(part.of(first, report, english)).toEqual(before);
    expect(part.of(first, report, english)).toBe(part.of(first, report, english));
  });

  it('is kept for its own key and locale only, and never because it was asked for', () => {
    const made: string[] = [];
    const part = madeAhead(({ name }: { name: string }, _, { locale }) => {
      made.push(`${name} ${locale}`);
      return name;
    });
    part.makeAll([first], report, english);
    for (let times = 0; times < 2; times += 1) {
      part.of(first, report, english);
      part.of(second, report, english);
      part.of(first, report, spanish);
    }
    expect(made).toEqual(['first en-US', 'second en-US', 'first es-ES', 'second en-US', 'first es-ES']);
  });
});

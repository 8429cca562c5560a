import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStyles } from '../../../src/transports/terminal/styles.ts';

const layout = { width: 40, color: false, canChoose: true };
const words = fc
  .array(fc.stringMatching(/^[a-zé’“]{1,12}$/), { minLength: 1, maxLength: 60 })
  .map((all) => all.join(' '));

describe('a quotation in a terminal', () => {
  it('keeps every word, and stays within the window', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 24, max: 200 }), (text, width) => {
        const lines = createStyles({ ...layout, width })
          .quotation(text)
          .split('\n');
        expect(lines.every((line) => line.startsWith('  │ '))).toBe(true);
        expect(lines.map((line) => line.slice(4)).join(' ')).toBe(text);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('marked text', () => {
  it('lines up behind its mark', () => {
    const lines = createStyles({ ...layout, width: 24 })
      .marked('  1. ', 'one two three four five six')
      .split('\n');
    expect(lines).toEqual(['  1. one two three four', '     five six']);
  });
});

describe('colors', () => {
  it.each(['strong', 'faint', 'faintIndented', 'quotation'] as const)('change nothing but the look: %s', (style) => {
    const plain = createStyles(layout)[style]('Some words to wrap, in a narrow window, on three lines or so.');
    const colored = createStyles({ ...layout, color: true })[style](
      'Some words to wrap, in a narrow window, on three lines or so.',
    );
    expect(colored).not.toBe(plain);
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });
});

describe('a wide window', () => {
  it('gets lines that can be read', () => {
    const lines = createStyles({ ...layout, width: 300 })
      .plain('word '.repeat(100))
      .split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(88);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockQuote, codeBlock, escapeMarkdown } from '../../../src/discord/views/markdown.ts';
import { shown } from '../../support/payloads.ts';

const text = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc
    .array(
      fc.constantFrom('*', '_', '`', '~', '|', '>', '# ', '- ', '1. ', '[x](y)', '<@1>', ':smile:', '\n', 'a ', '\\'),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

describe('escaped text', () => {
  it('shows exactly as it was', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(shown(escapeMarkdown(words))).toBe(words);
      }),
    );
  });

  it('has no character left that could begin Markdown', () => {
    fc.assert(
      fc.property(text, (words) => {
        const bare = escapeMarkdown(words).replace(/\\[^0-9A-Za-z\s]/g, 'x');
        expect(bare).not.toMatch(/[\\`*_~|<>#\-[\]():@]/);
        expect(bare).not.toMatch(/^\s*\d+\./m);
      }),
    );
  });

  it.each(['he said “no” – twice', '警察为什么？', '1989'])('is left as it is without such characters: %s', (words) => {
    expect(escapeMarkdown(words)).toBe(words);
  });
});

describe('a block quote', () => {
  it('has a mark on each line, and shows exactly the text', () => {
    fc.assert(
      fc.property(text, (words) => {
        const lines = blockQuote(words).split('\n');
        expect(lines.every((line) => line.startsWith('> '))).toBe(true);
        expect(lines.map((line) => shown(line.slice(2))).join('\n')).toBe(words);
      }),
    );
  });
});

describe('a code block', () => {
  it('ends only where the text ends, whatever backticks are in it', () => {
    fc.assert(
      fc.property(text, (words) => {
        const block = codeBlock(words);
        const fence = /^`{3,}/.exec(block)?.[0] ?? '';
        expect(block).toBe(`${fence}\n${words}\n${fence}`);
        expect(words).not.toContain(fence);
      }),
    );
  });
});

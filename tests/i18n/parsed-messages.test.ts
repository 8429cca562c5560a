import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_ARGUMENTS, type MessageKey } from '../../src/i18n/messages.ts';
import { commonArguments, parseMessages, type ParsedMessages } from '../../src/i18n/parsed-messages.ts';
import { parsePattern } from '../../src/i18n/pattern.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { messages, report } from '../support/small-bot.ts';

const all = messages.map((given) => {
  const parsed = parseMessages(given, report);
  const fromFile: ParsedMessages = JSON.parse(JSON.stringify(parsed));
  return { given, parsed, say: createTranslator(fromFile, report).t as (key: MessageKey, args: object) => string };
});

describe('parsed messages', () => {
  it('are words where a message has no arguments of its own, and patterns where it has', () => {
    const [english] = all;
    expect(english?.parsed.parsedTexts['button.cite']).toBe(english?.given.texts['button.cite']);
    expect(english?.parsed.parsedTexts['report.rights']).toContain('Harbour Post');
    expect(english?.parsed.parsedTexts['reply.readAs']).toBeInstanceOf(Array);
  });

  it('outlive the prepared file, which is JSON', () => {
    for (const { parsed } of all) expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
  });

  it('say what the library makes of the patterns, whatever the arguments are', () => {
    const values = fc.oneof(fc.nat(), fc.string());
    const keys = Object.keys(MESSAGE_ARGUMENTS) as MessageKey[];
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.constantFrom(...keys),
        fc.nat(),
        values,
        ({ given, say }, key, count, value) => {
          const args = Object.fromEntries(
            MESSAGE_ARGUMENTS[key].map((name) => [name, ['count', 'page'].includes(name) ? count : value]),
          );
          const pattern = parsePattern(given.texts[key], given.locale);
          expect(say(key, args)).toBe(String(pattern.format({ ...commonArguments(report), ...args })));
        },
      ),
    );
  });
});

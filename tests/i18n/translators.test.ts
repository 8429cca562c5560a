import { describe, expect, it } from 'vitest';
import { parseMessages } from '../../src/i18n/parsed-messages.ts';
import { createTranslators, DEFAULT_LOCALE } from '../../src/i18n/translators.ts';
import { messages, report } from '../support/small-bot.ts';

const parsed = messages.map((ofLocale) => parseMessages(ofLocale, report));
const translators = createTranslators(parsed, report);

describe('the translators', () => {
  it('have the default locale first', () => {
    expect(translators.all[0]).toBe(translators.default);
    expect(translators.default.locale).toBe(DEFAULT_LOCALE);
    expect(translators.all).toHaveLength(messages.length);
  });

  it.each(['en-US', 'es-ES', 'es-419', 'zh-CN', 'zh-TW'])('have %s', (locale) => {
    expect(translators.for(locale).locale).toBe(locale);
  });

  it.each([undefined, 'fr', 'en-GB', ''])('fall back to the default for %s', (locale) => {
    expect(translators.for(locale)).toBe(translators.default);
  });

  it('refuse to do without the default locale', () => {
    const others = parsed.filter(({ locale }) => locale !== DEFAULT_LOCALE);
    expect(() => createTranslators(others, report)).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { localeFor } from '../../src/discord/locale.ts';
import { slash } from '../support/payloads.ts';

const inServer = slash('ask', [], { locale: 'zh-CN', guild_locale: 'es-ES' });
const directly = slash('ask', [], { locale: 'zh-CN' });

describe('the locale of a reply', () => {
  it.each([
    ['private', 'the reader’s', inServer, 'zh-CN'],
    ['public', 'the server’s', inServer, 'es-ES'],
    ['public', 'the reader’s where there is no server', directly, 'zh-CN'],
  ] as const)('that is %s is %s', (visibility, _, interaction, locale) => {
    expect(localeFor(interaction, visibility)).toBe(locale);
  });
});

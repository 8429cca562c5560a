import { describe, expect, it } from 'vitest';
import { ALLOWANCE } from '../../../src/discord/allowance.ts';
import { slash } from '../../support/payloads.ts';
import { isPrivate, messageFor, wordsOf } from '../../support/replies.ts';
import { bot, english } from '../../support/small-bot.ts';

describe('/report', () => {
  it.each(['private', 'public'] as const)('is %s as the operator says', (visibility) => {
    expect(isPrivate(messageFor(slash('report'), { ...bot, settings: { visibility } }))).toBe(visibility === 'private');
  });

  it.each(bot.translators.all)('says in $locale how much a reader may do', ({ locale }) => {
    const words = wordsOf(messageFor(slash('report', [], { locale }), bot));
    for (const number of Object.values(ALLOWANCE)) expect(words).toMatch(new RegExp(`\\b${number}\\b`));
  });

  it('is in the reader’s language', () => {
    expect(wordsOf(messageFor(slash('report', [], { locale: 'zh-TW' }), bot))).not.toContain(
      english.t('report.kept', ALLOWANCE),
    );
  });
});

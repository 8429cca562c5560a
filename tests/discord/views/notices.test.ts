import { describe, expect, it } from 'vitest';
import { notice, publicNotice } from '../../../src/discord/views/notices.ts';
import { buttonsOf, READER } from '../../support/payloads.ts';
import { isPrivate, refusedAsMessage, wordsOf } from '../../support/replies.ts';
import { english } from '../../support/small-bot.ts';

describe('a notice', () => {
  it('is private and has no button', () => {
    expect(isPrivate(notice('hi'))).toBe(true);
    expect(buttonsOf(notice('hi'))).toEqual([]);
  });

  it('for everyone can be deleted by the person it answers', () => {
    const body = publicNotice('hi', READER, english);
    expect(refusedAsMessage(body)).toEqual([]);
    expect(isPrivate(body)).toBe(false);
    expect(wordsOf(body)).toBe('hi');
    expect(buttonsOf(body)).toMatchObject([{ custom_id: `delete:${READER}`, label: english.t('button.delete') }]);
  });
});

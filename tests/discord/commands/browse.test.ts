import { describe, expect, it } from 'vitest';
import { optionsOf, slash } from '../../support/payloads.ts';
import { isPrivate, messageFor } from '../../support/replies.ts';
import { bot, faq } from '../../support/small-bot.ts';

describe('/browse', () => {
  it('lists the topics, privately whatever the default', () => {
    const body = messageFor(slash('browse'), { ...bot, settings: { visibility: 'public' } });
    expect(isPrivate(body)).toBe(true);
    expect(optionsOf(body).map(({ value }) => value)).toEqual(faq.topics.map(({ id }) => id));
  });
});

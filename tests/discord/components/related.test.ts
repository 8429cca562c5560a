import { describe, expect, it } from 'vitest';
import { optionsOf, pressing } from '../../support/payloads.ts';
import { isPrivate, messageFor } from '../../support/replies.ts';
import { bot } from '../../support/small-bot.ts';

describe('Related', () => {
  it('offers the related entries privately, in the entry’s order', () => {
    const body = messageFor(pressing('related:bridge-and-eels'), bot);
    expect(isPrivate(body)).toBe(true);
    expect(optionsOf(body).map(({ value }) => value)).toEqual(['eels', 'bridge-cost']);
  });
});

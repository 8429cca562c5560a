import { InteractionResponseType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { choosing, pressing, slash, textsOf } from '../../support/payloads.ts';
import { messageFor, replyFor, wordsOf } from '../../support/replies.ts';
import { bot } from '../../support/small-bot.ts';

describe('the menu of topics', () => {
  it('turns its message into the first page of the topic', () => {
    const interaction = choosing('browse', ['bridge']);
    expect(replyFor(interaction, bot).response.type).toBe(InteractionResponseType.UpdateMessage);
    expect(wordsOf(messageFor(interaction, bot))).toContain('Page 1 of 1');
  });
});

describe('All topics', () => {
  it('turns the message back into the list of topics', () => {
    const interaction = pressing('browse');
    expect(replyFor(interaction, bot).response.type).toBe(InteractionResponseType.UpdateMessage);
    expect(textsOf(messageFor(interaction, bot))).toEqual(textsOf(messageFor(slash('browse'), bot)));
  });
});

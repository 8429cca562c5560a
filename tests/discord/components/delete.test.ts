import { InteractionResponseType, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { MESSAGE, pressing, READER } from '../../support/payloads.ts';
import { isPrivate, messageFor, replyFor, wordsOf } from '../../support/replies.ts';
import { bot, english } from '../../support/small-bot.ts';

const OTHER = '500000000000000002';
const noted = { message: { id: MESSAGE, interaction_metadata: { user: { id: READER } } } };
const somebody = { member: { user: { id: OTHER }, permissions: '0' } };
const moderator = { member: { user: { id: OTHER }, permissions: String(PermissionFlagsBits.ManageMessages) } };

describe('Delete', () => {
  it.each([
    ['the person who used the command, as Discord notes', pressing('delete', noted)],
    ['the person who asked in a message, as the button notes', pressing(`delete:${READER}`)],
    ['a moderator', pressing('delete', { ...noted, ...moderator })],
    ['a moderator where nobody is noted', pressing('delete', moderator)],
    [
      'the person who asked in a direct message',
      pressing('delete', { ...noted, member: undefined, guild_id: undefined, user: { id: READER } }),
    ],
  ])('removes the reply for %s', (_, interaction) => {
    const { response, after, ifAfterFails } = replyFor(interaction, bot);
    expect(response.type).toBe(InteractionResponseType.DeferredMessageUpdate);
    expect(after).toEqual([{ method: 'DELETE', route: '/webhooks/2/t/messages/%40original' }]);
    expect(ifAfterFails && wordsOf(ifAfterFails)).toBe(english.t('delete.failed'));
  });

  it.each([
    ['somebody else', pressing('delete', { ...noted, ...somebody })],
    ['somebody else, whatever the button was made to say', pressing(`delete:${OTHER}`, { ...noted, ...somebody })],
    ['anybody where nobody is noted', pressing('delete', somebody)],
  ])('does nothing for %s, and tells them who may', (_, interaction) => {
    expect(replyFor(interaction, bot).after).toBeUndefined();
    const body = messageFor(interaction, bot);
    expect(isPrivate(body)).toBe(true);
    expect(wordsOf(body)).toBe(english.t('delete.refused'));
  });
});

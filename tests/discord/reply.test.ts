import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { reply, update } from '../../src/discord/reply.ts';
import { notice } from '../../src/discord/views/notices.ts';

describe('a reply', () => {
  it('is a new message as it was made', () => {
    const body = notice('hi');
    expect(reply(body).response).toEqual({ type: InteractionResponseType.ChannelMessageWithSource, data: body });
  });
});

describe('an update', () => {
  it('says nothing of who sees the message, which can’t be changed', () => {
    const { response } = update(notice('hi'));
    expect(response).toMatchObject({
      type: InteractionResponseType.UpdateMessage,
      data: { flags: MessageFlags.IsComponentsV2 },
    });
  });
});

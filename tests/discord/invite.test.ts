import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { inviteLink } from '../../src/discord/invite.ts';

const query = new URL(inviteLink('12')).searchParams;

describe('the invite link', () => {
  it('is for the application, with its commands', () => {
    expect(query.get('client_id')).toBe('12');
    expect(query.get('scope')).toBe('bot applications.commands');
  });

  it('asks for no more than answering takes', () => {
    const { ViewChannel, SendMessages, SendMessagesInThreads, ReadMessageHistory } = PermissionFlagsBits;
    expect(BigInt(query.get('permissions') ?? 0)).toBe(
      ViewChannel | SendMessages | SendMessagesInThreads | ReadMessageHistory,
    );
  });
});

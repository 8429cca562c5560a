import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import {
  canPostHere,
  isInstalledHere,
  mayManageMessages,
  mayWriteHere,
  missingBotPermission,
} from '../../src/discord/permissions.ts';
import { installedByTheReader, pressing, READER } from '../support/payloads.ts';

const { ViewChannel, SendMessages, SendMessagesInThreads, ReadMessageHistory, Administrator, ManageMessages } =
  PermissionFlagsBits;
const thread = { channel: { id: '7', type: ChannelType.PublicThread } };
const direct = { guild_id: undefined, member: undefined, app_permissions: '0' };
const member = (permissions: bigint): object => ({
  member: { user: { id: READER }, permissions: String(permissions) },
});

describe('where the app is installed', () => {
  it('is told from where only the reader has it', () => {
    expect(isInstalledHere(pressing('delete'))).toBe(true);
    expect(isInstalledHere(pressing('delete', installedByTheReader))).toBe(false);
  });
});

describe('whether the bot can post a reply', () => {
  const here = pressing('delete');
  it.each([
    ['where it is a member and has a token', here, true, true],
    ['without a token', here, false, false],
    ['where only the reader has the app', pressing('delete', installedByTheReader), true, false],
  ])('%s', (_, interaction, canPost, can) => {
    expect(canPostHere(interaction, { settings: { visibility: 'private', canPost } })).toBe(can);
  });
});

describe('what the bot lacks to reply', () => {
  const all = ViewChannel | SendMessages | ReadMessageHistory;
  it.each<[string, bigint, object, string | undefined]>([
    ['nothing', all, {}, undefined],
    ['View Channel', all & ~ViewChannel, {}, 'View Channel'],
    ['Send Messages', all & ~SendMessages, {}, 'Send Messages'],
    ['Read Message History', all & ~ReadMessageHistory, {}, 'Read Message History'],
    ['Send Messages in Threads, in a thread', all, thread, 'Send Messages in Threads'],
    ['nothing, in a thread', (all & ~SendMessages) | SendMessagesInThreads, thread, undefined],
    ['nothing, as an administrator', Administrator, {}, undefined],
    ['nothing, in a direct message', 0n, direct, undefined],
  ])('is %s', (_, permissions, rest, missing) => {
    expect(missingBotPermission(pressing('delete', { app_permissions: String(permissions), ...rest }))).toBe(missing);
  });
});

describe('a reader', () => {
  it.each<[string, object, boolean]>([
    ['may write with the permission', member(SendMessages), true],
    ['may not write without it', member(0n), false],
    ['may not write in a thread with the channel’s permission', { ...member(SendMessages), ...thread }, false],
    ['may write in a direct message', direct, true],
  ])('%s', (_, rest, allowed) => {
    expect(mayWriteHere(pressing('delete', rest))).toBe(allowed);
  });

  it.each<[string, object, boolean]>([
    ['may manage messages with the permission', member(ManageMessages), true],
    ['may manage messages as an administrator', member(Administrator), true],
    ['may not without it', member(SendMessages), false],
    ['may not in a direct message', direct, false],
  ])('%s', (_, rest, allowed) => {
    expect(mayManageMessages(pressing('delete', rest))).toBe(allowed);
  });
});

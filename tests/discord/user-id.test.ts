import { expect, it } from 'vitest';
import { userIdOf } from '../../src/discord/user-id.ts';
import { pressing, READER } from '../support/payloads.ts';

it.each([
  ['in a server', pressing('delete'), READER],
  ['in a direct message', pressing('delete', { guild_id: undefined, member: undefined, user: { id: '5' } }), '5'],
  ['where Discord does not say', pressing('delete', { member: undefined }), undefined],
])('the reader is known by their id: %s', (_, interaction, id) => {
  expect(userIdOf(interaction)).toBe(id);
});

import { expect, it } from 'vitest';
import { isFromDiscord } from '../../src/discord/from-discord.ts';

it.each<[string, number, string | null, boolean]>([
  ['nothing to say', 204, null, true],
  ['JSON', 200, 'application/json', true],
  ['JSON with a character set', 200, 'application/json; charset=utf-8', true],
  ['a page', 200, 'text/html', false],
  ['something of no type', 200, null, false],
  ['a redirection', 302, 'application/json', false],
])('an answer with %s is told from that of a login page', (_, status, contentType, isDiscords) => {
  expect(isFromDiscord(status, contentType)).toBe(isDiscords);
});

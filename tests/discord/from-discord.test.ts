import { expect, it } from 'vitest';
import { isFromDiscord } from '../../src/discord/from-discord.ts';

it.each<[string, number, string | null, boolean]>([
  ['nothing to say', 204, null, true],
  ['JSON', 200, 'application/json', true],
  ['JSON with a character set', 200, 'application/json; charset=utf-8', true],
  ['a page', 200, 'text/html', false],
  ['something of no type', 200, null, false],
  ['a redirection', 302, 'application/json', false],
  ['a refusal in JSON', 403, 'application/json', true],
  ['a page that refuses', 403, 'text/html', false],
  ['a page that says that too much was asked', 429, 'text/html', true],
  ['a page that says that Discord is down', 502, 'text/html', true],
])('an answer with %s is told from that of a login page', (_, status, contentType, isDiscords) => {
  expect(isFromDiscord(status, contentType)).toBe(isDiscords);
});

import { expect, it } from 'vitest';
import { isSafeForToken } from '../../src/config/safe-address.ts';

it.each([
  ['https://discord.com/api', true],
  ['wss://gateway.discord.gg', true],
  ['ws://127.0.0.1:3000', true],
  ['ws://gateway.discord.gg', false],
  ['http://localhost.example', false],
  ['http://127.0.0.1@evil.example', false],
  ['file:///api', false],
  ['', false],
])('nobody on the way can read what goes to %s: %s', (address, isSafe) => {
  expect(isSafeForToken(address)).toBe(isSafe);
});

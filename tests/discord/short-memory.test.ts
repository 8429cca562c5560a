import { expect, it } from 'vitest';
import { createShortMemory } from '../../src/discord/short-memory.ts';

it('keeps the last value under each ID, and tells how long there is something to forget', () => {
  const memory = createShortMemory<string>(100);
  memory.keep('one', 'first', 0);
  memory.keep('two', 'only', 10);
  memory.keep('one', 'second', 30);
  expect(memory.forget(40)).toBe(70);
  expect([memory.get('one'), memory.get('two')]).toEqual(['second', 'only']);
  expect(memory.forget(110)).toBe(20);
  expect([memory.get('one'), memory.get('two')]).toEqual(['second', undefined]);
  expect(memory.forget(130)).toBeUndefined();
  expect(memory.get('one')).toBeUndefined();
});

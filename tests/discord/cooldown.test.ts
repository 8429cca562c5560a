import { describe, expect, it } from 'vitest';
import { createCooldown } from '../../src/discord/cooldown.ts';

describe('a channel in which too much is asked', () => {
  it('gets six answers in 30 s, then one notice, then nothing', () => {
    const cooldown = createCooldown();
    const admissions = Array.from({ length: 9 }, (_, index) => cooldown.admit('here', index * 1000));
    expect(admissions).toEqual([...Array<string>(6).fill('answer'), 'notice', 'ignore', 'ignore']);
  });

  it('is answered again when 30 s have passed', () => {
    const cooldown = createCooldown();
    for (let index = 0; index < 8; index += 1) cooldown.admit('here', 0);
    expect(cooldown.admit('here', 29_999)).toBe('ignore');
    expect(cooldown.admit('here', 30_000)).toBe('answer');
  });

  it('gets no more than one notice in a cooldown, however evenly it is asked', () => {
    const cooldown = createCooldown();
    const admissions = Array.from({ length: 60 }, (_, index) => cooldown.admit('here', index * 1000));
    const notices = admissions.flatMap((admission, second) => (admission === 'notice' ? [second] : []));
    expect(notices).toEqual([6, 42]); // six answers, a notice, 30 s of cooldown, and again
  });

  it('keeps no other channel from being answered', () => {
    const cooldown = createCooldown();
    for (let index = 0; index < 8; index += 1) cooldown.admit('here', 0);
    expect(cooldown.admit('there', 0)).toBe('answer');
  });

  it('is forgotten when 30 s have passed, in a cooldown or not', () => {
    const cooldown = createCooldown();
    cooldown.admit('calm', 0);
    for (let index = 0; index < 8; index += 1) cooldown.admit('crowded', 1000);
    expect(cooldown.forget(29_999.1)).toBeCloseTo(0.9);
    expect(cooldown.forget(30_000)).toBe(1000);
    expect(cooldown.forget(31_000)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { createCoolDown } from '../../src/discord/cooldown.ts';

describe('a channel in which too much is asked', () => {
  it('gets six answers in 30 s, then is told once that the bot rests', () => {
    const coolDown = createCoolDown();
    const admissions = Array.from({ length: 9 }, (_, index) => coolDown.admit('here', index * 1000));
    expect(admissions).toEqual([...Array<string>(6).fill('answer'), 'say', 'silent', 'silent']);
  });

  it('is answered again when 30 s have passed', () => {
    const coolDown = createCoolDown();
    for (let index = 0; index < 8; index += 1) coolDown.admit('here', 0);
    expect(coolDown.admit('here', 29_999)).toBe('silent');
    expect(coolDown.admit('here', 30_000)).toBe('answer');
  });

  it('says no more than once in a rest, however evenly it is asked', () => {
    const coolDown = createCoolDown();
    const admissions = Array.from({ length: 60 }, (_, index) => coolDown.admit('here', index * 1000));
    const said = admissions.flatMap((admission, second) => (admission === 'say' ? [second] : []));
    expect(said).toEqual([6, 42]); // six answers, a word, 30 s of rest, and again
  });

  it('keeps no other channel from being answered', () => {
    const coolDown = createCoolDown();
    for (let index = 0; index < 8; index += 1) coolDown.admit('here', 0);
    expect(coolDown.admit('there', 0)).toBe('answer');
  });

  it('is forgotten when 30 s have passed, answered or not', () => {
    const coolDown = createCoolDown();
    coolDown.admit('calm', 0);
    for (let index = 0; index < 8; index += 1) coolDown.admit('crowded', 1000);
    expect(coolDown.forget(29_999.1)).toBeCloseTo(0.9);
    expect(coolDown.forget(30_000)).toBe(1000);
    expect(coolDown.forget(31_000)).toBeUndefined();
  });
});

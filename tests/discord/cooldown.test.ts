import { describe, expect, it } from 'vitest';
import { createCooldown } from '../../src/discord/cooldown.ts';

describe('a channel in which too much is asked', () => {
  it('gets six answers in half a minute, then one notice, then nothing', () => {
    const cooldown = createCooldown();
    const admissions = Array.from({ length: 9 }, (_, index) => cooldown.admit('here', 0, index * 1000));
    expect(admissions).toEqual([...Array<string>(6).fill('answer'), 'notice', 'ignore', 'ignore']);
  });

  it('is answered again when half a minute has passed', () => {
    const cooldown = createCooldown();
    for (let index = 0; index < 8; index += 1) cooldown.admit('here', 0, 0);
    expect(cooldown.admit('here', 0, 28_999)).toBe('ignore');
    expect(cooldown.admit('here', 0, 29_000)).toBe('answer');
  });

  it('gets no more than one notice in a cooldown, however evenly it is asked', () => {
    const cooldown = createCooldown();
    const admissions = Array.from({ length: 60 }, (_, index) => cooldown.admit('here', 0, index * 1000));
    const notices = admissions.flatMap((admission, second) => (admission === 'notice' ? [second] : []));
    expect(notices).toEqual([6, 41]); // six answers, a notice, the cooldown, and again
  });

  it('keeps no other channel from being answered', () => {
    const cooldown = createCooldown();
    for (let index = 0; index < 8; index += 1) cooldown.admit('here', 0, 0);
    expect(cooldown.admit('there', 0, 0)).toBe('answer');
  });

  it('is forgotten within half a minute, in a cooldown or not', () => {
    const cooldown = createCooldown();
    cooldown.admit('calm', 0, 0);
    for (let index = 0; index < 8; index += 1) cooldown.admit('crowded', 0, 1000);
    expect(cooldown.forget(28_999.1)).toBeCloseTo(0.9);
    expect(cooldown.forget(29_000)).toBe(1000);
    expect(cooldown.forget(30_000)).toBeUndefined();
  });
});

describe('where more is asked than Discord lets out', () => {
  it('answers four hundred messages, says once in each further channel that it rests, and drops what is above that', () => {
    const cooldown = createCooldown();
    const admissions = Array.from({ length: 2_000 }, (_, sent) =>
      cooldown.admit(`channel ${sent % 450}`, Math.min(sent, 500), 0),
    );
    const count = (admission: string): number => admissions.filter((one) => one === admission).length;
    expect(admissions.slice(0, 400)).toEqual(Array(400).fill('answer'));
    expect(count('notice')).toBe(100);
    expect(count('answer')).toBe(400);
    expect(count('ignore') + count('drop')).toBe(1_500);
  });

  it('answers a channel again that was dropped, once less waits', () => {
    const cooldown = createCooldown();
    expect(cooldown.admit('here', 500, 0)).toBe('drop');
    expect(cooldown.admit('here', 399, 1)).toBe('answer');
  });
});

import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { createAllowance, type Allowance } from '../../src/discord/allowance.ts';

type Interaction = Parameters<Allowance['admit']>[1];
const data = (type: ApplicationCommandType): never => ({ type }) as never;
const command: Interaction = { type: InteractionType.ApplicationCommand, data: data(ApplicationCommandType.ChatInput) };
const menu: Interaction = { type: InteractionType.ApplicationCommand, data: data(ApplicationCommandType.Message) };
const press = { type: InteractionType.MessageComponent, data: { custom_id: 'cite' } } as unknown as Interaction;
const key: Interaction = {
  type: InteractionType.ApplicationCommandAutocomplete,
  data: data(ApplicationCommandType.ChatInput),
};

/** How many of so many at once are admitted. */
function admitted(allowance: Allowance, interaction: Interaction, tries: number, now = 0): number {
  return Array.from({ length: tries }, () => allowance.admit('Ana', interaction, now)).filter(Boolean).length;
}

describe('a reader', () => {
  it.each([
    ['20 commands', command, 20],
    ['20 presses', press, 20],
    ['5 menus on messages', menu, 5],
    ['100 keys', key, 100],
  ])('gets %s at once, and no more within 10 s', (_, interaction, limit) => {
    const allowance = createAllowance();
    expect(admitted(allowance, interaction, limit + 50)).toBe(limit);
    expect(admitted(allowance, interaction, 1, 9_999)).toBe(0);
    expect(admitted(allowance, interaction, limit + 50, 10_000)).toBe(limit);
  });

  it('gets 5 messages answered, and no more within 10 s, whatever the channel', () => {
    const allowance = createAllowance();
    const answered = Array.from({ length: 50 }, () => allowance.admitMessage('Ana', 0)).filter(Boolean);
    expect(answered).toHaveLength(5);
    expect(allowance.admit('Ana', menu, 9_999)).toBe(false);
    expect(allowance.admit('Ana', command, 9_999)).toBe(true);
    expect(allowance.admitMessage('Ben', 9_999)).toBe(true);
    expect(allowance.admitMessage('Ana', 10_000)).toBe(true);
  });

  it('gets commands, presses, and menus from one allowance', () => {
    const allowance = createAllowance();
    expect(admitted(allowance, menu, 9)).toBe(5);
    expect(admitted(allowance, press, 9)).toBe(9);
    expect(admitted(allowance, command, 9)).toBe(6);
    expect(admitted(allowance, key, 9)).toBe(9);
  });

  it('is never refused while typing 500 characters at 8 keys a second, again and again', () => {
    const allowance = createAllowance();
    for (let typed = 1; typed <= 1_500; typed += 1) {
      const now = (typed * 1000) / 8;
      expect(allowance.admit('Ana', key, now)).toBe(true);
      if (typed % 500 === 0) expect(allowance.admit('Ana', command, now)).toBe(true);
    }
  });

  it('who goes on and on gets what the allowance gives to anybody, in any 10 s', () => {
    const allowance = createAllowance();
    const times = Array.from({ length: 12_000 }, (_, index) => index * 5);
    const uses = times.filter((now) => allowance.admit('Ana', command, now));
    for (const start of times) {
      const within = uses.filter((time) => time >= start && time < start + 10_000);
      expect(within.length).toBeLessThanOrEqual(20);
    }
    expect(uses.length).toBe((20 * 60) / 10);
  });

  it('takes nothing from another', () => {
    const allowance = createAllowance();
    admitted(allowance, command, 50);
    expect(allowance.admit('Ben', command, 0)).toBe(true);
  });

  it('is forgotten 10 s after the last thing done that counted', () => {
    const allowance = createAllowance();
    allowance.admit('Ben', key, 0);
    admitted(allowance, command, 25, 1_000);
    admitted(allowance, command, 25, 9_000);
    expect(allowance.forget(9_999)).toBe(1);
    expect(allowance.forget(10_000)).toBe(1_000);
    expect(allowance.forget(11_000)).toBeUndefined();
  });
});

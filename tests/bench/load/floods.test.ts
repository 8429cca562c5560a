import { describe, expect, it } from 'vitest';
import type { Paced } from '../../../src/bench/load/drive.ts';
import { floodsOf, floodTable } from '../../../src/bench/load/floods.ts';
import { askInteraction } from '../../../src/bench/load/payloads.ts';
import { userIdOf } from '../../../src/discord/user-id.ts';
import { isInteraction, isMessage } from '../../../src/discord/well-formed.ts';

describe('a flood', () => {
  it.each(floodsOf(['eels']).map((flood) => [flood.name, flood] as const))('of %s is well formed', (_, flood) => {
    const event = flood.make(7);
    expect(flood.event === 'MESSAGE_CREATE' ? isMessage(event) : isInteraction(event)).toBe(true);
    expect(flood.make(8)).not.toEqual(event);
  });

  it('comes from one reader, who is none of the others', () => {
    const interactions = floodsOf(['eels']).filter(({ event }) => event === 'INTERACTION_CREATE');
    const users = interactions.flatMap(({ make }) => [1, 2].map((number) => userIdOf(make(number) as never)));
    const others = Array.from({ length: 1000 }, (_, number) => userIdOf(askInteraction(number, 'Why?')));
    expect(new Set(users).size).toBe(1);
    expect(others).not.toContain(users[0]);
  });
});

describe('the table of floods', () => {
  const quiet: Paced = { times: [4, 5], lost: 0 };
  it.each<[string, Paced, string]>([
    ['little later', { times: [4, 29], lost: 0 }, 'holds'],
    ['much later', { times: [4, 40], lost: 0 }, 'missed'],
    ['not at all', { times: [4, 5], lost: 1 }, 'missed'],
  ])('says of others who are answered %s whether that may be', (_, flooded, verdict) => {
    const [, line] = floodTable([{ name: 'buttons', quiet, flooded }]);
    expect(line).toMatch(new RegExp(`^buttons .*${verdict}$`));
  });

  it('allows none to be answered after more than a second, however few', () => {
    const times = [...Array.from({ length: 999 }, () => 5), 1_001];
    expect(floodTable([{ name: 'buttons', quiet, flooded: { times, lost: 0 } }])[1]).toMatch(/missed$/);
  });
});

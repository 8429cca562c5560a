/** The short form of `npm run fuzz`. */

import { describe, expect, it } from 'vitest';
import { runCampaign, type CampaignResult } from '../../../src/bench/fuzz/campaign.ts';
import type { Bot } from '../../../src/bot/bot.ts';
import { bot } from '../../support/small-bot.ts';
import { smallContent } from '../../support/small-content.ts';

const campaign = (tried: Bot, inputs: number): CampaignResult =>
  runCampaign({ bot: tried, names: ['Rivertown'], files: smallContent(), seed: 1, inputs });

describe('the fuzz', () => {
  it('finds no fault in the bot, whatever it is given', () => {
    const { counts, faults } = campaign(bot, 5_000);
    expect(faults).toEqual([]);
    for (const { inputs, replies } of Object.values(counts)) expect(Math.min(inputs, replies)).toBeGreaterThan(50);
  });

  it('gives the same inputs for the same seed', () => {
    expect(campaign(bot, 200).counts).toEqual(campaign(bot, 200).counts);
  });

  it.each<[string, (question: string) => never, RegExp]>([
    [
      'throws',
      () => {
        throw new Error('no such thing');
      },
      /^it threw Error: no such thing/,
    ],
    [
      'repeats what was asked',
      (question) => ({ ...bot.answerer.choose('eels'), entry: { ...bot.faq.entries[1], question } }) as never,
      /^it (?:repeats the reader|says what is not the bot’s own|has \d+ characters)|^a .* is empty$/,
    ],
  ])('sees a bot that %s', (_, ask, fault) => {
    const broken: Bot = { ...bot, answerer: { ...bot.answerer, ask, askIn: ask } };
    const faults = campaign(broken, 300).faults.map(({ fault: found }) => found);
    expect(faults.length).toBeGreaterThan(20);
    expect(faults.filter((found) => !fault.test(found))).toEqual([]);
  });
});

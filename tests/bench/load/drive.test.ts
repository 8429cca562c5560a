import { describe, expect, it } from 'vitest';
import { createDriver } from '../../../src/bench/load/drive.ts';
import type { LeanDiscord } from '../../../src/bench/load/lean-discord.ts';
import { askInteraction } from '../../../src/bench/load/payloads.ts';

/** A Discord whose bot answers every interaction a moment later, and how it was used. */
function answeringDiscord() {
  const seen = { interactions: 0, messages: 0, fences: 0, underWay: 0, mostUnderWay: 0 };
  const discord: { -readonly [Key in keyof LeanDiscord]: LeanDiscord[Key] } = {
    apiUrl: '',
    registration: () => Promise.resolve(),
    send(event, data) {
      if (event === 'MESSAGE_CREATE') seen.messages += 1;
      if (event !== 'INTERACTION_CREATE') return;
      seen.interactions += 1;
      seen.underWay += 1;
      seen.mostUnderWay = Math.max(seen.mostUnderWay, seen.underWay);
      setImmediate(() => {
        seen.underWay -= 1;
        discord.onCallback((data as { token: string }).token);
      });
    },
    fence() {
      seen.fences += 1;
      return Promise.resolve();
    },
    onCallback: () => undefined,
    close: () => Promise.resolve(),
  };
  return { seen, discord, driver: createDriver(discord) };
}

const ask = (number: number) => askInteraction(number, 'Why?');

describe('a driver', () => {
  it.each([
    ['as many as may be', 100, 8, 8],
    ['no more than there are', 3, 8, 3],
  ])('keeps %s under way', async (_, count, inFlight, most) => {
    const { seen, driver } = answeringDiscord();
    await driver.saturate(ask, count, inFlight);
    expect(seen).toMatchObject({ interactions: count, mostUnderWay: most, underWay: 0 });
  });

  it('measures every interaction of a steady rate', async () => {
    const { seen, driver } = answeringDiscord();
    const times = await driver.pace(ask, 500, 0.05);
    expect(seen.interactions).toBe(25);
    expect(times).toHaveLength(25);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(0);
  });

  it('counts what is lost of a steady rate, and measures the rest', { timeout: 10_000 }, async () => {
    const { discord, driver } = answeringDiscord();
    const { send } = discord;
    let sent = 0;
    discord.send = (event, data) => void ((sent += 1) % 5 === 0 || send(event, data));
    const { times, lost } = await driver.paceAll(ask, 500, 0.05);
    expect(times).toHaveLength(20);
    expect(lost).toBe(5);
  });

  it('waits until messages are read', async () => {
    const { seen, driver } = answeringDiscord();
    await driver.chatter(450);
    expect(seen.messages).toBe(450);
    expect(seen.fences).toBeGreaterThan(1);
  });

  it('chatters until it is told to stop', async () => {
    const { seen, driver } = answeringDiscord();
    const chatter = driver.chatterSteadily(2_000);
    await driver.pace(ask, 500, 0.05);
    chatter.stop();
    expect(seen.messages).toBeGreaterThan(0);
    await driver.pace(ask, 500, 0.01); // one more look at the clock, at which it ends
    const before = seen.messages;
    await driver.pace(ask, 500, 0.05);
    expect(seen.messages).toBe(before);
  });
});

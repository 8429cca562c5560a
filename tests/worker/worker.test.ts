import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeInteractions, type Reached } from '../support/interactions.ts';
import { startLocalDiscord, textOf, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { PING } from '../support/payloads.ts';
import { payloadsReached } from '../support/payload-table.ts';
import { startBot, startHttpBot, stop } from '../support/running-bot.ts';
import { bundleWorker } from '../../src/bench/worker/bundle.ts';
import { startWorker } from '../../src/bench/worker/workerd.ts';

/** Of the free plan. */
const MAX_COMPRESSED_BYTES = 3 * 1024 * 1024;

const bundle = bundleWorker();
afterAll(() => rmSync(bundle.folder, { recursive: true }));

describeInteractions('on Cloudflare Workers', reachWorker);

it('sends the same payloads as on Node', async () => {
  expect(await payloadsReached(reachWorker)).toEqual(await payloadsReached(reachNode));
});

describe('the bundle', () => {
  it('fits the free plan', () => {
    expect(bundle.compressedBytes).toBeLessThanOrEqual(MAX_COMPRESSED_BYTES);
  });

  it('reads no files', () => {
    expect(readFileSync(bundle.modules[0]?.path ?? '', 'utf8')).not.toMatch(/node:(?:fs|path|child_process|http)/);
  });
});

describe('the Worker', () => {
  let discord: LocalDiscord;
  beforeAll(async () => {
    discord = await startLocalDiscord();
  });
  afterAll(() => discord.close());

  it.each([
    [401, 'without a signature', { signature: null }],
    [401, 'with a signature of something else', { signedBody: '{"type":2}' }],
    [401, 'with an old signature', { at: Date.now() - 301_000 }],
    [415, 'as text', { contentType: 'text/plain' }],
  ])('answers %i to what comes %s', async (status, _, signing) => {
    const worker = await startWorker(bundle, discord.env);
    await discord.deliverTo(worker.url);
    expect((await discord.postToEndpoint(PING, signing)).status).toBe(status);
    await worker.stop();
  });

  it('offers a link in place of a reply where it has no token', async () => {
    const { DISCORD_TOKEN: _, ...withoutToken } = discord.env;
    const worker = await startWorker(bundle, withoutToken);
    await discord.deliverTo(worker.url);
    const message = discord.post('Why does CNN not name the protesters?', { user: 'Ben' });
    const asked = await discord.messageMenu('Ask the report', message, { user: 'Ana' });
    expect(textOf(await discord.press(asked, /^post/, { user: 'Ana' }))).toContain(message.id);
    await worker.stop();
  });

  it('says in its logs which setting is missing, and nothing of that in public', async () => {
    const worker = await startWorker(bundle, {});
    const response = await fetch(worker.url, { method: 'POST' });
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('The Worker has a wrong setting; its logs say which.');
    await vi.waitFor(() => expect(worker.written()).toContain('Configuration: DISCORD_PUBLIC_KEY: not set'));
    await worker.stop();
  });
});

async function reachWorker(discord: LocalDiscord): Promise<Reached> {
  await register(discord);
  const worker = await startWorker(bundle, discord.env);
  await discord.deliverTo(worker.url);
  return worker;
}

async function reachNode(discord: LocalDiscord): Promise<Reached> {
  await register(discord);
  const running = await startHttpBot(discord);
  return { written: running.written, stop: async () => expect(await stop(running)).toBe(0) };
}

async function register(discord: LocalDiscord): Promise<void> {
  expect(await startBot(discord.env, { args: ['dist/cli/register.js'] }).ended).toBe(0);
}

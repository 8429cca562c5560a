import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot } from '../support/running-bot.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/start.js', import.meta.url));

describe.skipIf(process.platform === 'win32')('the bot ends when npm, which started it, has ended', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pullquote-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['and took along the shell between them', 'SIGTERM', `node ${MAIN}; true`],
    ['and left the shell between them behind', 'SIGKILL', `node ${MAIN}; true`],
    ['with no shell between them', 'SIGKILL', `exec node ${MAIN}`],
  ] as const)('%s', async (_, signal, start) => {
    // Its own package.json, as the project's `npm start` would prepare again after a change.
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { start } }));
    const discord = await startLocalDiscord();
    const npm = startBot(
      { ...discord.env, npm_config_cache: folder },
      { command: 'npm', args: ['start'], cwd: folder },
    );
    await discord.registration();
    const left = discord.nextGoodbye();
    npm.process.kill(signal);
    await left;
    expect(await npm.ended).toBe(signal); // resolves once nobody is left who could write
    expect(npm.written()).toContain('Connected');
    await discord.close();
  });
});

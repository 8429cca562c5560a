/**
 * What the container file relies on, as no engine is at hand to build it: a production install runs
 * for a user without rights, from a folder that nobody can write to, by the file's own commands.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalDiscord, textOf } from '../../src/bench/local-discord/index.ts';
import { addressOf, startBot, stop, type RunningBot } from '../support/running-bot.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A user that owns nothing. */
const NOBODY = '65534';

const containerfile = readFileSync(join(ROOT, 'Containerfile'), 'utf8');
const start = commandIn(/^CMD (\[.*\])$/m);
const checkHealth = commandIn(/^HEALTHCHECK .* CMD (\[.*\])$/m);

/** Only root can mount a folder read-only and become somebody else. */
const isPossible = process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0;

describe.skipIf(!isPossible)('in a container’s place, the bot', () => {
  let folder: string;
  beforeAll(() => {
    folder = process.env['PULLQUOTE_INSTALL'] ?? productionInstall();
  });
  afterAll(() => {
    if (process.env['PULLQUOTE_INSTALL'] === undefined) rmSync(folder, { recursive: true });
  });

  /** Runs a command as the container would with `--read-only --cap-drop=all`. */
  function run(command: readonly string[], environment: Readonly<Record<string, string>> = {}): RunningBot {
    const readOnly = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && cd "$0" && exec "$@"';
    const withoutRights = `setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups --bounding-set=-all --no-new-privs`;
    const args = ['--mount', 'sh', '-c', readOnly, folder, ...withoutRights.split(' '), ...command];
    return startBot({ NODE_ENV: 'production', ...environment }, { command: 'unshare', args });
  }

  it('has no rights, and can write nothing', async () => {
    const asked = run(['node', '-p', 'process.getuid()']);
    expect(await asked.ended).toBe(0);
    expect(asked.written().trim()).toBe(NOBODY);
    const writing = run(['node', '-e', 'fs.writeFileSync("dist/written", "")']);
    expect(await writing.ended).not.toBe(0);
    expect(writing.written()).toContain('EROFS');
  });

  it('answers over HTTP, is well by its own health check until it ends, and ends when told to', async () => {
    const discord = await startLocalDiscord();
    const environment = { ...discord.env, TRANSPORT: 'http', PORT: String(await freePort()) };
    const running = run(start, environment);
    await discord.deliverTo(await addressOf(running));
    expect(textOf(await discord.slash('ask', { question: 'airplane-mode' }))).toContain('airplane mode');
    expect(await run(checkHealth, environment).ended).toBe(0);
    expect(await stop(running)).toBe(0);
    expect(await run(checkHealth, environment).ended).toBe(1);
    await discord.close();
  });

  it('answers by the gateway, is well by its own health check, and ends when told to', async () => {
    const discord = await startLocalDiscord();
    const running = run(start, discord.env);
    await discord.registration();
    expect(textOf(await discord.slash('ask', { question: 'airplane-mode' }))).toContain('airplane mode');
    expect(await run(checkHealth, discord.env).ended).toBe(0);
    expect(await stop(running)).toBe(0);
    await discord.close();
  });
});

function commandIn(instruction: RegExp): readonly string[] {
  const [, command] = instruction.exec(containerfile) ?? [];
  if (command === undefined) throw new Error(`Containerfile: no instruction like ${instruction.source}.`);
  return JSON.parse(command) as readonly string[];
}

/**
 * What `npm ci --omit=dev && npm run build` leaves, made without a network: this checkout, and of
 * its packages those that production needs.
 */
function productionInstall(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-container-'));
  chmodSync(folder, 0o755);
  for (const name of ['package.json', 'package-lock.json', 'src', 'content', 'dist'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { cwd: ROOT, encoding: 'utf8' });
  for (const from of listed.trim().split('\n').slice(1)) {
    const inner = join(from, 'node_modules'); // listed on their own
    cpSync(from, join(folder, relative(ROOT, from)), { recursive: true, filter: (path) => path !== inner });
  }
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

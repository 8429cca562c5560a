import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { vi } from 'vitest';
import type { LocalDiscord } from '../../src/bench/local-discord/index.ts';

const ROOT = new URL('../..', import.meta.url);

/** The real bot as a process of its own, and all that it writes. */
export interface RunningBot {
  readonly process: ChildProcess;
  readonly written: () => string;
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

interface Starting {
  /** What is started with the arguments; Node unless told. */
  readonly command?: string;
  readonly args?: readonly string[];
  readonly cwd?: string | URL;
  /** A file descriptor to write to in place of `written`. */
  readonly stdout?: number;
}

export function startBot(
  environment: Readonly<Record<string, string>>,
  { command = process.execPath, args = ['dist/cli/start.js'], cwd = ROOT, stdout }: Starting = {},
): RunningBot {
  const { PATH = '' } = process.env; // nothing else of this machine's environment: no token, no .env of a developer
  const child = spawn(command, args, {
    cwd,
    env: { PATH, DOTENV_CONFIG_PATH: '/dev/null', ...environment },
    stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (written += chunk.toString()));
  return {
    process: child,
    written: () => written,
    ended: once(child, 'close').then(([status, signal]) => status ?? signal),
  };
}

/** Starts the bot with TRANSPORT=http on a free port, and has the local Discord deliver to it. */
export async function startHttpBot(
  discord: LocalDiscord,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningBot & { readonly url: string }> {
  const running = startBot({ ...discord.env, TRANSPORT: 'http', PORT: '0', LOG_LEVEL: 'debug', ...environment });
  const port = await vi.waitFor(
    () => {
      const [, found] = /Listening on port (\d+)/.exec(running.written()) ?? [];
      if (found === undefined) throw new Error(`The bot does not listen: ${running.written()}`);
      return found;
    },
    { timeout: 30_000 },
  );
  const url = `http://127.0.0.1:${port}/`;
  await discord.deliverTo(url);
  return { ...running, url };
}

/** Bots that a failed test left behind end with the tests. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export async function stop({ process: child, ended }: RunningBot): Promise<number | string | null> {
  child.kill('SIGTERM');
  return ended;
}

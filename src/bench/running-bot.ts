/** The real bot as a process of its own, for programs and tests that watch it from outside. */

import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';

const ROOT = new URL('../..', import.meta.url);

/** The real bot as a process of its own, and all that it writes. */
export interface RunningBot {
  readonly process: ChildProcess;
  readonly written: () => string;
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

/** How a bot is started, where that is not as usual. */
export interface Starting {
  /** What is started with the arguments; Node unless told. */
  readonly command?: string;
  readonly args?: readonly string[];
  readonly cwd?: string | URL;
  /** A file descriptor to write to in place of `written`. */
  readonly stdout?: number;
  /** The ID of the user and group to run as; the same as this process's unless told. */
  readonly user?: number;
}

export function startBot(
  environment: Readonly<Record<string, string>>,
  { command = process.execPath, args = ['dist/cli/start.js'], cwd = ROOT, stdout, user }: Starting = {},
): RunningBot {
  const { PATH = '' } = process.env; // nothing else of this machine's environment: no token, no .env of a developer
  const child = spawn(command, args, {
    cwd,
    env: { PATH, DOTENV_CONFIG_PATH: '/dev/null', ...environment },
    ...(user !== undefined && { uid: user, gid: user }),
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

/** Bots that were left behind end with the process that started them. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export async function stop({ process: child, ended }: RunningBot): Promise<number | string | null> {
  child.kill('SIGTERM');
  return ended;
}

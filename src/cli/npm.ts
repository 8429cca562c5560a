/**
 * Notices when npm, which started the bot, has ended. npm passes a signal to its shell, and the
 * shell to nobody: without this the bot would stay behind, connected.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const CHECK_EVERY_MS = 1_000;

/** Calls `then` once npm has ended; never where npm did not start the bot, and never on Windows. */
export function whenNpmEnds(then: () => void): void {
  if (process.platform === 'win32' || process.env['npm_lifecycle_event'] !== 'start') return;
  const parent = process.ppid;
  const npm = npmFrom(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && isRunning(npm)) return;
    clearInterval(timer);
    then();
  }, CHECK_EVERY_MS).unref();
}

/** npm starts a shell. Some shells become the program that they are to run, others stay between. */
function npmFrom(parent: number): number {
  const found = lookUp(parent);
  return found && /(^|\/)-?\w*sh$/.test(found.name) ? found.parent : parent;
}

/** `undefined` where nothing tells of the process. */
function lookUp(pid: number): { readonly name: string; readonly parent: number } | undefined {
  try {
    // As `1234 (npm start) S 1200 …`. Not by `ps`, which slim images of Linux don't have.
    const [, name, parent] =
      process.platform === 'linux'
        ? (/\((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [])
        : (/(.*\S) +(\d+)/.exec(execFileSync('ps', ['-o', 'comm=,ppid=', '-p', String(pid)], { encoding: 'utf8' })) ??
          []);
    return name === undefined ? undefined : { name, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0); // signal 0 only asks
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // another user's
  }
}

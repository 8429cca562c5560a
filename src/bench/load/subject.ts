/** The bots that are measured, each a process of its own. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '../../config/operator-error.ts';
import { TOKEN, type LeanDiscord } from './lean-discord.ts';
import { cpuMicroseconds, residentBytes } from './process-figures.ts';
import { ENVIRONMENT, type Answers } from './twins/environment.ts';

export interface Subject {
  readonly name: string;
  /** Its program, below `dist/`. */
  readonly program: string;
}

export const PULLQUOTE: Subject = { name: 'Pullquote', program: 'cli/start' };
export const DISCORD_JS: Subject = { name: 'discord.js', program: 'bench/load/twins/discord-js' };

/** Pullquote first, then what it is compared with. */
export const SUBJECTS: readonly Subject[] = [
  PULLQUOTE,
  DISCORD_JS,
  { name: 'discord.js + undici', program: 'bench/load/twins/discord-js-undici' },
  { name: 'ws + undici', program: 'bench/load/twins/bare' },
];

export interface RunningSubject {
  /** Milliseconds from the start of the process until it had registered its commands. */
  readonly startMs: number;
  /** CPU time that it has used so far, of all its threads. */
  readonly cpuMicroseconds: () => number;
  readonly residentBytes: () => number;
  /** Rejects if the process ends before it is told to. */
  readonly ended: Promise<never>;
  readonly stop: () => Promise<void>;
}

/** Starts a bot and waits until it has registered its commands. */
export async function startSubject(
  { name, program }: Subject,
  discord: LeanDiscord,
  answers: Answers,
): Promise<RunningSubject> {
  const file = fileURLToPath(new URL(`../../${program}.js`, import.meta.url));
  const registered = discord.registration();
  const since = performance.now();
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Nothing else of this machine's environment: no token, no .env of a developer.
    env: {
      PATH: process.env['PATH'] ?? '',
      DOTENV_CONFIG_PATH: '/dev/null',
      [ENVIRONMENT.apiUrl]: discord.apiUrl,
      [ENVIRONMENT.token]: TOKEN,
      [ENVIRONMENT.answers]: JSON.stringify(answers),
    },
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  let isStopping = false;
  const closed = once(child, 'close');
  const ended = closed.then(() => {
    if (isStopping) return new Promise<never>(() => undefined);
    throw new OperatorError(`${name} ended while it was measured.\n${errors}`);
  });
  ended.catch(() => undefined); // whoever waits for a measurement is told
  await Promise.race([registered, ended]);
  const startMs = performance.now() - since;
  const { pid = 0 } = child;
  return {
    startMs,
    cpuMicroseconds: () => cpuMicroseconds(pid),
    residentBytes: () => residentBytes(pid),
    ended,
    async stop() {
      isStopping = true;
      child.kill('SIGKILL');
      await closed;
    },
  };
}

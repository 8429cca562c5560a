/**
 * Program: `npm run bench:http` measures what an answer over HTTP costs, side by side with
 * endpoints that give a constant reply.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { APIInteraction } from 'discord-api-types/v10';
import { createBot, type Bot } from '../bot/bot.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { readArguments, usageError } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import { OperatorError } from '../config/operator-error.ts';
import { respond } from '../discord/respond.ts';
import { createClient, PUBLIC_KEY, signedRequest, type Client } from './http/client.ts';
import { DEFAULT_QUESTIONS, readQuestions } from './labeled-questions.ts';
import { askInteraction, autocompleteInteraction } from './load/payloads.ts';
import { cpuMicroseconds, residentBytes } from './load/process-figures.ts';
import { print, tableRow } from './print.ts';
import { median } from './timing.ts';

const PARAMETERS = {
  usage: ['npm run -s bench:http [-- --rounds NUMBER --requests NUMBER]'],
  summary: `Measures what an answer over HTTP costs, from outside: CPU, throughput, and memory. Beside it run two
endpoints with a constant reply of median size: “bare” is node:http and node:crypto alone,
“endpoint” is Pullquote’s own without its answers. A question that was picked from the suggestions is
answered without the matcher: it shows what all else costs. Rounds interleave the three, so trust the ratios
of one run. Needs Linux, and is best run on a machine that does nothing else.`,
  options: {
    rounds: { type: 'string', help: 'How many rounds to take medians of (5).' },
    requests: { type: 'string', help: 'How many requests of each kind to send in a round (2000).' },
  },
} as const;

/** How many requests are under way at once. */
const IN_FLIGHT = 64;
/** How many of each kind are sent before the first round, so that all code is compiled. */
const WARM_UP = 6000;

const NAMES = ['Pullquote', 'endpoint', 'bare'] as const;

interface Subject {
  readonly client: Client;
  readonly pid: number;
  readonly idleBytes: number;
  readonly stop: () => void;
}

interface Values {
  readonly askCpu: number[];
  readonly pickedCpu: number[];
  readonly keyCpu: number[];
  readonly perSecond: number[];
}

await runProgram(async () => {
  const { options } = readArguments(PARAMETERS);
  const rounds = readCount(options.rounds ?? '5');
  const count = readCount(options.requests ?? '2000');
  const questions = (await Promise.all(DEFAULT_QUESTIONS.map(readQuestions))).flat();
  const asked = questions.filter(({ lang }) => lang === 'en').map(({ q }) => q);
  const at = (number: number): string => asked[number % asked.length] ?? '';
  const ask = (number: number): APIInteraction => askInteraction(number, at(number));
  const press = (number: number): APIInteraction =>
    autocompleteInteraction(number, at(number).slice(0, 1 + (number % at(number).length)));

  const bot = createBot(await loadPrepared());
  const { entries } = bot.faq;
  const pick = (number: number): APIInteraction => askInteraction(number, entries[number % entries.length]?.id ?? '');

  const reply = medianReply(bot, ask, asked.length);
  const subjects = await Promise.all([
    startSubject('cli/start', [], { TRANSPORT: 'http', PORT: '0', DISCORD_PUBLIC_KEY: PUBLIC_KEY }),
    startSubject('bench/http/twin', ['endpoint', PUBLIC_KEY, reply]),
    startSubject('bench/http/twin', ['bare', PUBLIC_KEY, reply]),
  ]);
  const values = subjects.map((): Values => ({ askCpu: [], pickedCpu: [], keyCpu: [], perSecond: [] }));
  const requestsOf = (make: (number: number) => APIInteraction, length: number) =>
    Array.from({ length }, (_, number) => signedRequest(make(number)));
  try {
    for (const make of [ask, pick, press])
      for (const { client } of subjects) await client.sendAll(requestsOf(make, WARM_UP), IN_FLIGHT);
    for (let round = 0; round < rounds; round += 1) {
      const [asks, picks, keys] = [ask, pick, press].map((make) => requestsOf(make, count));
      for (const [index, { client, pid }] of subjects.entries()) {
        const cpu = async (all: typeof asks = [], into: number[] = []): Promise<number> => {
          const before = cpuMicroseconds(pid);
          const milliseconds = await client.sendAll(all, IN_FLIGHT);
          into.push((cpuMicroseconds(pid) - before) / count);
          return milliseconds;
        };
        values[index]?.perSecond.push((1000 * count) / (await cpu(asks, values[index]?.askCpu)));
        await cpu(picks, values[index]?.pickedCpu);
        await cpu(keys, values[index]?.keyCpu);
      }
    }
    const memory = subjects.map(({ pid, idleBytes }) => [idleBytes / 1e6, residentBytes(pid) / 1e6] as const);
    print(
      row('', [...NAMES], 'compared with bare'),
      line(
        '/ask: CPU each, µs',
        values,
        ({ askCpu }) => askCpu,
        'at most 1.5 ×',
        (times) => times <= 1.5,
      ),
      line('/ask, picked: CPU each, µs', values, ({ pickedCpu }) => pickedCpu),
      line('autocomplete: CPU each, µs', values, ({ keyCpu }) => keyCpu),
      line(
        '/ask: throughput, a second',
        values,
        ({ perSecond }) => perSecond,
        'at least 0.6 ×',
        (times) => times >= 0.6,
      ),
      row(
        'memory when idle; at the end, MB',
        memory.map((both) => both.map((one) => one.toFixed(0)).join('; ')),
      ),
    );
  } finally {
    for (const { stop } of subjects) stop();
  }
});

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw usageError(PARAMETERS, 'Give a number, 1 or more.');
  return count;
}

/** The bot's own reply of median size, for the twins. */
function medianReply(bot: Bot, ask: (number: number) => APIInteraction, count: number): string {
  const replies = Array.from({ length: count }, (_, number) => JSON.stringify(respond(ask(number), bot).response));
  return replies.sort((a, b) => a.length - b.length)[Math.floor(count / 2)] ?? '';
}

/** Starts a program below `dist/` and waits until it listens. */
async function startSubject(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Subject> {
  const file = fileURLToPath(new URL(`../${program}.js`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Nothing else of this machine's environment: no token, no .env of a developer.
    env: { PATH: process.env['PATH'] ?? '', DOTENV_CONFIG_PATH: '/dev/null', ...environment },
  });
  const [said] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [unknown];
  const [, port] = /port (\d+)/.exec(String(said)) ?? [];
  if (port === undefined || child.pid === undefined)
    throw new OperatorError(`${program} does not listen: ${String(said)}`);
  const client = createClient(`http://127.0.0.1:${port}/`);
  return {
    client,
    pid: child.pid,
    idleBytes: residentBytes(child.pid),
    stop() {
      client.close();
      child.kill('SIGKILL');
    },
  };
}

function line(
  name: string,
  values: readonly Values[],
  pick: (values: Values) => readonly number[],
  floor = '',
  holds: (times: number) => boolean = () => true,
): string {
  const picked = values.map(pick);
  const [own = NaN, , bare = NaN] = picked.map((all) => median(all));
  const verdict = floor === '' ? '' : ` (${floor}: ${holds(own / bare) ? 'holds' : 'missed'})`;
  const cells = picked.map(
    (all) => `${median(all).toFixed(0)} [${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)}]`,
  );
  return row(name, cells, `${(own / bare).toFixed(2)} ×${verdict}`);
}

function row(name: string, cells: readonly string[], compared = ''): string {
  return tableRow([name, ...cells, compared], 34, 20);
}

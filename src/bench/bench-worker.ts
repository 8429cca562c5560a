/**
 * Program: `npm run bench:worker` measures what the bot costs on Cloudflare Workers, in workerd,
 * and compares it with the limits that this project has set itself.
 */

import { rmSync } from 'node:fs';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { readArguments } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import { createClient, PUBLIC_KEY, signedRequest } from './http/client.ts';
import { DEFAULT_QUESTIONS, readQuestions } from './labeled-questions.ts';
import { askInteraction, autocompleteInteraction } from './load/payloads.ts';
import { cpuMicroseconds, mainThreadMicroseconds } from './load/process-figures.ts';
import { print, tableRow } from './print.ts';
import { median, quantile } from './timing.ts';
import { bundleWorker, type WorkerBundle } from './worker/bundle.ts';
import { startEmptyWorker, startWorker, type RunningWorker } from './worker/workerd.ts';

/** How often the Worker is started, beside one that does nothing. */
const STARTS = 7;
/** How many different interactions are answered. */
const REQUESTS = 1000;

/** How many answers count as the first, for which V8 has compiled little yet. */
const FIRST = 10;

const BINDINGS = { DISCORD_PUBLIC_KEY: PUBLIC_KEY };

await runProgram(async () => {
  readArguments({
    usage: ['npm run -s bench:worker'],
    summary: `Measures what the bot costs in workerd, the runtime of Cloudflare Workers: size, CPU of a start
beyond that of a Worker that does nothing, CPU of each of ${REQUESTS} answers (of the thread that answers,
and of all threads, with those in which V8 compiles and collects garbage), and the isolate’s heap, garbage included. Needs Linux, \`npm run build\`, and the packages
of tests/worker (npm ci --prefix tests/worker).`,
    options: {},
  });
  const bundle = bundleWorker();
  try {
    row('bundle, compressed', [`${(bundle.compressedBytes / 2 ** 20).toFixed(2)} MiB`], '3 MiB (aim 1.5)');
    const start = await startMilliseconds(bundle);
    row('start: CPU', [`${start.own.toFixed(0)} ms`], '400 ms');
    row('with V8’s own threads', [`${start.all.toFixed(0)} ms`]);
    await measureAnswers(await startWorker(bundle, BINDINGS));
  } finally {
    rmSync(bundle.folder, { recursive: true });
  }
});

async function measureAnswers(running: RunningWorker): Promise<void> {
  try {
    await healthOf(running);
    const started = await heapBytes(running);
    const each = await answerMilliseconds(running);
    const own = each.map((cpu) => cpu.own);
    const all = each.map((cpu) => cpu.all);
    const times = (each: readonly number[]): readonly string[] =>
      [0.5, 0.99, 1].map((share) => `${quantile(each.slice(FIRST), share).toFixed(1)} ms`);
    row('an answer: CPU, median; 99th; most', times(own), '5 ms');
    row('with V8’s own threads', times(all));
    row(`the first ${FIRST}: CPU, ms`, [
      own
        .slice(0, FIRST)
        .map((one) => one.toFixed(0))
        .join(', '),
    ]);
    row('heap once started; after that', [started, await heapBytes(running)].map(megabytes), '64 MB');
  } finally {
    await running.stop();
  }
}

/** Of the thread that answers, and of all. */
interface Cpu {
  readonly own: number;
  readonly all: number;
}

async function startMilliseconds(bundle: WorkerBundle): Promise<Cpu> {
  const bots: Cpu[] = [];
  const empty: Cpu[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    bots.push(await cpuUntilHealthy(await startWorker(bundle, BINDINGS)));
    empty.push(await cpuUntilHealthy(await startEmptyWorker()));
  }
  const more = (which: keyof Cpu): number =>
    median(bots.map((cpu) => cpu[which])) - median(empty.map((cpu) => cpu[which]));
  return { own: more('own'), all: more('all') };
}

async function cpuUntilHealthy(running: RunningWorker): Promise<Cpu> {
  await healthOf(running);
  const cpu = cpuOf(running);
  await running.stop();
  return cpu;
}

/** In milliseconds. */
function cpuOf({ pid }: RunningWorker): Cpu {
  return { own: mainThreadMicroseconds(pid) / 1000, all: cpuMicroseconds(pid) / 1000 };
}

async function healthOf({ url }: RunningWorker): Promise<void> {
  await (await fetch(new URL('/healthz', url))).text();
}

/** What strangers asked, and then some of it half typed, one after the other. */
async function answerMilliseconds(running: RunningWorker): Promise<readonly Cpu[]> {
  const questions = (await Promise.all(DEFAULT_QUESTIONS.map(readQuestions))).flat().map(({ q }) => q);
  const at = (number: number): string => questions[number % questions.length] ?? '';
  const client = createClient(running.url);
  const each: Cpu[] = [];
  for (let number = 0; number < REQUESTS; number += 1) {
    const interaction =
      number < questions.length
        ? askInteraction(number, at(number))
        : autocompleteInteraction(number, at(number).slice(0, 1 + (number % at(number).length)));
    const signed = signedRequest(interaction);
    const before = cpuOf(running);
    await client.send(signed);
    const after = cpuOf(running);
    each.push({ own: after.own - before.own, all: after.all - before.all });
  }
  client.close();
  return each;
}

/** What the isolate holds, garbage and buffers included: what Cloudflare limits. */
async function heapBytes({ inspectorUrl }: RunningWorker): Promise<number> {
  const socket = new WebSocket(await inspectorUrl());
  await once(socket, 'open');
  const answered = once(socket, 'message') as Promise<[Buffer]>;
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' }));
  const [data] = await answered;
  socket.terminate();
  const { result } = JSON.parse(data.toString()) as { readonly result: HeapUsage };
  return result.usedSize + result.embedderHeapUsedSize + result.backingStorageSize;
}

/** In bytes. Source: the Chrome DevTools Protocol. */
interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize: number;
  readonly backingStorageSize: number;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function row(name: string, cells: readonly string[], limit = ''): void {
  print(tableRow([name, cells.join('; '), limit === '' ? '' : `at most ${limit}`], 38, 40));
}

/**
 * Program: `npm run bench [-- DATASET.json]` measures how fast and how large the matcher is on this
 * FAQ, side by side with Fuse.js and MiniSearch in the same run.
 */

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { loadMatcher, type MatcherData, type TrainingEntry } from '../matcher/index.ts';
import { createMatcher, seededRandom, shuffle } from '../matcher/training.ts';
import { readEnglishVectors } from '../build/word-vectors/english.ts';
import type { Prepared } from '../bot/prepared.ts';
import { loadContent } from '../build/content-files.ts';
import { pack, unpack } from '../build/packed.ts';
import { loadPrepared, PREPARED_FILE } from '../build/prepared-file.ts';
import { OperatorError } from '../config/operator-error.ts';
import { readArguments, usageError } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import { createBaselines } from './baselines.ts';
import { DATASET_FORM, readDataset, type Dataset } from './dataset.ts';
import { DEFAULT_QUESTIONS, readQuestions } from './labeled-questions.ts';
import { measureMemory } from './memory.ts';
import { megabytes, print, tableRow } from './print.ts';
import { sample } from './sample.ts';
import { median, quantile, timed } from './timing.ts';
import { withTypos } from './typos.ts';

const PARAMETERS = {
  usage: ['npm run bench [-- DATASET.json]', 'npm run bench -- --start'],
  summary: `Prints the size of the prepared file, the memory that the matcher takes, the time that it takes per
question, side by side with Fuse.js and MiniSearch, and the time from starting the process to the
first answer.

With a data set (150 entries with 100 phrasings each, such as CLINC150) it also prints how the time
grows with the number of entries. A data set is a JSON file:
  ${DATASET_FORM}`,
  options: { start: { type: 'boolean', help: 'Measure only the time to the first answer.' } },
  takesArguments: true,
} as const;

/** Phrasings asked with typos, beside the labeled questions. */
const TYPO_COUNT = 2000;
/** Starts of a process to take the median of. */
const STARTS = 9;
const ROUNDS = 3;
/** Questions to time the other libraries with at most: plain Fuse.js takes a second for each. */
const MAX_BASELINE_QUESTIONS = 5;
/** Numbers of entries to measure growth at. */
const ENTRY_COUNTS = [100, 300, 1000];
const MAX_GROWTH_QUESTIONS = 1000;
/** How long to ask before times count. */
const WARM_UP_MS = 1500;
/** Loaded before a program: writes the CPU time of its process to its error output in the end. */
const TELL_CPU = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write(`${user + system}`); })",
)}`;

/** Asked where any question will do. */
const ANY_QUESTION = 'why did the cops call him';

await runProgram(async () => {
  const { options, rest } = readArguments(PARAMETERS);
  const [file, extra] = rest;
  if (extra !== undefined) throw usageError(PARAMETERS, 'Give only one data set.');
  if (options.start) return measureStart();
  const dataset = file === undefined ? undefined : await readDataset(file);
  const { phrasings } = await loadContent('content');
  const entries = [...phrasings].map(([id, ways]) => ({ id, phrasings: ways }));
  const prepared = await loadPrepared();

  await measureSize(prepared);
  measureSpeed(entries, prepared, await questionSets(entries));
  measureStart();
  if (dataset) measureGrowth(dataset);
  else print('', 'To measure growth, give a data set: npm run bench -- DATASET.json');
});

interface QuestionSet {
  readonly name: string;
  readonly questions: readonly string[];
}

async function questionSets(entries: readonly TrainingEntry[]): Promise<readonly QuestionSet[]> {
  const labeled = (await Promise.all(DEFAULT_QUESTIONS.map(readQuestions))).flat().filter(({ lang }) => lang === 'en');
  const phrasings = entries.flatMap((entry) => entry.phrasings);
  const random = seededRandom(1);
  const mistyped = Array.from({ length: TYPO_COUNT }, () =>
    withTypos(phrasings[Math.floor(random() * phrasings.length)] ?? '', random),
  );
  return [
    { name: 'labeled questions', questions: labeled.map(({ q }) => q) },
    { name: 'phrasings with typos', questions: mistyped },
  ];
}

async function measureSize({ matcher: data }: Prepared): Promise<void> {
  const file = await readFile(PREPARED_FILE);
  print(`Prepared file: ${megabytes(file.length)}, gzipped ${megabytes(gzipSync(file).length)}`);
  const packed = pack(data);
  const { bytes } = measureMemory(() => {
    const matcher = loadMatcher(unpack(Uint8Array.from(packed)) as MatcherData);
    matcher.match(ANY_QUESTION);
    return matcher;
  });
  print(`Memory that the matcher adds: ${megabytes(bytes)}`);
}

function measureSpeed(
  entries: readonly TrainingEntry[],
  { matcher: data }: Prepared,
  sets: readonly QuestionSet[],
): void {
  const matcher = loadMatcher(data);
  const baselines = createBaselines(entries);
  for (const { name, questions } of sets) {
    print('', `${questions.length} ${name}, in milliseconds per question after warming up:`);
    const own = timesOf(questions, (question) => matcher.match(question));
    print(speedRow('Pullquote', own));
    for (const { name: baseline, rank } of baselines) {
      const times = timesOf(sample(questions, MAX_BASELINE_QUESTIONS), rank);
      const slower = (median(times) / median(own)).toFixed(0);
      const p99Share = (quantile(own, 0.99) / median(times)).toFixed(2);
      print(`${speedRow(baseline, times)}   ${slower} times our median; our p99 is ${p99Share} of its median`);
    }
  }
}

/** Milliseconds for each question in each round, once warmed up. */
function timesOf(questions: readonly string[], ask: (question: string) => unknown): readonly number[] {
  const warmUntil = performance.now() + WARM_UP_MS;
  for (let index = 0; index < 2 || performance.now() < warmUntil; index += 1)
    ask(questions[index % questions.length] ?? '');
  return Array.from({ length: ROUNDS }, () =>
    questions.map((question) => timed(() => ask(question)).milliseconds),
  ).flat();
}

function speedRow(name: string, times: readonly number[]): string {
  const figures = `median ${median(times).toFixed(3)}   p99 ${quantile(times, 0.99).toFixed(3)}`;
  return tableRow(['', name, `${figures}   (${times.length / ROUNDS} questions, ${ROUNDS} rounds)`], 2, 32);
}

/** Times the process from its start to its end with one question answered, beside an empty one. */
function measureStart(): void {
  const program = fileURLToPath(new URL('../cli/start.js', import.meta.url));
  const empty: Start[] = [];
  const answered: Start[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    // In turn, so that whatever else the machine does meets both alike.
    empty.push(startOnce(['-e', '0'], ''));
    answered.push(startOnce([program], 'paragraph'));
  }
  print(
    '',
    `Start to first answer, medians of ${STARTS} starts:`,
    startRow('time', empty, answered, ({ milliseconds }) => milliseconds),
    startRow('CPU', empty, answered, ({ cpuMilliseconds }) => cpuMilliseconds),
  );
}

interface Start {
  readonly milliseconds: number;
  /** Of all threads, by what the process itself says when it ends. */
  readonly cpuMilliseconds: number;
}

/** @throws OperatorError if the output does not contain what is expected */
function startOnce(args: readonly string[], expected: string): Start {
  const { result, milliseconds } = timed(() =>
    spawnSync(process.execPath, ['--import', TELL_CPU, ...args], {
      input: `${ANY_QUESTION}\n`,
      encoding: 'utf8',
      env: { ...process.env, TRANSPORT: 'terminal' },
    }),
  );
  if (!result.stdout.includes(expected)) throw new OperatorError(`node ${args.join(' ')} did not answer the question.`);
  return { milliseconds, cpuMilliseconds: Number(result.stderr) / 1000 };
}

function startRow(
  name: string,
  empty: readonly Start[],
  answered: readonly Start[],
  of: (start: Start) => number,
): string {
  const [before, after] = [median(empty.map(of)), median(answered.map(of))];
  const figures = `${after.toFixed(0)} ms; an empty Node.js process ${before.toFixed(0)} ms`;
  return tableRow(['', name, `${figures}; beyond that ${(after - before).toFixed(0)} ms`], 2, 8);
}

function measureGrowth({ entries, questions }: Dataset): void {
  print('', 'Growth:');
  const asked = questions.slice(0, MAX_GROWTH_QUESTIONS).map(({ q }) => q);
  const split = splitEntries(entries, Math.ceil(Math.max(...ENTRY_COUNTS) / entries.length));
  for (const count of ENTRY_COUNTS) {
    const grown = split.slice(0, count);
    const phrasings = grown.reduce((sum, entry) => sum + entry.phrasings.length, 0);
    const { result: matcher, milliseconds } = timed(() => createMatcher(grown, { wordVectors: readEnglishVectors() }));
    const times = timesOf(asked, (question) => matcher.match(question));
    print(
      `  ${String(grown.length).padStart(5)} entries, ${String(phrasings).padStart(6)} phrasings: ` +
        `median ${median(times).toFixed(3)} ms, p99 ${quantile(times, 0.99).toFixed(3)} ms, ` +
        `${((1e6 * median(times)) / phrasings).toFixed(0)} ns per phrasing; ` +
        `trained in ${(milliseconds / 1000).toFixed(1)} s`,
    );
  }
}

/** Deals the phrasings of each entry to several new ones, and shuffles those. Seeded. */
function splitEntries(entries: Dataset['entries'], parts: number): readonly TrainingEntry[] {
  const random = seededRandom(2);
  const shuffled = <T>(items: readonly T[]): readonly T[] => {
    const order = Int32Array.from(items.keys());
    shuffle(order, random);
    return Array.from(order, (position) => items[position]!);
  };
  return shuffled(
    entries.flatMap(({ id, phrasings }) => {
      const mixed = shuffled(phrasings);
      return Array.from({ length: parts }, (_, part) => ({
        id: `${id} ${part}`,
        phrasings: mixed.filter((_, index) => index % parts === part),
      }));
    }),
  );
}

/**
 * Program: `npm run bench [-- DATASET.json]` — how fast and how large the matcher is on this FAQ, side by side with Fuse.js and MiniSearch in the
 * same run. With a data set (150 entries with 100 phrasings, as CLINC150 has) also how it grows.
 */

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readContentFiles } from '../build/content-files.ts';
import {
  createMatcher,
  loadMatcher,
  seededRandom,
  shuffle,
  type Matcher,
  type TrainingEntry,
} from '../matcher/index.ts';
import { readEnglishVectors } from '../build/word-vectors/english.ts';
import { PREPARED_FILE, readPrepared, type Prepared } from '../bot/prepared.ts';
import { OperatorError } from '../config/operator-error.ts';
import { runProgram } from '../cli/program.ts';
import { readContent } from '../content/content.ts';
import { readDataset, type Dataset } from './dataset.ts';
import { DEFAULT_QUESTIONS, readQuestions } from './labelled-questions.ts';
import { memoryOf } from './memory.ts';
import { peers } from './baselines.ts';
import { median, millisecondsOf, quantile } from './timing.ts';
import { withSlips } from './typos.ts';

/** Phrasings with slips that are asked beside the labelled questions. */
const SLIPPED = 2000;
/** Starts of a process, of which the median counts. */
const STARTS = 9;
const ROUNDS = 3;
/** Of the others at most so many questions are timed, evenly picked: plain Fuse.js takes a second for each. */
const MOST_SAMPLED = 5;
/** Sizes at which growth is measured. */
const ENTRY_COUNTS = [100, 300, 1000];
/** How long each is asked before it counts. */
const WARM_UP_MS = 1500;

await runProgram(async () => {
  const prepared = await readPrepared();
  await measureSize(prepared);
  const content = readContent(await readContentFiles('content'));
  const entries = [...content.phrasings].map(([id, phrasings]) => ({ id, phrasings }));
  measureSpeed(entries, prepared, await questionsOf(entries.flatMap(({ phrasings }) => phrasings)));
  measureStart();
  const [path] = process.argv.slice(2);
  if (path === undefined)
    print('', 'growth: give a data set with 150 entries of 100 phrasings to measure it: npm run bench -- DATASET.json');
  else measureGrowth(await readDataset(path));
});

interface Asked {
  readonly labelled: readonly string[];
  readonly slipped: readonly string[];
}

async function questionsOf(phrasings: readonly string[]): Promise<Asked> {
  const labelled = (await readQuestions(DEFAULT_QUESTIONS)).filter(({ lang }) => lang === 'en');
  const random = seededRandom(1);
  const slipped = Array.from({ length: SLIPPED }, () =>
    withSlips(phrasings[Math.floor(random() * phrasings.length)] ?? '', random),
  );
  return { labelled: labelled.map(({ q }) => q), slipped };
}

/** Heap and external memory that the matcher adds, after a collection, and the size of the file that everything is loaded from. */
async function measureSize(prepared: Prepared): Promise<void> {
  const file = await readFile(new URL(`../${PREPARED_FILE}`, import.meta.url));
  print(`prepared file: ${megabytes(file.length)}, gzipped ${megabytes(gzipSync(file).length)}`);
  const json = JSON.stringify(prepared.matcher);
  const added = memoryOf(() => {
    const matcher = loadMatcher(JSON.parse(json));
    matcher.match('how did they find him');
    return matcher;
  });
  print(`memory that the matcher adds: ${megabytes(added.bytes)}`);
}

function measureSpeed(entries: readonly TrainingEntry[], { matcher: data }: Prepared, asked: Asked): void {
  const matcher = loadMatcher(data);
  const others = peers(entries);
  for (const [name, questions] of Object.entries(asked) as [string, readonly string[]][]) {
    print('', `${questions.length} ${name} questions, warm, milliseconds a question:`);
    const own = timesOf(questions, (question) => matcher.match(question), questions.length);
    print(row('Pullquote', own, questions.length));
    for (const { name: peer, sample, rank } of others) {
      const times = timesOf(questions, rank, Math.min(sample, MOST_SAMPLED));
      print(
        `${row(peer, times, times.length / ROUNDS)}   ${(median(times) / median(own)).toFixed(0)} times our median; our p99 is ${(quantile(own, 0.99) / median(times)).toFixed(2)} of its median`,
      );
    }
  }
}

/** Each sampled question in several rounds, after one that warms up. */
function timesOf(questions: readonly string[], ask: (question: string) => unknown, sample: number): readonly number[] {
  const every = Math.max(1, Math.ceil(questions.length / sample));
  const sampled = questions.filter((_, index) => index % every === 0);
  const warmUntil = performance.now() + WARM_UP_MS;
  for (let index = 0; index < 2 || performance.now() < warmUntil; index += 1)
    ask(sampled[index % sampled.length] ?? '');
  return Array.from({ length: ROUNDS }, () => sampled.map((question) => millisecondsOf(() => ask(question)))).flat();
}

function row(name: string, times: readonly number[], count: number): string {
  return `  ${name.padEnd(32)}median ${median(times).toFixed(3)}   p99 ${quantile(times, 0.99).toFixed(3)}   (${count} questions, ${ROUNDS} rounds)`;
}

/** From starting the process to its end, with one question answered, beside a process that does nothing. */
function measureStart(): void {
  const main = fileURLToPath(new URL('../main.js', import.meta.url));
  const start = (args: readonly string[], shown: string): number =>
    median(
      Array.from({ length: STARTS }, () =>
        millisecondsOf(() => {
          const input = 'why did the cops call him\n';
          const { stdout } = spawnSync(process.execPath, args, {
            input,
            encoding: 'utf8',
            env: { ...process.env, TRANSPORT: 'terminal' },
          });
          if (!stdout.includes(shown)) throw new OperatorError(`node ${args.join(' ')} did not answer.`);
        }),
      ),
    );
  const [empty, answered] = [start(['-e', '0'], ''), start([main], 'paragraph')];
  print(
    '',
    `start to first answer: ${answered.toFixed(0)} ms; an empty Node process: ${empty.toFixed(0)} ms; beyond that ${(answered - empty).toFixed(0)} ms (medians of ${STARTS})`,
  );
}

/** Entries are made by dealing the phrasings of each entry of the data set to several, seeded, so that each has as many and the largest count is reached. */
function measureGrowth({ entries, questions }: Dataset): void {
  print('', 'growth:');
  const asked = questions.slice(0, 1000).map(({ q }) => q);
  const dealt = deal(entries, Math.ceil(Math.max(...ENTRY_COUNTS) / entries.length));
  for (const count of ENTRY_COUNTS) {
    const grown = dealt.slice(0, count);
    const phrasings = grown.reduce((sum, entry) => sum + entry.phrasings.length, 0);
    let matcher: Matcher | undefined;
    const built = millisecondsOf(() => (matcher = createMatcher(grown, { wordVectors: readEnglishVectors() })));
    const times = timesOf(asked, (question) => matcher?.match(question), asked.length);
    print(
      `  ${String(grown.length).padStart(5)} entries, ${String(phrasings).padStart(6)} phrasings: median ${median(times).toFixed(3)} ms, ` +
        `p99 ${quantile(times, 0.99).toFixed(3)} ms, ${((1e6 * median(times)) / phrasings).toFixed(0)} ns a phrasing; built in ${(built / 1000).toFixed(1)} s`,
    );
  }
}

/** Makes `parts` entries of each, in an order that mixes them. */
function deal(entries: Dataset['entries'], parts: number): readonly TrainingEntry[] {
  const random = seededRandom(2);
  const mixed = <T>(items: readonly T[]): readonly T[] => {
    const order = Int32Array.from(items.keys());
    shuffle(order, random);
    return Array.from(order, (position) => items[position]!);
  };
  return mixed(
    entries.flatMap(({ id, phrasings }) => {
      const hand = mixed(phrasings);
      return Array.from({ length: parts }, (_, part) => ({
        id: `${id} ${part}`,
        phrasings: hand.filter((_, index) => index % parts === part),
      }));
    }),
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

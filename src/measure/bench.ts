/**
 * Program: `npm run bench [-- DATASET.json]` — how fast and how large the matcher is on this FAQ, side by side with Fuse.js and MiniSearch in the
 * same run. With a data set (150 entries with 100 phrasings, as CLINC150 has) also how it grows.
 */

import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readContentFiles } from '../build/content-files.ts';
import { createMatcher, matcherFromData } from '../matching/index.ts';
import { seededRandom } from '../matching/random.ts';
import { ENGLISH } from '../matching/word-vectors/english.ts';
import { PREPARED_FILE, readPrepared, type Prepared } from '../prepared.ts';
import { runProgram } from '../program.ts';
import { readContent } from '../report/content.ts';
import type { Dataset } from './grades.ts';
import { labelledQuestion } from './judge.ts';
import { peers } from './peers.ts';
import { median, millisecondsOf, quantile } from './timing.ts';
import { withSlips } from './typos.ts';

/** Phrasings with slips that are asked beside the labelled questions. */
const SLIPPED = 2000;
/** Starts of a process, of which the median counts. */
const STARTS = 9;
const ROUNDS = 3;
/** Of the others at most so many questions are timed, evenly picked: plain Fuse.js takes a second for each. */
const MOST_SAMPLED = 5;
/** How long each is asked before it counts. */
const WARM_UP_MS = 1500;

await runProgram(async () => {
  const prepared = await readPrepared();
  await measureSize(prepared);
  const content = readContent(await readContentFiles('content'));
  const entries = [...content.phrasings].map(([id, phrasings]) => ({ id, phrasings }));
  measureSpeed({ name: 'this FAQ', entries, questions: [] }, prepared, await questionsOf(entries.flatMap(({ phrasings }) => phrasings)));
  measureStart();
  const [path] = process.argv.slice(2);
  if (path === undefined)
    print('', 'growth: give a data set with 150 entries of 100 phrasings to measure it: npm run bench -- DATASET.json');
  else measureGrowth(JSON.parse(await readFile(path, 'utf8')) as Dataset);
});

interface Asked {
  readonly labelled: readonly string[];
  readonly slipped: readonly string[];
}

async function questionsOf(phrasings: readonly string[]): Promise<Asked> {
  const lines = (await readFile('tests/data/questions.jsonl', 'utf8')).trim().split('\n');
  const labelled = lines.map((line) => labelledQuestion.parse(JSON.parse(line))).filter(({ lang }) => lang === 'en');
  const random = seededRandom(1);
  const slipped = Array.from({ length: SLIPPED }, () => withSlips(phrasings[Math.floor(random() * phrasings.length)] ?? '', random));
  return { labelled: labelled.map(({ q }) => q), slipped };
}

/** Heap and external memory that the matcher adds, after a collection, and the size of the file that everything is loaded from. */
async function measureSize(prepared: Prepared): Promise<void> {
  const file = await readFile(new URL(`../${PREPARED_FILE}`, import.meta.url));
  print(`prepared file: ${megabytes(file.length)}, gzipped ${megabytes(gzipSync(file).length)}`);
  const json = JSON.stringify(prepared.matcher);
  if (!globalThis.gc) return;
  const used = (): number => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  const matcher = matcherFromData(JSON.parse(json));
  matcher.match('how did they find him');
  print(`memory that the matcher adds: ${megabytes(used() - before)}`);
  matcher.match('still in use');
}

function measureSpeed(dataset: Dataset, { matcher: data }: Prepared, asked: Asked): void {
  const matcher = matcherFromData(data);
  const others = peers(dataset);
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
  const every = Math.max(1, Math.floor(questions.length / sample));
  const sampled = questions.filter((_, index) => index % every === 0);
  const warmUntil = performance.now() + WARM_UP_MS;
  for (let index = 0; index < 2 || performance.now() < warmUntil; index += 1) ask(sampled[index % sampled.length] ?? '');
  return Array.from({ length: ROUNDS }, () => sampled.map((question) => millisecondsOf(() => ask(question)))).flat();
}

function row(name: string, times: readonly number[], count: number): string {
  return `  ${name.padEnd(32)}median ${median(times).toFixed(3)}   p99 ${quantile(times, 0.99).toFixed(3)}   (${count} questions, ${ROUNDS} rounds)`;
}

/** From starting the process to its end, with one question answered, beside a process that does nothing. */
function measureStart(): void {
  const main = fileURLToPath(new URL('../main.js', import.meta.url));
  const start = (args: readonly string[]): number =>
    median(
      Array.from({ length: STARTS }, () =>
        millisecondsOf(() =>
          spawnSync(process.execPath, args, { input: 'why did the cops call him\n', env: { ...process.env, TRANSPORT: 'terminal' } }),
        ),
      ),
    );
  const [empty, answered] = [start(['-e', '0']), start([main])];
  print(
    '',
    `start to first answer: ${answered.toFixed(0)} ms; an empty Node process: ${empty.toFixed(0)} ms; beyond that ${(answered - empty).toFixed(0)} ms (medians of ${STARTS})`,
  );
}

/** Entries are made by dealing the phrasings of each entry of the data set to several, seeded, so that phrasings stay as many an entry as can be. */
function measureGrowth({ entries, questions }: Dataset): void {
  print('', 'growth:');
  const random = seededRandom(2);
  const asked = questions.slice(0, 1000).map(({ q }) => q);
  for (const count of [100, 300, 1000]) {
    const parts = Math.ceil(count / entries.length);
    const dealt = entries.flatMap(({ id, phrasings }) => {
      const shuffled = phrasings.map((text) => ({ text, at: random() })).sort((a, b) => a.at - b.at);
      return Array.from({ length: parts }, (_, part) => ({
        id: `${id} ${part}`,
        phrasings: shuffled.filter((_, index) => index % parts === part).map(({ text }) => text),
      }));
    });
    const grown = dealt.slice(0, count);
    let matcher: ReturnType<typeof createMatcher> | undefined;
    const built = millisecondsOf(() => (matcher = createMatcher(grown, { wordVectors: ENGLISH })));
    const times = timesOf(asked, (question) => matcher?.match(question), asked.length);
    const total = grown.reduce((sum, { phrasings }) => sum + phrasings.length, 0);
    print(
      `  ${String(count).padStart(5)} entries, ${String(total).padStart(6)} phrasings: median ${median(times).toFixed(3)} ms, p99 ${quantile(times, 0.99).toFixed(3)} ms, ` +
        `${((1e6 * median(times)) / total).toFixed(1)} ns a phrasing; built in ${(built / 1000).toFixed(1)} s`,
    );
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/**
 * Measures the matcher on data sets of the form { name, entries: [{ id, phrasings }], questions: [{ q, entry, kind? }] }, beside plain
 * Fuse.js, Fuse.js token search and MiniSearch. Usage: npm run bench:matching -- [--ablation] [--only-ours] DATASET.json…
 */
import { gzipSync } from 'node:zlib';
import {
  calibrateMatcher,
  createMatcher,
  loadMatcher,
  trainMatcher,
  type Matcher,
  type MatcherData,
} from '../matcher/index.ts';
import { readEnglishVectors } from '../build/word-vectors/english.ts';
import { OperatorError } from '../config/operator-error.ts';
import { runProgram } from '../cli/program.ts';
import { ABLATIONS, type Ablation } from './ablations.ts';
import { readDataset, type Dataset } from './dataset.ts';
import { gradesOf, type Graded } from './metrics.ts';
import { memoryOf } from './memory.ts';
import { peers } from './baselines.ts';
import { median, millisecondsOf, quantile } from './timing.ts';

const FLAGS = ['--ablation', '--only-ours'];
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

await runProgram(async () => {
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown !== undefined) throw new OperatorError(`${unknown} is none of ${FLAGS.join(', ')}.`);
  if (paths.length === 0) throw new OperatorError('Give at least one data set: npm run bench:matching -- DATASET.json');
  const datasets = await Promise.all(paths.map(readDataset));
  for (const dataset of datasets) {
    const phrasings = dataset.entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
    print(
      `\n${dataset.name}: ${dataset.entries.length} entries, ${phrasings} phrasings, ${dataset.questions.length} questions`,
    );
    if (flags.includes('--ablation')) measureAblation(dataset);
    else measure(dataset);
  }
});

function measure(dataset: Dataset): void {
  const { data, seconds } = train(dataset);
  report('Pullquote', gradesOf(dataset.questions, grader(loadMatcher(data))));
  const matcher = measureMemory(data);
  const times = dataset.questions.map(({ q }) => millisecondsOf(() => matcher.match(q)));
  print(
    `  ${'time a question'.padEnd(34)}median ${median(times).toFixed(3)} ms, p99 ${quantile(times, 0.99).toFixed(3)} ms; trained in ${seconds.toFixed(1)} s`,
  );
  if (flags.includes('--only-ours')) return;
  for (const { name, sample, rank } of peers(dataset.entries)) {
    const every = Math.max(1, Math.ceil(dataset.questions.length / sample));
    const sampled = dataset.questions.filter((_, index) => index % every === 0);
    const taken: number[] = [];
    const grades = gradesOf(sampled, (question) => {
      let ranked: ReturnType<typeof rank>;
      taken.push(millisecondsOf(() => (ranked = rank(question))));
      return { best: ranked?.id, score: ranked?.score ?? 0, refused: undefined };
    });
    report(name, grades);
    print(
      `  ${'time a question'.padEnd(34)}median ${median(taken).toFixed(3)} ms, p99 ${quantile(taken, 0.99).toFixed(3)} ms (${sampled.length} of ${dataset.questions.length} questions)`,
    );
  }
}

/** The difference to everything is what a part brings. */
function measureAblation(dataset: Dataset): void {
  const gradeWith = (options: Ablation['options']) =>
    gradesOf(
      dataset.questions,
      grader(createMatcher(dataset.entries, { wordVectors: readEnglishVectors(), ...options })),
    );
  report('everything', gradeWith({}));
  for (const { name, options } of ABLATIONS) {
    // Data sets have neither.
    if (options.lexicon === undefined && options.offTopic === undefined) report(name, gradeWith(options));
  }
}

function train({ entries }: Dataset): { readonly data: MatcherData; readonly seconds: number } {
  const start = performance.now();
  const data = calibrateMatcher(trainMatcher(entries, { wordVectors: readEnglishVectors() }), entries);
  return { data, seconds: (performance.now() - start) / 1000 };
}

function grader(matcher: Matcher): (question: string) => Graded {
  return (question) => {
    const { ranked, decision } = matcher.match(question);
    return { best: ranked[0]?.id, score: ranked[0]?.score ?? 0, refused: decision.kind === 'none' };
  };
}

/** Restores the matcher and prints what that takes. */
function measureMemory(data: MatcherData): Matcher {
  const json = JSON.stringify(data);
  let restored = 0;
  const { made, bytes } = memoryOf(() => {
    const parsed = JSON.parse(json) as MatcherData;
    let matcher: Matcher | undefined;
    restored = millisecondsOf(() => (matcher = loadMatcher(parsed)));
    matcher!.match('warm up');
    return matcher!;
  });
  print(
    `  ${'data'.padEnd(34)}${(gzipSync(json).length / 1e6).toFixed(2)} MB gzipped, restored in ${restored.toFixed(0)} ms, adds ${(bytes / 1e6).toFixed(1)} MB`,
  );
  return made;
}

function report(name: string, grades: ReturnType<typeof gradesOf>): void {
  const { accuracy, refused, rocArea, own } = grades;
  const kinds = [...refused].map(([kind, share]) => `${kind} ${percent(share)}`).join(', ');
  const scope =
    rocArea === undefined ? '' : `; out of scope refused at 2 points less: ${kinds}; ROC area ${rocArea.toFixed(3)}`;
  print(`  ${name.padEnd(34)}accuracy ${percent(accuracy)}${scope}`);
  if (own !== undefined) {
    const out = own.refused === undefined ? '' : `, out of scope refused ${percent(own.refused)}`;
    print(`  ${''.padEnd(34)}at its own threshold: right and not refused ${percent(own.accuracy)}${out}`);
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

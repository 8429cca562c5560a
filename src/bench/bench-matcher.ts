/**
 * Program: `npm run bench:matcher -- DATASET.json…` measures the matcher on public data sets, side
 * by side with Fuse.js and MiniSearch.
 */

import { gzipSync } from 'node:zlib';
import { loadMatcher, type Matcher, type MatcherData } from '../matcher/index.ts';
import { calibrateMatcher, createMatcher, trainMatcher } from '../matcher/training.ts';
import { pack, unpack } from '../build/packed.ts';
import { readEnglishVectors } from '../build/word-vectors/english.ts';
import { readArguments, usageError } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import { createBaselines, type Baseline } from './baselines.ts';
import { DATASET_FORM, readDataset, type Dataset } from './dataset.ts';
import { measureMemory } from './memory.ts';
import { MAX_LOSS, metricsOf, type Metrics, type Prediction } from './metrics.ts';
import { meanMetrics, openMetrics } from './open-set.ts';
import { megabytes, percent, print, tableRow } from './print.ts';
import { sample } from './sample.ts';
import { median, quantile, timed } from './timing.ts';

const PARAMETERS = {
  usage: ['npm run bench:matcher -- [--only-ours] DATASET.json…'],
  summary: `Trains the matcher on each data set and prints its accuracy, how many off-topic questions it refuses,
and its speed, side by side with Fuse.js and MiniSearch.

A data set is a JSON file:
  ${DATASET_FORM}
The entry of an off-topic question, which no entry answers, is null; its kind is optional. With
known, only these entries are learned, and questions for the others are to be refused.`,
  options: {
    'only-ours': { type: 'boolean', help: 'Leave out Fuse.js and MiniSearch.' },
  },
  takesArguments: true,
} as const;

await runProgram(async () => {
  const { options, rest: files } = readArguments(PARAMETERS);
  if (files.length === 0) throw usageError(PARAMETERS, 'Give at least one data set.');
  for (const dataset of await Promise.all(files.map(readDataset))) {
    const { name, entries, questions } = dataset;
    const phrasings = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
    print('', `${name}: ${entries.length} entries, ${phrasings} phrasings, ${questions.length} questions`);
    if (dataset.known !== undefined) {
      measureOpenSet(dataset, dataset.known);
    } else {
      measureMatcher(dataset);
      if (!options['only-ours']) createBaselines(entries).forEach((baseline) => measureBaseline(baseline, dataset));
    }
  }
});

function measureMatcher(dataset: Dataset): void {
  const { result: data, milliseconds } = timed(() => train(dataset));
  printMetrics('Pullquote', metricsOf(dataset.questions, predictWith(loadMatcher(data))));
  const matcher = measureLoading(data);
  const times = dataset.questions.map(({ q }) => timed(() => matcher.match(q)).milliseconds);
  printRow('time per question', `${describeTimes(times)}; trained in ${(milliseconds / 1000).toFixed(1)} s`);
}

/** How well it refuses intents that it does not know, without examples of anything else. */
function measureOpenSet({ entries, questions }: Dataset, byShare: NonNullable<Dataset['known']>): void {
  for (const [share, lists] of Object.entries(byShare)) {
    const metrics = lists.map((known) => {
      const learned = entries.filter(({ id }) => known.includes(id));
      const matcher = createMatcher(learned, { wordVectors: readEnglishVectors() });
      return openMetrics(
        known,
        questions.map(({ q, entry }) => {
          const { ranked, decision } = matcher.match(q);
          return {
            meant: entry !== null && known.includes(entry) ? entry : null,
            answered: decision.kind === 'match' ? decision.id : null,
            score: ranked[0]?.score ?? 0,
          };
        }),
      );
    });
    const { knownF1, openF1, accuracy, rocArea } = meanMetrics(metrics);
    printRow(
      `${percent(Number(share))} of the entries known`,
      `known F1 ${percent(knownF1)}, open F1 ${percent(openF1)}, accuracy ${percent(accuracy)}, ` +
        `ROC area ${rocArea.toFixed(3)} (mean of ${lists.length})`,
    );
  }
}

function measureBaseline({ name, maxQuestions, rank }: Baseline, { questions }: Dataset): void {
  const asked = sample(questions, maxQuestions);
  const times: number[] = [];
  const metrics = metricsOf(asked, (question) => {
    const { result, milliseconds } = timed(() => rank(question));
    times.push(milliseconds);
    return { entry: result?.id, score: result?.score ?? 0, isRefused: undefined };
  });
  printMetrics(name, metrics);
  printRow('time per question', `${describeTimes(times)} (${asked.length} of ${questions.length} questions)`);
}

function train({ entries }: Dataset): MatcherData {
  return calibrateMatcher(trainMatcher(entries, { wordVectors: readEnglishVectors() }), entries);
}

function predictWith(matcher: Matcher): (question: string) => Prediction {
  return (question) => {
    const { ranked, decision } = matcher.match(question);
    return { entry: ranked[0]?.id, score: ranked[0]?.score ?? 0, isRefused: decision.kind === 'none' };
  };
}

/** Loads the matcher and prints what that takes. */
function measureLoading(data: MatcherData): Matcher {
  const packed = pack(data);
  let milliseconds = 0;
  const { result, bytes } = measureMemory(() => {
    const unpacked = unpack(Uint8Array.from(packed)) as MatcherData;
    const loaded = timed(() => loadMatcher(unpacked));
    milliseconds = loaded.milliseconds;
    loaded.result.match('warm up');
    return loaded.result;
  });
  printRow(
    'size',
    `${megabytes(gzipSync(packed).length)} gzipped, loads in ${milliseconds.toFixed(0)} ms, takes ${megabytes(bytes)} of memory`,
  );
  return result;
}

function printMetrics(name: string, { accuracy, refused, rocArea, own }: Metrics): void {
  const byKind = [...refused].map(([kind, share]) => `${kind} ${percent(share)}`).join(', ');
  const offTopic =
    rocArea === undefined
      ? ''
      : `; off-topic refused for ${100 * MAX_LOSS} points of accuracy: ${byKind}; ROC area ${rocArea.toFixed(3)}`;
  printRow(name, `accuracy ${percent(accuracy)}${offTopic}`);
  if (own === undefined) return;
  const ownOffTopic = own.refused === undefined ? '' : `, off-topic refused ${percent(own.refused)}`;
  printRow('', `at its own threshold: right and not refused ${percent(own.accuracy)}${ownOffTopic}`);
}

function describeTimes(times: readonly number[]): string {
  return `median ${median(times).toFixed(3)} ms, p99 ${quantile(times, 0.99).toFixed(3)} ms`;
}

function printRow(name: string, text: string): void {
  print(tableRow(['', name, text], 2, 34));
}

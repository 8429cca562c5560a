/** Program: `npm run ablation [-- FILE.json…]` shows what each part of the matcher contributes. */

import { createBot } from '../bot/bot.ts';
import type { Prepared } from '../bot/prepared.ts';
import { loadContent } from '../build/content-files.ts';
import { matcherEntries, matcherOptions } from '../build/model.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { trainInParallel } from '../build/train-in-parallel.ts';
import { readEnglishVectors } from '../build/word-vectors/english.ts';
import { readArguments } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import type { Content } from '../content/content.ts';
import { loadMatcher, type Matcher, type MatcherEntry } from '../matcher/index.ts';
import { calibrateMatcher, planTraining } from '../matcher/training.ts';
import { scoreDataset, scoreQuestions } from './ablation-sets.ts';
import { ABLATIONS, isUsedAfterTraining, isWithoutUse, type Ablation } from './ablations.ts';
import { DATASET_FORM, readDataset, type Dataset } from './dataset.ts';
import { askBot, evaluate, type Ask } from './evaluation.ts';
import { figuresOf, type Figure } from './figures.ts';
import { DEFAULT_QUESTIONS, readQuestions, refuseKnownQuestions, type LabeledQuestion } from './labeled-questions.ts';
import { pairedDifference, type Difference, type Scores } from './paired.ts';
import { percent, print, tableRow } from './print.ts';
import { QUARTERS, thinContent } from './thin-content.ts';

const PARAMETERS = {
  usage: ['npm run ablation [-- DATASET.json…]', 'npm run ablation -- --curve'],
  summary: `Trains the matcher once without each of its parts and prints what that costs, in points with the
paired 95% interval, on the English questions of
${DEFAULT_QUESTIONS.join(', ')}:
answerable ones right, the same with typos,
not stated ones without a quotation that is not hedged, and off-topic ones refused. Each data set adds
its accuracy; parts that data sets have no use for are not measured there. Each training takes up
to a minute.

A data set is a JSON file:
  ${DATASET_FORM}`,
  options: {
    curve: { type: 'boolean', help: 'Train on a quarter, a half, and three quarters of what people wrote instead.' },
  },
  takesArguments: true,
} as const;

const NAME_WIDTH = 28;
const CELL_WIDTH = 23;

await runProgram(async () => {
  const { options, rest } = readArguments(PARAMETERS);
  const content = await loadContent('content');
  const questions = (await Promise.all(DEFAULT_QUESTIONS.map((file) => readEnglish(file, content)))).flat();
  const prepared = await loadPrepared();
  if (options.curve) {
    await printCurve(content, questions, prepared);
  } else {
    const datasets = await Promise.all(rest.map(readDataset));
    await printAblation(content, questions, prepared, datasets);
  }
});

async function readEnglish(file: string, content: Content): Promise<readonly LabeledQuestion[]> {
  const questions = await readQuestions(file);
  refuseKnownQuestions(questions, content);
  return questions.filter(({ lang }) => lang === 'en');
}

/** After each row of differences, the figures. */
async function printAblation(
  content: Content,
  questions: readonly LabeledQuestion[],
  prepared: Prepared,
  datasets: readonly Dataset[],
): Promise<void> {
  const trainFaq = createTrainer(matcherEntries(content), matcherOptions(content));
  const trainers = datasets.map((dataset) => ({
    dataset,
    train: createTrainer(dataset.entries, { wordVectors: readEnglishVectors() }),
  }));

  async function measure(options: Ablation['options']): Promise<{ ask: Ask; sets: ReadonlyMap<string, Scores> }> {
    const ask = askWith(prepared, await trainFaq(options));
    const sets = new Map(scoreQuestions(questions, ask));
    if (isWithoutUse(options)) return { ask, sets };
    for (const { dataset, train } of trainers) sets.set(dataset.name, scoreDataset(dataset, await train(options)));
    return { ask, sets };
  }

  const whole = await measure({});
  printRow('What is lost, in points', [...whole.sets.keys(), 'average']);
  printRow('(all of it)', [...whole.sets.values()].map(meanCell));
  print(...figureLines(questions, whole.ask));
  for (const { name, options } of ABLATIONS) {
    const { ask, sets } = await measure(options);
    const pairs = [...whole.sets].map(([set, scores]) => pairsOf(scores, sets.get(set)));
    printRow(
      name,
      [...pairs, pairs.flat()].map((pair) => differenceCell(pairedDifference(pair))),
    );
    print(...figureLines(questions, ask));
  }
}

async function printCurve(content: Content, questions: readonly LabeledQuestion[], prepared: Prepared): Promise<void> {
  for (const quarters of QUARTERS) {
    const kept = thinContent(content, quarters);
    const matcher = await createTrainer(matcherEntries(kept), matcherOptions(kept))({});
    const [phrasings, nearMisses] = [kept.phrasings, kept.nearMisses].map((lists) => [...lists.values()].flat().length);
    print(`${percent(quarters / 4)}: ${phrasings} phrasings, ${nearMisses} near misses`);
    print(...figureLines(questions, askWith(prepared, matcher)));
  }
}

type Trainer = (options: Ablation['options']) => Promise<Matcher>;

/**
 * Trains with all options and, anew, with some changed; a change after training keeps the model.
 */
function createTrainer(entries: readonly MatcherEntry[], all: Ablation['options']): Trainer {
  const train = (options: Ablation['options']) =>
    trainInParallel(planTraining(entries, options), () => undefined).model;
  let whole: ReturnType<typeof train> | undefined;
  return async (changed) => {
    const options = { ...all, ...changed };
    const model = await (isUsedAfterTraining(changed) ? (whole ??= train(all)) : train(options));
    return loadMatcher(calibrateMatcher(model, entries, options), options);
  };
}

function askWith(prepared: Prepared, matcher: Matcher): Ask {
  return askBot(createBot(prepared, undefined, matcher));
}

function pairsOf(first: Scores, second: Scores | undefined): readonly (readonly [Scores, Scores])[] {
  return second === undefined ? [] : [[first, second]];
}

function meanCell(scores: Scores): string {
  const sum = [...scores.values()].reduce((total, score) => total + score, 0);
  return `${percent(sum / scores.size)} of ${scores.size}`;
}

/** The difference and the ends of its interval, in points: `1.2 (0.3 to 2.1)`. */
function differenceCell(difference: Difference | undefined): string {
  if (difference === undefined) return '–';
  const { mean, reach } = difference;
  const [middle, low, high] = [mean, mean - reach, mean + reach].map((share) => (100 * share).toFixed(1));
  return `${middle} (${low} to ${high})`;
}

function figureLines(questions: readonly LabeledQuestion[], ask: Ask): readonly string[] {
  return figuresOf(evaluate(questions, ask)).map(
    ({ name, count, total }: Figure) => `    ${percent(count / Math.max(1, total))} of ${total}  ${name}`,
  );
}

function printRow(name: string, cells: readonly string[]): void {
  print(tableRow([name, ...cells], NAME_WIDTH, CELL_WIDTH));
}

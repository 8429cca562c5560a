/** Program: `npm run judge` prints answers for judges, and counts what the judges say of them. */

import { createBot } from '../bot/bot.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { readArguments, usageError } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import { seededRandom } from '../matcher/training.ts';
import { judgingReport } from './judge-count.ts';
import { readForm } from './judge-form.ts';
import { blankForm, transcripts } from './judge-transcript.ts';
import { DEFAULT_QUESTIONS, readQuestions } from './labeled-questions.ts';
import { print } from './print.ts';
import { randomSample } from './sample.ts';

const DEFAULT_SAMPLE = 120;
const DEFAULT_SEED = 1;

const PARAMETERS = {
  usage: [
    'npm run -s judge -- [--sample N] [--seed N] [--form] [FILE.jsonl…]',
    'npm run -s judge -- --count FORM1 FORM2 FORM3',
  ],
  summary: `Prints the bot's answers to English questions as readers see them, numbered, and a blank form to judge
them by, one line of JSON for each. With --count, it reads forms that judges have filled in, each on their
own, and prints what the majority finds, with 95% confidence intervals, and how far the judges agree.
Without a file, it asks questions of
${DEFAULT_QUESTIONS.join(', ')}.`,
  options: {
    sample: { type: 'string', help: `How many questions to ask. Defaults to ${DEFAULT_SAMPLE}.` },
    seed: { type: 'string', help: `Which sample: the same seed, the same questions. Defaults to ${DEFAULT_SEED}.` },
    form: { type: 'boolean', help: 'Print nothing but the blank form.' },
    count: { type: 'boolean', help: 'Count forms that are filled in.' },
  },
  takesArguments: true,
} as const;

await runProgram(async () => {
  const { options, rest } = readArguments(PARAMETERS);
  if (options.count) {
    if (rest.length < 2) throw usageError(PARAMETERS, '--count takes the forms of two judges or more.');
    print(...judgingReport(await Promise.all(rest.map(readForm))));
    return;
  }
  const size = wholeNumber('sample', options.sample) ?? DEFAULT_SAMPLE;
  const seed = wholeNumber('seed', options.seed) ?? DEFAULT_SEED;
  const files = rest.length === 0 ? DEFAULT_QUESTIONS : rest;
  const questions = (await Promise.all(files.map(readQuestions))).flat().filter(({ lang }) => lang === 'en');
  const asked = randomSample(questions, size, seededRandom(seed)).map(({ q }) => q);
  if (options.form) print(...blankForm(asked.length));
  else print(...transcripts(asked, createBot(await loadPrepared())));
});

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw usageError(PARAMETERS, `--${name} must be a whole number from 1 on.`);
  return Number(text);
}

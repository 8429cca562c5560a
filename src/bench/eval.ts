/** Program: `npm run eval [-- FILE.jsonl]` measures how well labelled questions are answered. */

import { createBot } from '../bot/bot.ts';
import { loadContent } from '../build/content-files.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { readArguments, usageError } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import { evalReport } from './eval-report.ts';
import { askBot, evaluate, shareRight } from './evaluation.ts';
import { DEFAULT_QUESTIONS, readQuestions, refuseKnownQuestions } from './labelled-questions.ts';
import { print } from './print.ts';

const PARAMETERS = {
  usage: ['npm run eval [-- FILE.jsonl]'],
  summary: `Asks the bot labelled questions and prints how many it answers right, by language and kind of
question, then every question that it does not. Without a file it asks
${DEFAULT_QUESTIONS}.

Each line of the file is a JSON object:
  id, lang, q  the question (q) with a name and its language
  kind         answerable, not_stated, or off_topic
  gold         the paragraphs that answer it, best first; empty unless answerable

Fails if a question also appears in content/, since it would measure nothing.`,
  takesArguments: true,
} as const;

await runProgram(async () => {
  const [file = DEFAULT_QUESTIONS, extra] = readArguments(PARAMETERS).rest;
  if (extra !== undefined) throw usageError(PARAMETERS, 'Give only one file.');
  const questions = await readQuestions(file);
  refuseKnownQuestions(questions, await loadContent('content'));

  const ask = askBot(createBot(await loadPrepared()));
  print(`${questions.length} questions from ${file}`);
  print(...evalReport(evaluate(questions, ask), shareRight(questions, ask)));
});

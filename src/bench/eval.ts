/** Program: `npm run eval [-- FILE.jsonl…]` measures how well labeled questions are answered. */

import { createBot } from '../bot/bot.ts';
import { loadContent } from '../build/content-files.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { readArguments } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import { evalReport } from './eval-report.ts';
import { askBot, evaluate, shareRight } from './evaluation.ts';
import { DEFAULT_QUESTIONS, NEAR_KINDS, readQuestions, refuseKnownQuestions } from './labeled-questions.ts';
import { print } from './print.ts';

const PARAMETERS = {
  usage: ['npm run eval [-- FILE.jsonl…]'],
  summary: `Asks the bot labeled questions and prints, for each file, how many it answers right by language and
kind of question, what becomes of near misses, and every question that it does not answer right. All
shares have their 95% confidence interval. Without a file it asks
${DEFAULT_QUESTIONS.join(', ')}.

Each line of a file is a JSON object:
  id, lang, q  the question (q) with a name and its language
  kind         answerable, not_stated, or off_topic
  gold         the paragraphs that answer it, best first; empty unless answerable
  near         only for a near miss, a not_stated question that sounds as if the report answered it;
               one of ${NEAR_KINDS.slice(0, 6).join(', ')},
               ${NEAR_KINDS.slice(6).join(', ')}

Fails if a question also appears in content/, since it would measure nothing.`,
  takesArguments: true,
} as const;

await runProgram(async () => {
  const { rest } = readArguments(PARAMETERS);
  const files = rest.length === 0 ? DEFAULT_QUESTIONS : rest;
  const sets = await Promise.all(files.map(async (file) => ({ file, questions: await readQuestions(file) })));
  refuseKnownQuestions(
    sets.flatMap(({ questions }) => questions),
    await loadContent('content'),
  );

  const ask = askBot(createBot(await loadPrepared()));
  sets.forEach(({ file, questions }, index) => {
    if (index > 0) print('');
    print(`${questions.length} questions from ${file}`);
    print(...evalReport(evaluate(questions, ask), shareRight(questions, ask)));
  });
});

/** Program: `npm run ablation [-- FILE.jsonl…]` shows what each part of the matcher contributes. */

import { createAnswerer } from '../answers/answerer.ts';
import { createConversation } from '../answers/conversation.ts';
import { createBot, type Bot } from '../bot/bot.ts';
import { loadContent } from '../build/content-files.ts';
import { matcherEntries, matcherOptions } from '../build/model.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { readArguments } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import type { Content } from '../content/content.ts';
import { createMatcher } from '../matcher/index.ts';
import { ABLATIONS } from './ablations.ts';
import { askBot, countVerdicts, evaluate, shareRight } from './evaluation.ts';
import {
  DEFAULT_QUESTIONS,
  QUESTION_KINDS,
  readQuestions,
  refuseKnownQuestions,
  type LabeledQuestion,
} from './labeled-questions.ts';
import { percent, print, tableRow } from './print.ts';
import { VERDICTS } from './verdict.ts';

const PARAMETERS = {
  usage: ['npm run ablation [-- FILE.jsonl…]'],
  summary: `Trains the matcher on content/ once without each of its parts and asks it the English questions of
each file, to show what that part contributes. Each training takes a minute or two. Without a file it asks
${DEFAULT_QUESTIONS.join(' and ')}. For the form of a file see: npm run eval -- --help`,
  takesArguments: true,
} as const;

const NAME_WIDTH = 26;
const CELL_WIDTH = 14;

await runProgram(async () => {
  const { rest } = readArguments(PARAMETERS);
  const content = await loadContent('content');
  const files = rest.length === 0 ? DEFAULT_QUESTIONS : rest;
  const sets = await Promise.all(files.map(async (file) => ({ file, questions: await readEnglish(file, content) })));
  const whole = createBot(await loadPrepared());
  const conversation = createConversation(whole.translators.all);

  print(`Questions by kind, counted as ${VERDICTS.join('/')}:`);
  print(row('', [...QUESTION_KINDS, 'wrong', 'with typos', 'questions']));
  const measureAll = (name: string, bot: Bot): void => {
    for (const { file, questions } of sets) print(row(name, [...measure(questions, bot), file]));
  };
  measureAll('everything', whole);
  for (const { name, options } of ABLATIONS) {
    const matcher = createMatcher(matcherEntries(content), { ...matcherOptions(content), ...options });
    measureAll(name, {
      ...whole,
      answerer: createAnswerer(whole.faq, matcher, conversation),
    });
  }
});

async function readEnglish(file: string, content: Content): Promise<readonly LabeledQuestion[]> {
  const questions = await readQuestions(file);
  refuseKnownQuestions(questions, content);
  return questions.filter(({ lang }) => lang === 'en');
}

/** The verdicts by kind of question, how many are wrong in all, and the share right with typos. */
function measure(questions: readonly LabeledQuestion[], bot: Bot): readonly string[] {
  const ask = askBot(bot);
  const evaluated = evaluate(questions, ask);
  const byKind = QUESTION_KINDS.map((kind) => {
    const counts = countVerdicts(evaluated.filter(({ question }) => question.kind === kind));
    return VERDICTS.map((verdict) => counts[verdict]).join('/');
  });
  return [...byKind, String(countVerdicts(evaluated).wrong), percent(shareRight(questions, ask).withTypos)];
}

function row(name: string, cells: readonly string[]): string {
  return tableRow([name, ...cells], NAME_WIDTH, CELL_WIDTH);
}

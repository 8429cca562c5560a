/**
 * Program: `npm run -s ask -- "question"` prints an answer, with `--explain` why it is that one; with `--json` questions come in by lines and
 * answers go out as lines of JSON.
 */

import { createInterface } from 'node:readline';
import { answerToJson } from '../answers/answer-json.ts';
import { createBot, type Bot } from '../bot/bot.ts';
import { readPrepared } from '../bot/prepared.ts';
import { processStreams } from './process-streams.ts';
import { OperatorError } from '../config/operator-error.ts';
import { runProgram } from './program.ts';

const USAGE =
  'Usage: npm run -s ask -- "question"   or   npm run -s ask -- --explain "question"   or   npm run -s ask -- --json < questions.txt';

await runProgram(async () => {
  const [first, ...rest] = process.argv.slice(2);
  if (first === undefined || (first === '--explain' && rest.length === 0)) throw new OperatorError(USAGE);
  const streams = processStreams(false);
  const bot = createBot(await readPrepared());
  if (first === '--json') return answerLines(bot);
  if (first === '--explain') {
    const { showExplanation } = await import('../transports/terminal/explanation-layout.ts');
    process.stdout.write(`${showExplanation(bot.answerer.explain(rest.join(' ')))}\n`);
    return;
  }
  const { showAnswer } = await import('../transports/terminal/answer-layout.ts');
  const answer = bot.answerer.ask([first, ...rest].join(' '));
  process.stdout.write(`${showAnswer(answer, bot, bot.translators.default, streams.layout()).text}\n`);
});

/** One answer a line, in the order of the questions. */
async function answerLines({ report, answerer, translators }: Bot): Promise<void> {
  const translator = translators.default;
  for await (const question of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    process.stdout.write(`${JSON.stringify(answerToJson(question, answerer.ask(question), report, translator))}\n`);
  }
}

/** Program: answers one question for a person, or each line of standard input as JSON. */

import { answerToJson } from '../answers/answer-json.ts';
import { createBot, type Bot } from '../bot/bot.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { readArguments, usageError } from './arguments.ts';
import { linesOf } from './lines.ts';
import { processStreams } from './process-streams.ts';
import { runProgram } from './program.ts';

const PARAMETERS = {
  usage: ['npm run -s ask -- "QUESTION"', 'npm run -s ask -- --explain "QUESTION"', 'npm run -s ask -- --json < FILE'],
  summary: 'Answers a question about the report.',
  options: {
    explain: { type: 'boolean', help: 'Show why this is the answer.' },
    json: {
      type: 'boolean',
      help: 'Read questions from standard input, one a line; print each answer as a line of JSON.',
    },
  },
  takesArguments: true,
} as const;

await runProgram(async () => {
  const { options, rest: words } = readArguments(PARAMETERS);
  if (options.json && (options.explain || words.length > 0))
    throw usageError(PARAMETERS, '--json reads questions from standard input and takes nothing else.');
  if (!options.json && words.length === 0) throw usageError(PARAMETERS, 'There is no question to answer.');
  const question = words.join(' ');
  const streams = processStreams(false);
  const bot = createBot(await loadPrepared());
  if (options.json) {
    await answerLines(bot);
  } else if (options.explain) {
    const { showExplanation } = await import('../transports/terminal/explanation-layout.ts');
    process.stdout.write(`${showExplanation(bot.answerer.explain(question))}\n`);
  } else {
    const { showAnswer } = await import('../transports/terminal/answer-layout.ts');
    const shown = showAnswer(bot.answerer.ask(question), bot, bot.translators.default, streams.layout());
    process.stdout.write(`${shown.text}\n`);
  }
});

/** One answer a line, in the order of the questions. */
async function answerLines(bot: Bot): Promise<void> {
  const translator = bot.translators.default;
  for await (const question of linesOf(process.stdin)) {
    const answer = answerToJson(question, bot.answerer.ask(question), bot, translator);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

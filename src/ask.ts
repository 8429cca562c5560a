/**
 * Program: `npm run -s ask -- "question"` prints an answer, with `--explain` why it is that one; with `--json` questions come in by lines and
 * answers go out as lines of JSON.
 */

import { createInterface } from 'node:readline';
import { answerToJson } from './answers/answer-json.ts';
import { readPrepared, restore, type Restored } from './prepared.ts';
import { processStreams } from './process-streams.ts';
import { OperatorError, runProgram } from './program.ts';

const USAGE =
  'Usage: npm run -s ask -- "question"   or   npm run -s ask -- --explain "question"   or   npm run -s ask -- --json < questions.txt';

await runProgram(async () => {
  const [first, ...rest] = process.argv.slice(2);
  if (first === undefined || (first === '--explain' && rest.length === 0)) throw new OperatorError(USAGE);
  const streams = processStreams(false);
  const restored = restore(await readPrepared());
  if (first === '--json') return answerLines(restored);
  if (first === '--explain') {
    const { showExplanation } = await import('./transports/explain-layout.ts');
    process.stdout.write(`${showExplanation(restored.answers.explain(rest.join(' ')))}\n`);
    return;
  }
  const { showAnswer } = await import('./transports/terminal-layout.ts');
  const { answers, published, wordings } = restored;
  const answer = answers.ask([first, ...rest].join(' '));
  process.stdout.write(`${showAnswer(answer, published, wordings.in(undefined), streams.layout()).text}\n`);
});

/** One answer a line, in the order of the questions. */
async function answerLines({ answers, published, wordings }: Restored): Promise<void> {
  const wording = wordings.in(undefined);
  for await (const question of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    process.stdout.write(`${JSON.stringify(answerToJson(question, answers.ask(question), published.report, wording))}\n`);
  }
}

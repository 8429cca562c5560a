/**
 * Program: `npm run ablation [-- FILE.jsonl…]` — what each step of the matcher brings on this FAQ: the matcher is trained once without each (two minutes
 * every time) and asked the English ones of the labelled questions.
 */

import { loadContent } from '../build/content-files.ts';
import { trainMatcher } from '../build/make-prepared.ts';
import { STEPS } from '../matcher/index.ts';
import { createBot, type Bot } from '../bot/bot.ts';
import { readPrepared } from '../bot/prepared.ts';
import { runProgram } from '../cli/program.ts';
import type { Content } from '../content/content.ts';
import { VERDICTS, type LabelledQuestion, type Verdict } from './verdict.ts';
import { ask, DEFAULT_QUESTIONS, readQuestions, refuseKnownQuestions, rightWithSlips } from './labelled-questions.ts';

const KINDS = ['answerable', 'not_stated', 'off_topic'] as const;

await runProgram(async () => {
  const content = await loadContent('content');
  const sets = await Promise.all(
    filesGiven().map(async (file) => ({ file, questions: await readEnglish(file, content) })),
  );
  const prepared = await readPrepared();

  print(`for each kind: ${VERDICTS.join('/')}`);
  const measureAll = (name: string, bot: Bot): void => {
    for (const { file, questions } of sets) print(row(name, [...measure(questions, bot), file]));
  };
  print(row('', [...KINDS, 'wrong', 'with slips', 'questions']));
  measureAll('everything', createBot(prepared));
  for (const step of STEPS)
    measureAll(`without ${step}`, createBot({ ...prepared, matcher: trainMatcher(content, [step]).toData() }));
});

function filesGiven(): readonly string[] {
  const given = process.argv.slice(2);
  return given.length === 0 ? [DEFAULT_QUESTIONS] : given;
}

async function readEnglish(file: string, content: Content): Promise<readonly LabelledQuestion[]> {
  const questions = await readQuestions(file);
  refuseKnownQuestions(questions, content);
  return questions.filter(({ lang }) => lang === 'en');
}

/** Counts of the verdicts by kind, of those that are wrong, and the share of answerable questions that are answered rightly with slips in them. */
function measure(questions: readonly LabelledQuestion[], bot: Bot): readonly string[] {
  const verdicts = questions.map((question) => ({
    kind: question.kind,
    verdict: ask(question, question.q, bot).verdict,
  }));
  const count = (verdict: Verdict, kind?: LabelledQuestion['kind']): number =>
    verdicts.filter((one) => one.verdict === verdict && (kind === undefined || one.kind === kind)).length;
  return [
    ...KINDS.map((kind) => VERDICTS.map((verdict) => count(verdict, kind)).join('/')),
    String(count('wrong')),
    `${(100 * rightWithSlips(questions, bot).slipped).toFixed(1)} %`,
  ];
}

function row(name: string, cells: readonly string[]): string {
  return [name.padEnd(26), ...cells.map((cell) => cell.padEnd(14))].join('').trimEnd();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

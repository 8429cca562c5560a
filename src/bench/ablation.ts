/**
 * Program: `npm run ablation [-- FILE.jsonl…]` measures what each part of the matcher brings on
 * this FAQ: it asks the English labelled questions of matchers without one part each. Most of
 * them have to be trained, which takes two minutes.
 */

import { readContentFiles } from '../build/content-files.ts';
import { matcherEntries, matcherOptions } from '../build/make-prepared.ts';
import { createBot, type Bot } from '../bot/bot.ts';
import { createMatcher } from '../matcher/index.ts';
import { readPrepared } from '../bot/prepared.ts';
import { createAnswerer } from '../answers/answerer.ts';
import { runProgram } from '../cli/program.ts';
import { readContent, type Content } from '../content/content.ts';
import { ABLATIONS } from './ablations.ts';
import { VERDICTS, type LabelledQuestion, type Verdict } from './verdict.ts';
import { ask, DEFAULT_QUESTIONS, readQuestions, refuseKnownQuestions, rightWithSlips } from './labelled-questions.ts';

const KINDS = ['answerable', 'not_stated', 'off_topic'] as const;

await runProgram(async () => {
  const content = readContent(await readContentFiles('content'));
  const sets = await Promise.all(
    filesGiven().map(async (file) => ({ file, questions: await readEnglish(file, content) })),
  );
  const prepared = await readPrepared();

  print(`for each kind: ${VERDICTS.join('/')}`);
  const measureAll = (name: string, bot: Bot): void => {
    for (const { file, questions } of sets) print(row(name, [...measure(questions, bot), file]));
  };
  print(row('', [...KINDS, 'wrong', 'with slips', 'questions']));
  const whole = createBot(prepared);
  measureAll('everything', whole);
  const entries = matcherEntries(content);
  for (const { name, options } of ABLATIONS) {
    const matcher = createMatcher(entries, { ...matcherOptions(content), ...options });
    measureAll(name, { ...whole, answerer: createAnswerer(whole.faq, matcher) });
  }
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

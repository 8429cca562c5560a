/** Program: `npm run eval [-- FILE.jsonl]` — labelled questions of strangers, and how many the bot answers rightly. */

import { loadContent } from '../build/content-files.ts';
import { createBot } from '../bot/bot.ts';
import { readPrepared } from '../bot/prepared.ts';
import { runProgram } from '../cli/program.ts';
import { VERDICTS } from './verdict.ts';
import {
  ask,
  DEFAULT_QUESTIONS,
  readQuestions,
  refuseKnownQuestions,
  rightWithSlips,
  TYPO_SEEDS,
  type Judged,
} from './labelled-questions.ts';

await runProgram(async () => {
  const file = process.argv[2] ?? DEFAULT_QUESTIONS;
  const questions = await readQuestions(file);
  refuseKnownQuestions(questions, await loadContent('content'));

  const bot = createBot(await readPrepared());
  const judged = questions.map((question) => ask(question, question.q, bot));
  const { asTyped, slipped } = rightWithSlips(questions, bot);
  print(
    `${judged.length} questions of ${file}`,
    ...table(judged),
    '',
    ...quotingHabits(judged),
    `answerable in English, right: ${percent(asTyped)} as typed, ${percent(slipped)} with one or two slips (mean over ${TYPO_SEEDS} seeds)`,
    '',
    ...misses(judged),
  );
});

/** Counts and shares, by language and kind, and over all kinds of a language. */
function table(judged: readonly Judged[]): readonly string[] {
  const languages = [...new Set(judged.map(({ question }) => question.lang))];
  const kinds = ['answerable', 'not_stated', 'off_topic'] as const;
  const rows = languages.flatMap((language) => {
    const spoken = judged.filter(({ question }) => question.lang === language);
    return [
      ...kinds.map((kind) =>
        row(
          language,
          kind,
          spoken.filter(({ question }) => question.kind === kind),
        ),
      ),
      row(language, 'all', spoken),
    ];
  });
  return [['', '', 'questions', ...VERDICTS].map((heading) => heading.padEnd(14)).join(''), ...rows];
}

function row(language: string, kind: string, judged: readonly Judged[]): string {
  const cells = VERDICTS.map((verdict) => {
    const count = judged.filter((one) => one.verdict === verdict).length;
    return judged.length === 0 ? '–' : `${count} (${percent(count / judged.length)})`;
  });
  return [language, kind, String(judged.length), ...cells].map((cell) => cell.padEnd(14)).join('');
}

/** Quoting more is no way to be right: how many passages an answer has, and how often the first is an accepted one. */
function quotingHabits(judged: readonly Judged[]): readonly string[] {
  const quoted = judged.filter(({ answer }) => answer.kind === 'quoted');
  const passages = quoted.reduce((sum, { answer }) => sum + answer.passages.length, 0);
  const answerable = quoted.filter(({ question }) => question.kind === 'answerable');
  const firstGold = answerable.filter(({ question, answer }) =>
    question.gold.includes(answer.passages[0]?.paragraph ?? -1),
  );
  return [
    `passages an answer quotes: ${(passages / Math.max(1, quoted.length)).toFixed(2)} on average`,
    `first quoted passage is an accepted one: ${firstGold.length} of ${answerable.length} quoted answers to answerable questions`,
  ];
}

function misses(judged: readonly Judged[]): readonly string[] {
  const missed = judged.filter(({ verdict }) => verdict !== 'right');
  return missed.map(({ question, answer, verdict }) => {
    const expected = question.kind === 'answerable' ? `answerable ${question.gold.join(',')}` : question.kind;
    const offered = answer.candidates.map(({ entry }) => entry).join(' ');
    const decided =
      answer.entry === null ? `${answer.kind} [${offered}]` : `${answer.kind} ${answer.entry} ${answer.confidence}`;
    return `${verdict.padEnd(8)} ${question.id} ${question.lang} “${question.q}” (${expected}) → ${decided}`;
  });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

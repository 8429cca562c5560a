/** Program: `npm run eval [-- FILE.jsonl]` — labelled questions of strangers, and how many the bot answers rightly. */

import { readFile } from 'node:fs/promises';
import { answerToJson, type AnswerJson } from '../answers/answer-json.ts';
import { readContentFiles } from '../build/content-files.ts';
import { seededRandom } from '../matching/random.ts';
import { readPrepared, restore, type Restored } from '../prepared.ts';
import { OperatorError, runProgram } from '../program.ts';
import { foldPhrasing, readContent } from '../report/content.ts';
import { judge, labelledQuestion, VERDICTS, type LabelledQuestion, type Verdict } from './judge.ts';
import { withSlips } from './typos.ts';

const TYPO_SEEDS = 20;
const DEFAULT_QUESTIONS = 'tests/data/questions.jsonl';

interface Judged {
  readonly question: LabelledQuestion;
  readonly answer: AnswerJson;
  readonly verdict: Verdict;
}

await runProgram(async () => {
  const file = process.argv[2] ?? DEFAULT_QUESTIONS;
  const questions = await readQuestions(file);
  await refuseKnownQuestions(questions);

  const restored = restore(await readPrepared());
  const judged = questions.map((question) => ask(question, question.q, restored));
  print(
    `${judged.length} questions of ${file}`,
    ...table(judged),
    '',
    ...quotingHabits(judged),
    withTypos(questions, restored),
    '',
    ...misses(judged),
  );
});

function ask(question: LabelledQuestion, typed: string, { answers, published, wordings }: Restored): Judged {
  const answer = answerToJson(typed, answers.ask(typed), published.report, wordings.in(undefined));
  return { question, answer, verdict: judge(question, answer) };
}

/** What slips of the hand cost: the share of right answers to answerable English questions, as they are and with slips. */
function withTypos(questions: readonly LabelledQuestion[], restored: Restored): string {
  const asked = questions.filter(({ lang, kind }) => lang === 'en' && kind === 'answerable');
  const rightOf = (typed: (question: LabelledQuestion) => string): number =>
    (100 * asked.filter((question) => ask(question, typed(question), restored).verdict === 'right').length) / Math.max(1, asked.length);
  const shares = Array.from({ length: TYPO_SEEDS }, (_, seed) => {
    const random = seededRandom(seed + 1);
    return rightOf(({ q }) => withSlips(q, random));
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / TYPO_SEEDS;
  return `answerable in English, right: ${rightOf(({ q }) => q).toFixed(1)} % as typed, ${mean.toFixed(1)} % with one or two slips (mean over ${TYPO_SEEDS} seeds)`;
}

/** A question that stands in the FAQ measures nothing. */
async function refuseKnownQuestions(questions: readonly LabelledQuestion[]): Promise<void> {
  const { phrasings, offTopic } = readContent(await readContentFiles('content'));
  const known = new Set([...phrasings.values(), offTopic].flat().map(foldPhrasing));
  const copied = questions.filter(({ q }) => known.has(foldPhrasing(q)));
  if (copied.length > 0) {
    throw new OperatorError(
      `These labelled questions stand in content/ and so measure nothing; take them out:\n${copied.map(({ id, q }) => `  ${id} ${q}`).join('\n')}`,
    );
  }
}

async function readQuestions(file: string): Promise<readonly LabelledQuestion[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(`${file}: there is no such file. Give a file of labelled questions, one JSON object a line.`);
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = labelledQuestion.safeParse(parseJson(line));
    if (!parsed.success) throw new OperatorError(`${file}:${index + 1}: this is not a labelled question (id, lang, q, kind, gold).`);
    return parsed.data;
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

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
    return judged.length === 0 ? '–' : `${count} (${((100 * count) / judged.length).toFixed(1)} %)`;
  });
  return [language, kind, String(judged.length), ...cells].map((cell) => cell.padEnd(14)).join('');
}

/** Quoting more is no way to be right: how many passages an answer has, and how often the first is an accepted one. */
function quotingHabits(judged: readonly Judged[]): readonly string[] {
  const quoted = judged.filter(({ answer }) => answer.kind === 'quoted');
  const passages = quoted.reduce((sum, { answer }) => sum + answer.passages.length, 0);
  const answerable = quoted.filter(({ question }) => question.kind === 'answerable');
  const firstGold = answerable.filter(({ question, answer }) => question.gold.includes(answer.passages[0]?.paragraph ?? -1));
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
    const decided = answer.entry === null ? `${answer.kind} [${offered}]` : `${answer.kind} ${answer.entry} ${answer.confidence}`;
    return `${verdict.padEnd(8)} ${question.id} ${question.lang} “${question.q}” (${expected}) → ${decided}`;
  });
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBot, countVerdicts, evaluate } from '../../src/bench/evaluation.ts';
import { readQuestions } from '../../src/bench/labeled-questions.ts';
import { bot } from '../support/prepared.ts';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-eval-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

function runEval(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', 'bench/eval', ...args], {
    cwd: new URL('../..', import.meta.url),
    encoding: 'utf8',
  });
  return { status, output: stdout, errors: stderr };
}

function runEvalOn(...texts: readonly string[]): Ended {
  return runEval(
    ...texts.map((text, index) => {
      const file = join(folder, `questions-${index}.jsonl`);
      writeFileSync(file, text);
      return file;
    }),
  );
}

describe('npm run eval', () => {
  beforeAll(() => void runEval('--help')); // compiles the benchmarks where that is due

  it('counts by language and kind, and names every miss', () => {
    const { status, output } = runEvalOn(
      [
        '{"id":"x1","lang":"en","q":"tell me please why exactly CNN names none of these protesters","kind":"answerable","gold":[5]}',
        '{"id":"x2","lang":"en","q":"zzz qqq xxx","kind":"answerable","gold":[5]}',
      ].join('\n'),
    );
    expect(status).toBe(0);
    expect(output).toMatch(/^en +answerable +2 +1 \(50\.0%, 9–91\) +0 \(0\.0%, 0–66\) +1 \(50\.0%, 9–91\) +0 /m);
    expect(output).toMatch(/^missed +x2 en “zzz qqq xxx”/m);
  });

  it('fails if a labeled question is in the FAQ, whatever its case and punctuation', () => {
    const { status, errors } = runEvalOn(
      '{"id":"x1","lang":"en","q":"WHY does cnn not name the protesters","kind":"answerable","gold":[5]}',
    );
    expect(status).toBe(1);
    expect(errors).toMatch(/appear in content\/.*\n *x1 WHY does cnn/);
  });

  it('asks several files, each with its own table', () => {
    const { status, output } = runEvalOn(
      '{"id":"x1","lang":"en","q":"zzz qqq xxx","kind":"answerable","gold":[5]}',
      '{"id":"y1","lang":"en","q":"zzz qqq yyy","kind":"not_stated","gold":[],"near":"place"}',
    );
    expect(status).toBe(0);
    const [first, second] = output.split(/^(?=1 questions from .*questions-1)/m);
    expect(first).toMatch(/^en +answerable +1 /m);
    expect(second).toMatch(/^en +near misses +1 /m);
    expect(second).toMatch(/^ {2}place +1 /m);
  });

  it('explains itself', () => {
    const { status, output, errors } = runEval('--help');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toMatch(/^Usage: npm run eval/m);
  });
});

const FLOORS = [
  { file: 'questions.jsonl', right: 0.8, rightOrOffered: 0.9, wrong: 0.1, unhedged: 0.1 },
  { file: 'strangers.jsonl', right: 0.93, rightOrOffered: 0.95, wrong: 0.06, unhedged: 0.04 },
  { file: 'members.jsonl', right: 0.92, rightOrOffered: 0.94, wrong: 0.06, unhedged: 0.04 },
  { file: 'visitors.jsonl', right: 0.93, rightOrOffered: 0.95, wrong: 0.06, unhedged: 0.04 },
];

describe.each(FLOORS)('the English questions of $file', ({ file, right, rightOrOffered, wrong, unhedged }) => {
  it('are answered as promised', async () => {
    const path = fileURLToPath(new URL(`../data/${file}`, import.meta.url));
    const english = (await readQuestions(path)).filter(({ lang }) => lang === 'en');
    const evaluated = evaluate(english, askBot(bot));
    const answerable = evaluated.filter(({ question }) => question.kind === 'answerable');
    const counts = countVerdicts(answerable);
    expect(counts.right / answerable.length).toBeGreaterThanOrEqual(right);
    expect((counts.right + counts.offered) / answerable.length).toBeGreaterThanOrEqual(rightOrOffered);
    expect(countVerdicts(evaluated).wrong / evaluated.length).toBeLessThanOrEqual(wrong);
  });

  it('get no quotation that is not hedged where the report does not say', async () => {
    const path = fileURLToPath(new URL(`../data/${file}`, import.meta.url));
    const english = (await readQuestions(path)).filter(({ lang, kind }) => lang === 'en' && kind === 'not_stated');
    const quoted = evaluate(english, askBot(bot)).filter(({ answer }) => answer.kind === 'quoted' && !answer.hedged);
    expect(quoted.length / english.length).toBeLessThanOrEqual(unhedged);
  });
});

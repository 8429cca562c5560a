import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readQuestions, refuseKnownQuestions, type LabeledQuestion } from '../../src/bench/labeled-questions.ts';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-questions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD: LabeledQuestion = { id: 'a1', lang: 'en', q: 'why?', kind: 'answerable', gold: [4] };

function fileWith(text: string): string {
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, text);
  return file;
}

describe('readQuestions', () => {
  it('reads one question per line and skips blank lines', async () => {
    const other = { ...GOOD, id: 'a2', kind: 'off_topic', gold: [] };
    const text = `${JSON.stringify(GOOD)}\n\n${JSON.stringify(other)}\n`;
    expect(await readQuestions(fileWith(text))).toEqual([GOOD, other]);
  });

  it('reads what a near miss asks for', async () => {
    const near: LabeledQuestion = { ...GOOD, kind: 'not_stated', gold: [], near: 'place' };
    expect(await readQuestions(fileWith(JSON.stringify(near)))).toEqual([near]);
  });

  it.each([
    ['is not JSON', '{'],
    ['lacks a field', '{"id":"a1"}'],
    ['has a kind that does not exist', JSON.stringify({ ...GOOD, kind: 'quoted' })],
    ['has a kind of near miss that does not exist', JSON.stringify({ ...GOOD, near: 'weather' })],
    ['has a field too many', JSON.stringify({ ...GOOD, note: '' })],
  ])('names the line that %s', async (_, line) => {
    const file = fileWith(`${JSON.stringify(GOOD)}\n${line}\n`);
    await expect(readQuestions(file)).rejects.toThrow(/questions\.jsonl:2: not a labeled question/);
  });

  it('names a file that cannot be read', async () => {
    await expect(readQuestions(join(folder, 'none.jsonl'))).rejects.toThrow(/none\.jsonl: cannot read this file/);
  });
});

describe('refuseKnownQuestions', () => {
  const content = {
    phrasings: new Map([['an-entry', ['Why was it built?']]]),
    offTopic: ['How do I bake bread?'],
    nearMisses: new Map([[4, ['Who built it?']]]),
  };
  const asking = (q: string): readonly LabeledQuestion[] => [{ ...GOOD, q }];

  it.each([
    ['a phrasing', 'WHY was it, built'],
    ['an off-topic example', 'how do i bake bread'],
    ['a near miss', 'who BUILT it'],
  ])('lists a question that equals %s but for case and punctuation', (_, q) => {
    expect(() => refuseKnownQuestions(asking(q), content)).toThrow(`\n  a1 ${q}`);
  });

  it('accepts any other question', () => {
    expect(() => refuseKnownQuestions(asking('why was it built there'), content)).not.toThrow();
  });
});

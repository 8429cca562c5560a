/**
 * Needs the report as it was supplied, in a folder beside the project: run by .ci/run, and not by
 * npm test.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepared } from '../support/prepared.ts';

const SOURCE = new URL('../../../shared/report/source.txt', import.meta.url);
const SOURCE_HASH = '7226a660c31f4d4a7fc430eae763472855bf40249f3f2b178ae1edb9aa9a341d';
const LABELLED = new URL('../../../shared/questions/dev.jsonl', import.meta.url);

describe('the report', () => {
  it('is the supplied text letter by letter', () => {
    const source = readFileSync(SOURCE);
    expect(createHash('sha256').update(source).digest('hex')).toBe(SOURCE_HASH);
    const [, title, ...rest] = source
      .toString('utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const { known, passages } = prepared.report;
    expect(title).toBe(`${known.title.value} | ${known.publisher.value}`);
    expect(passages.map(({ text }) => text)).toEqual(rest.slice(0, passages.length));
    expect(rest[passages.length]).toMatch(/^#Chinese #police/); // nothing of the report is left over
  });
});

describe('the labelled questions', () => {
  it('are a copy of those that were supplied', () => {
    const copy = readFileSync(new URL('../data/questions.jsonl', import.meta.url), 'utf8');
    expect(copy).toBe(readFileSync(LABELLED, 'utf8'));
  });
});

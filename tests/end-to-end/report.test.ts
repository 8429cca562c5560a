/** What holds for this report and its FAQ, beyond what any content must keep to. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/build/content-files.ts';
import { quotationsOf } from '../../src/content/faq.ts';
import { foldPhrasing } from '../../src/content/phrasings-file.ts';

const root = new URL('../..', import.meta.url);
const { report, faq, phrasings } = await loadContent(new URL('content', root).pathname);

describe('this report', () => {
  it('has 18 passages, the ninth a caption', () => {
    expect(report.passages.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(report.passages.filter(({ caption }) => caption).map(({ number }) => number)).toEqual([9]);
  });

  it('attributes nothing to a protester but where the text has one say it', () => {
    const having = (wanted: string): readonly number[] =>
      report.passages.filter(({ parts }) => parts.some(({ basis }) => basis === wanted)).map(({ number }) => number);
    expect(having('told')).toEqual([4, 11, 15]); // "told CNN", "who spoke to CNN"
    expect(having('said')).toEqual([16, 17, 18]); // "said", to whom the text leaves open
  });

  it('keeps the caller’s own words, in quotation marks, apart', () => {
    const words = report.passages.flatMap(({ number, parts }) =>
      parts.filter(({ basis }) => basis === 'caller').map(({ text }) => [number, text]),
    );
    expect(words).toEqual([
      [6, expect.stringMatching(/^“So why .*there\?”$/)],
      [8, expect.stringMatching(/^“an order .*Bureau,”$/)],
    ]);
  });
});

describe('its FAQ', () => {
  it('has at least 75 entries that the report answers and 50 that it does not state', () => {
    const count = (kind: string): number => faq.entries.filter(({ answer }) => answer.kind === kind).length;
    expect(count('quoted')).toBeGreaterThanOrEqual(75);
    expect(count('not_stated')).toBeGreaterThanOrEqual(50);
  });

  it('quotes every passage in some answer', () => {
    const quoted = new Set(
      faq.entries
        .filter(({ answer }) => answer.kind === 'quoted')
        .flatMap((entry) => quotationsOf(entry).map(({ passage }) => passage)),
    );
    expect(report.passages.filter(({ number }) => !quoted.has(number))).toEqual([]);
  });

  it('has at least 50 phrasings an entry', () => {
    const few = faq.entries.filter(({ id }) => (phrasings.get(id)?.length ?? 0) < 51); // the question itself comes on top
    expect(few.map(({ id }) => id)).toEqual([]);
  });

  it('relates entries to others, not to themselves', () => {
    expect(
      faq.entries.filter(({ id, related }) => related.includes(id) || related.length === 0).map(({ id }) => id),
    ).toEqual([]);
  });

  it('has no labelled question among its phrasings', () => {
    const labelled = readFileSync(new URL('tests/data/questions.jsonl', root), 'utf8').trim().split('\n');
    const asked = new Set(labelled.map((line) => foldPhrasing((JSON.parse(line) as { q: string }).q)));
    expect(labelled.length).toBeGreaterThan(100);
    expect([...phrasings.values()].flat().filter((phrasing) => asked.has(foldPhrasing(phrasing)))).toEqual([]);
  });
});

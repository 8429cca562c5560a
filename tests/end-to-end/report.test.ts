/** What holds for this report and its FAQ, beyond what any content must keep to. */

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_QUESTIONS, readQuestions, refuseKnownQuestions } from '../../src/bench/labeled-questions.ts';
import { loadContent } from '../../src/build/content-files.ts';
import { quotationsOf } from '../../src/content/faq.ts';
import type { Basis } from '../../src/content/report.ts';

const root = new URL('../..', import.meta.url);
const content = await loadContent(new URL('content', root).pathname);
const { report, faq, phrasings } = content;

/** The passages that have words with this basis. */
function having(wanted: Basis): readonly number[] {
  return [...new Set(wordsOf(wanted).map(([number]) => number))];
}

/** Each part with this basis: the number of its passage, and its words. */
function wordsOf(wanted: Basis): readonly (readonly [number, string])[] {
  return report.passages.flatMap(({ number, parts }) =>
    parts.filter(({ basis }) => basis === wanted).map(({ text }) => [number, text] as const),
  );
}

describe('this report', () => {
  it('has 18 passages, the ninth a caption', () => {
    expect(report.passages.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
    expect(report.passages.filter(({ caption }) => caption).map(({ number }) => number)).toEqual([9]);
  });

  it('attributes nothing to a protester but where the text has one say it', () => {
    expect(having('told')).toEqual([4, 11, 15]); // "told CNN", "who spoke to CNN"
    expect(having('said')).toEqual([16, 17, 18]); // "said", to whom the text leaves open
  });

  it('has the outlet speak about itself, and caption a photo, only where the text does so', () => {
    expect(having('own-work')).toEqual([5, 10]);
    expect(having('caption')).toEqual(report.passages.filter(({ caption }) => caption).map(({ number }) => number));
  });

  it('keeps what somebody was told apart from the one who relays it', () => {
    expect(wordsOf('relayed')).toEqual([[16, '“evidence”']]);
  });

  it('keeps the caller’s own words, in quotation marks, apart', () => {
    expect(wordsOf('caller')).toEqual([
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

  it('shows what paragraphs 8 and 17 go back to beside them', () => {
    const needed = [
      [8, 4],
      [17, 16],
    ] as const;
    const bare = faq.entries.filter((entry) => {
      const quoted = quotationsOf(entry).map(({ passage }) => passage);
      const shown = [...quoted, ...entry.context.map(({ passage }) => passage)];
      return needed.some(([number, before]) => quoted.includes(number) && !shown.includes(before));
    });
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it.each(DEFAULT_QUESTIONS)('learns from no question of %s', async (file) => {
    const labeled = await readQuestions(fileURLToPath(new URL(file, root)));
    expect(labeled.length).toBeGreaterThan(100);
    expect(() => refuseKnownQuestions(labeled, content)).not.toThrow();
  });
});

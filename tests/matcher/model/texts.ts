import type { AnalyzedText } from '../../../src/matcher/text/analyze.ts';

/** A text whose words are known, each its own stem. */
export function textOf(text: string): AnalyzedText {
  const words = text.split(' ').filter((word) => word !== '');
  return { tokens: words.map((word) => ({ typed: word, word, stem: word, known: true })) };
}

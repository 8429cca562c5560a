import type { EntryTable } from './decision/entry-table.ts';
import { rankEntries } from './decision/evidence.ts';
import type { Classifier } from './model/classifier.ts';
import type { Analyzer } from './text/analyze.ts';
import { tokenize } from './text/tokenize.ts';
import type { Vocabulary } from './text/vocabulary.ts';

interface SuggestionSource {
  readonly vocabulary: Vocabulary;
  readonly analyzer: Analyzer;
  readonly classifier: Classifier;
  readonly entries: EntryTable;
}

/** IDs of entries that fit what is typed so far, best first; none while there is no word in it. */
export function suggestEntries(
  typed: string,
  limit: number,
  { vocabulary, analyzer, classifier, entries }: SuggestionSource,
): readonly string[] {
  if (tokenize(typed).length === 0) return [];
  const highest = new Map<number, number>();
  const { before, lastWords } = completionsOf(typed, vocabulary);
  for (const text of analyzer.analyzeEach(before, lastWords)) {
    const vector = classifier.vectorize(text);
    if (vector.knownShares[0]! < LEAST_KNOWN) continue; // one entry would be as good as another
    const { ranking, logits, probabilities, offTopic } = rankEntries(classifier.entryLogits(vector), entries);
    if (offTopic !== undefined && offTopic > logits[ranking[0]!]! + MOST_OFF_TOPIC) continue;
    for (const entry of ranking.slice(0, limit)) {
      highest.set(entry, Math.max(highest.get(entry) ?? 0, probabilities[entry] ?? 0));
    }
  }
  return [...highest]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b)
    .slice(0, limit)
    .map(([entry]) => entries.ids[entry]!);
}

/**
 * Least share (0 to 1, by rarity) of the typed words that the FAQ knows, for anything to be
 * suggested.
 */
const LEAST_KNOWN = 0.2;

/**
 * The most, in logits, by which what is typed may be likelier off-topic than any entry. A word or
 * two tell little, and a suggestion claims nothing.
 */
const MOST_OFF_TOPIC = 2;

/** The likely completions of the last word, as typed too if that may be complete. */
function completionsOf(
  typed: string,
  { mostUsed, isTrusted }: Vocabulary,
): { readonly before: string; readonly lastWords: readonly string[] } {
  const half = lastLetters(typed.toLowerCase());
  if (half === undefined) return { before: typed, lastWords: [''] };
  const likely = mostUsed(half, MOST_COMPLETIONS);
  const before = typed.slice(0, typed.length - half.length);
  return { before, lastWords: isTrusted(half) || likely.length === 0 ? [half, ...likely] : likely };
}

/** The letters at the end, without one that stands right behind an apostrophe. */
export function lastLetters(text: string): string | undefined {
  // `$` first, then backwards: read forward, a long run of letters would take quadratic time.
  return /$(?<=(?<!['’])(\p{L}+))/u.exec(text)?.[1];
}

/** The last word may be the beginning of many; the most used are tried. */
const MOST_COMPLETIONS = 3;

import { weigh } from './decision/evidence.ts';
import type { Classifier } from './model/classifier.ts';
import { readWords } from './text/tokenize.ts';
import { read } from './text/analyze.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The last word may be the beginning of any of this many words of the FAQ; the most used are tried. */
const MOST_COMPLETIONS = 4;

/** Least share (0 to 1) of the words typed, by rarity, that the FAQ or its examples of other subjects must have for anything to be suggested. */
const LEAST_KNOWN = 0.2;

/** Entry positions for what was typed so far, best first. Nothing typed gives the entries in their own order. */
export function suggestEntries(
  typed: string,
  limit: number,
  vocabulary: Vocabulary,
  classifier: Classifier,
  answers: readonly number[],
): readonly number[] {
  if (readWords(typed).length === 0) return Array.from(answers.keys()).slice(0, limit);
  const best = new Map<number, number>();
  for (const text of completionsOf(typed, vocabulary)) {
    // Of what the FAQ has no word of, or what is about something else, any entry would be as good as another.
    const evidence = weigh(classifier.featuresOf(read(text, vocabulary.reader)), classifier, answers);
    if (evidence.knownShare < LEAST_KNOWN || evidence.isOutside) continue;
    for (const entry of evidence.order.slice(0, limit)) {
      best.set(entry, Math.max(best.get(entry) ?? 0, evidence.probabilities[entry]!));
    }
  }
  return [...best.keys()].sort((a, b) => best.get(b)! - best.get(a)! || a - b).slice(0, limit);
}

/** The text as typed where its last word is complete or begins no known word; else with each of the most used completions. */
function completionsOf(typed: string, { words, countOf, reader }: Vocabulary): readonly string[] {
  const half = lastLetters(typed.toLowerCase());
  if (half === undefined) return [typed];
  const completions: string[] = [];
  for (let at = firstFrom(words, half); at < words.length && words[at]!.startsWith(half); at += 1)
    completions.push(words[at]!);
  const likely = completions.sort((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1)).slice(0, MOST_COMPLETIONS);
  const before = typed.slice(0, typed.length - half.length);
  const texts = likely.map((word) => before + word);
  return reader.knows(half) || texts.length === 0 ? [typed, ...texts] : texts;
}

/** The letters at the end, without one that stands right behind an apostrophe. */
export function lastLetters(text: string): string | undefined {
  // `$` first, then backwards: read forwards, a long run of letters takes quadratic time.
  return /$(?<=(?<!['’])(\p{L}+))/u.exec(text)?.[1];
}

/** Position of the first word that is not before `prefix`, by bisection. */
function firstFrom(words: readonly string[], prefix: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

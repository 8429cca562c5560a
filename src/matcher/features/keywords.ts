import { tokenize } from '../text/tokenize.ts';
import { LEAST_TELLING, type SimilarWords } from './similar-words.ts';

interface Phrased {
  readonly phrasings: readonly string[];
  readonly needsHighConfidence?: boolean | undefined;
}

/**
 * The entries with more phrasings: a part of their own, cut down to what a reader might write who
 * types only keywords. Authors seldom do. Entries that need high confidence get none: without its
 * small words, a question often no longer tells what is denied.
 *
 * They stand behind all others, so that a fold holds most of them out, as a style that it has not
 * seen. From that, confidence learns to rely less on how a question is put: put beside their
 * phrasings, they bring nothing.
 */
export function withKeywords<Entry extends Phrased>(
  entries: readonly Entry[],
  { informativeness }: SimilarWords,
): readonly Entry[] {
  const isTelling = (word: string): boolean => informativeness(word) >= LEAST_TELLING;
  return entries.map((entry) => {
    if (entry.needsHighConfidence) return entry;
    const chosen = entry.phrasings.filter((_, at) => at % EVERY === 0);
    return { ...entry, phrasings: [...entry.phrasings, ...chosen.flatMap((one) => keywordsOf(one, isTelling) ?? [])] };
  });
}

/** At most one phrasing in so many is learned as keywords, too. */
const EVERY = 8;
/** Fewer words could be about several entries. */
const FEWEST_KEYWORDS = 3;

/** `undefined` if too few of the words are telling, or all of them. */
function keywordsOf(phrasing: string, isTelling: (word: string) => boolean): string | undefined {
  const words = tokenize(phrasing);
  const telling = words.filter(isTelling);
  return telling.length < FEWEST_KEYWORDS || telling.length === words.length ? undefined : telling.join(' ');
}

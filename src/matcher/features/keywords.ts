import { tokenize } from '../text/tokenize.ts';
import { LEAST_TELLING, type SimilarWords } from './similar-words.ts';

interface Phrased {
  readonly phrasings: readonly string[];
  readonly needsHighConfidence?: boolean | undefined;
}

/**
 * The entries with more phrasings: some of their own, as by a reader who types only keywords.
 * Authors seldom write any, and near misses have none, so that a question without the small words
 * would not look like one that is answered. Entries that deny get none: keywords for them would
 * only name what they are about.
 */
export function withKeywords<Entry extends Phrased>(
  entries: readonly Entry[],
  { informativeness }: SimilarWords,
): readonly Entry[] {
  const isTelling = (word: string): boolean => informativeness(word) >= LEAST_TELLING;
  return entries.map((entry) => {
    if (entry.needsHighConfidence) return entry;
    const chosen = entry.phrasings.filter((_, at) => at % ONE_IN === 0);
    return { ...entry, phrasings: [...entry.phrasings, ...chosen.flatMap((one) => keywordsOf(one, isTelling) ?? [])] };
  });
}

/** One phrasing in so many is learned as keywords, too. */
const ONE_IN = 8;
/** Fewer words could be about several entries. */
const FEWEST_KEYWORDS = 3;

/** `undefined` if too few of the words are telling, or all of them. */
function keywordsOf(phrasing: string, isTelling: (word: string) => boolean): string | undefined {
  const words = tokenize(phrasing);
  const telling = words.filter(isTelling);
  return telling.length < FEWEST_KEYWORDS || telling.length === words.length ? undefined : telling.join(' ');
}

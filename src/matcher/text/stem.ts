/**
 * Cuts the common English endings off a word, so that "filmed", "filming" and "films" are one
 * feature. Deliberately light: the stem need not be a word, it only has to be the same for the
 * forms of one word, and the character n-grams of the whole word make up for what this misses.
 */
export function stem(word: string): string {
  if (word.length < 4) return word;
  let stemmed = withoutPlural(word);
  stemmed = withoutPastOrParticiple(stemmed);
  stemmed = withoutDerivation(stemmed);
  if (stemmed.length > 3 && stemmed.endsWith('e')) stemmed = stemmed.slice(0, -1);
  if (stemmed.length > 3 && stemmed.endsWith('y')) stemmed = `${stemmed.slice(0, -1)}i`;
  return stemmed;
}

function withoutPlural(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

function withoutPastOrParticiple(word: string): string {
  const ending = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0;
  const base = word.slice(0, word.length - ending);
  if (ending === 0 || base.length < 2 || !/[aeiouy]/.test(base)) return word;
  const last = base.at(-1);
  const doubled = base.length > 2 && last === base.at(-2) && !'lsz'.includes(last ?? '');
  return doubled ? base.slice(0, -1) : base;
}

/** Endings that rarely change the meaning, and how long a word must be to lose them. */
const DERIVATIONS: readonly { readonly ending: string; readonly shortestWord: number }[] = [
  { ending: 'ation', shortestWord: 8 },
  { ending: 'ment', shortestWord: 8 },
  { ending: 'ly', shortestWord: 6 },
];

function withoutDerivation(word: string): string {
  const cut = DERIVATIONS.find(({ ending, shortestWord }) => word.length >= shortestWord && word.endsWith(ending));
  return cut === undefined ? word : word.slice(0, -cut.ending.length);
}

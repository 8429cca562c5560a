/**
 * The words of a text: lowercase, without accents, with contractions expanded ("didn't" → "did",
 * "not"). The "'s" of "what's" and "John's" is a word of its own, since spelling alone does not
 * tell a contraction from a possessive.
 */
export function tokenize(text: string): string[] {
  const plain = text.normalize('NFKD').toLowerCase().replace(COMBINING_MARKS, '').replace(APOSTROPHES, "'");
  let expanded = plain.replace(DOTTED_SHORT_FORM, (dotted) => dotted.replaceAll('.', ''));
  if (expanded.includes("'")) for (const [short, long] of CONTRACTIONS) expanded = expanded.replace(short, long);
  return (expanded.match(WORD) ?? []).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}

/** The rest of a longer text, or of a longer run of letters, is not read. */
const MOST_WORDS = 200;
const LONGEST_WORD = 40;

const COMBINING_MARKS = /[\u0300-\u036f]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc`\u00b4]/g;
/** "u.s." and "c.b.p." become "us" and "cbp". */
const DOTTED_SHORT_FORM = /\b(?:[a-z]\.){2,}/g;
/** "'s" counts only at the end of a word: the quotation mark in 'secret' is no apostrophe. */
const WORD = /(?<=\p{L})'s(?!\p{L})|[\p{L}\p{M}]+|\p{N}+/gu;

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/g, 'will not'],
  [/\bcan't\b/g, 'can not'],
  [/\bshan't\b/g, 'shall not'],
  [/n't\b/g, ' not'],
  [/'re\b/g, ' are'],
  [/'ll\b/g, ' will'],
  [/'ve\b/g, ' have'],
  [/'m\b/g, ' am'],
  [/'d\b/g, ' would'],
];

/**
 * The words of a text: lower case, without accents, contractions written out ("didn't" → "did", "not").
 * A possessive or contracted "'s" is a word of its own, since "what's" and "John's" cannot be told apart by spelling.
 */
export function readWords(text: string): string[] {
  const plain = text.normalize('NFKD').toLowerCase().replace(COMBINING_MARKS, '').replace(APOSTROPHES, "'");
  let written = plain.replace(DOTTED_SHORT_FORM, (dotted) => dotted.replaceAll('.', ''));
  if (written.includes("'")) for (const [short, long] of CONTRACTIONS) written = written.replace(short, long);
  return (written.match(WORD) ?? []).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}

/** Of a longer text only so many words are read, and of a longer run of letters only so many letters: more than any question or word has. */
const MOST_WORDS = 200;
const LONGEST_WORD = 40;

const COMBINING_MARKS = /[\u0300-\u036f]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc`\u00b4]/g;
/** "u.s." and "c.b.p." are read as "us" and "cbp". */
const DOTTED_SHORT_FORM = /\b(?:[a-z]\.){2,}/g;
/** An "s" behind an apostrophe is one only at the end of a word: 'secret' in quotation marks is a word. */
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

/** Typos as a hand makes them. They are seeded: the same random numbers make the same typos. */

import { KEYBOARD } from '../matcher/training.ts';

const KINDS = ['dropped', 'doubled', 'swapped', 'replaced', 'space lost'] as const;
type LetterTypo = Exclude<(typeof KINDS)[number], 'space lost'>;

/** In letters. A typo in a shorter word often makes another word. */
const MIN_WORD_LENGTH = 4;

export interface TypoOptions {
  /**
   * Whether a typo may hit the first letter of a word, the one least often mistyped. Defaults to
   * false.
   */
  readonly firstLetters?: boolean;
}

/**
 * The question with one or two typos, each in another word and of any kind with equal chance.
 * Fewer if no word is long enough.
 *
 * @param random returns numbers from 0 up to but not including 1
 */
export function withTypos(question: string, random: () => number, { firstLetters = false }: TypoOptions = {}): string {
  const first = firstLetters ? 0 : 1;
  const words = question.split(' ').map((text) => ({ text, hasTypo: false }));
  const count = 1 + below(2, random);
  for (let typo = 0; typo < count; typo += 1) {
    const kind = KINDS[below(KINDS.length, random)]!;
    if (kind === 'space lost') {
      if (words.length < 2) continue;
      const at = below(words.length - 1, random);
      words.splice(at, 2, { text: `${words[at]!.text}${words[at + 1]!.text}`, hasTypo: true });
    } else {
      const candidates = words.filter(({ text, hasTypo }) => !hasTypo && lettersOf(text).length >= MIN_WORD_LENGTH);
      const word = candidates[below(candidates.length, random)];
      if (word === undefined) continue;
      const letters = lettersOf(word.text);
      const rest = word.text.slice(letters.length); // punctuation after the word stays
      word.text = typoIn(letters, kind, first, random) + rest;
      word.hasTypo = true;
    }
  }
  return words.map(({ text }) => text).join(' ');
}

function lettersOf(word: string): string {
  return /^[a-zA-Z]*/.exec(word)?.[0] ?? '';
}

/** One letter changed, at the index `first` or after it. */
function typoIn(word: string, kind: LetterTypo, first: number, random: () => number): string {
  const end = kind === 'swapped' ? word.length - 1 : word.length;
  const at = first + below(end - first, random);
  const letter = word[at] ?? '';
  switch (kind) {
    case 'dropped':
      return word.slice(0, at) + word.slice(at + 1);
    case 'doubled':
      return word.slice(0, at) + letter + word.slice(at);
    case 'swapped':
      return word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2);
    case 'replaced':
      return word.slice(0, at) + adjacentKey(letter, random) + word.slice(at + 1);
  }
}

function adjacentKey(letter: string, random: () => number): string {
  const row = KEYBOARD.find((keys) => keys.includes(letter.toLowerCase()));
  if (!row) return letter;
  const at = row.indexOf(letter.toLowerCase());
  const adjacent = [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
  return adjacent[below(adjacent.length, random)] ?? letter;
}

/** An integer from 0 to `limit` - 1. */
function below(limit: number, random: () => number): number {
  return Math.floor(random() * limit);
}

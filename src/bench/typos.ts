/** Slips of the hand, seeded: the same seed makes the same slips. */

import { KEYBOARD } from '../matcher/index.ts';

const KINDS = ['dropped', 'doubled', 'swapped', 'replaced', 'space lost'] as const;
type LetterSlip = Exclude<(typeof KINDS)[number], 'space lost'>;

/** Letters slip in words of at least so many; what is left of shorter ones is often another word. */
const SHORTEST_WORD = 4;

/** One or two slips in a question, each of any kind with the same chance, and in another word. */
export function withSlips(question: string, random: () => number): string {
  const words = question.split(' ').map((text) => ({ text, hasSlip: false }));
  const count = 1 + below(2, random);
  for (let slip = 0; slip < count; slip += 1) {
    const kind = KINDS[below(KINDS.length, random)]!;
    if (kind === 'space lost') {
      if (words.length < 2) continue;
      const at = below(words.length - 1, random);
      words.splice(at, 2, { text: `${words[at]!.text}${words[at + 1]!.text}`, hasSlip: true });
    } else {
      const longer = words.filter(({ text, hasSlip }) => !hasSlip && lettersOf(text).length >= SHORTEST_WORD);
      const word = longer[below(longer.length, random)];
      if (word === undefined) continue;
      const letters = lettersOf(word.text);
      word.text = slipIn(letters, kind, random) + word.text.slice(letters.length); // marks behind a word stay
      word.hasSlip = true;
    }
  }
  return words.map(({ text }) => text).join(' ');
}

function lettersOf(word: string): string {
  return /^[a-zA-Z]*/.exec(word)?.[0] ?? '';
}

/** A letter dropped, doubled, swapped with the next, or replaced by its neighbour on the keyboard; the first letter stays, where the hand slips least. */
function slipIn(word: string, kind: LetterSlip, random: () => number): string {
  const at = 1 + below(kind === 'swapped' ? word.length - 2 : word.length - 1, random);
  const letter = word[at] ?? '';
  switch (kind) {
    case 'dropped':
      return word.slice(0, at) + word.slice(at + 1);
    case 'doubled':
      return word.slice(0, at) + letter + word.slice(at);
    case 'swapped':
      return word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2);
    case 'replaced':
      return word.slice(0, at) + neighbourOf(letter, random) + word.slice(at + 1);
  }
}

function neighbourOf(letter: string, random: () => number): string {
  const row = KEYBOARD.find((keys) => keys.includes(letter.toLowerCase()));
  if (!row) return letter;
  const at = row.indexOf(letter.toLowerCase());
  const beside = [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
  return beside[below(beside.length, random)] ?? letter;
}

/** A whole number from 0 to `limit` - 1. */
function below(limit: number, random: () => number): number {
  return Math.floor(random() * limit);
}

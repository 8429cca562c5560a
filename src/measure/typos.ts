/** Slips of the hand, seeded: the same seed makes the same slips. */

/** Keys beside each other on a QWERTY keyboard. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** One or two slips in one or two words of a question; words of fewer than four letters are left alone, as readers do see those. */
export function withSlips(question: string, random: () => number): string {
  const words = question.split(' ');
  const longer = words.flatMap((word, index) => (/^[a-zA-Z]{4,}/.test(word) ? [index] : []));
  const count = Math.min(longer.length, 1 + Math.floor(random() * 2));
  for (let slip = 0; slip < count; slip += 1) {
    const at = longer.splice(Math.floor(random() * longer.length), 1)[0] ?? 0;
    words[at] = (words[at] ?? '').replace(/^[a-zA-Z]+/, (letters) => slipIn(letters, random)); // marks behind a word stay
  }
  if (random() < 0.1 && words.length > 2) {
    const at = Math.floor(random() * (words.length - 1));
    words.splice(at, 2, `${words[at]}${words[at + 1]}`); // a space lost
  }
  return words.join(' ');
}

/** A letter dropped, doubled, swapped with the next, or replaced by its neighbour on the keyboard; the first letter stays. */
function slipIn(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = word[at] ?? '';
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2);
    default:
      return word.slice(0, at) + neighbourOf(letter, random) + word.slice(at + 1);
  }
}

function neighbourOf(letter: string, random: () => number): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()));
  if (!row) return letter;
  const at = row.indexOf(letter.toLowerCase());
  const beside = [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
  return beside[Math.floor(random() * beside.length)] ?? letter;
}

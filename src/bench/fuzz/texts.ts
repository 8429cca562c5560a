/** What readers may type, from sensible to hostile. */

import type { Dice } from './dice.ts';

/** What texts are made of, taken from the content: things that the bot understands. */
export interface Vocabulary {
  /** The FAQ's, also as asked by who doubts an answer, or names a place, and small talk. */
  readonly questions: readonly string[];
  readonly ids: readonly string[];
  readonly words: readonly string[];
}

/** Longer than Discord lets anybody type: only its own clients keep to its limits. */
const MOST_CHARACTERS = 6_000;

/** Pieces that mean something to Discord or to JavaScript, or that run from right to left. */
const HOSTILE = [
  '@everyone',
  '@here',
  '<@500000000000000001>',
  '<@&500000000000000001>',
  '<#700000000000000001>',
  '<t:1700000000:R>',
  '<:name:500000000000000001>',
  '</ask:500000000000000001>',
  '[link](https://evil.example/x)',
  'https://evil.example/?q=1',
  'http://127.0.0.1/',
  'discord.gg/evil',
  '**bold**',
  '> quoted',
  '```code```',
  '||spoiler||',
  '`',
  '\\',
  '-# small',
  '__proto__',
  'constructor',
  'toString',
  'undefined',
  'null',
  'NaN',
  '%s%n${x}{y}',
  '{outlet}',
  "'; drop table reports; --",
  '<script>',
  '\u0000',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\r',
  '\n',
  '\t',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '👩‍👩‍👧‍👦',
  'e\u0301'.repeat(9),
  'ﷺ',
  'ß',
  'İ',
  'ſ',
  '１２３',
  '么事',
  'ж',
  '…',
  '?',
  '!',
  '.',
];

/** Things that take long where something is quadratic, repeated to the full length. */
const REPEATED = ['a', 'ж', 'ab ', '<@', '(', '\\', '> ', '? ', 'phone ', 'fone ', '\n', '’', '1', ' ', '中', '🙂'];

/** A text of at most `most` characters, or sometimes of more than Discord would take. */
export function randomText(dice: Dice, vocabulary: Vocabulary, most: number): string {
  // Mostly short, as people write.
  const length = dice.happens(0.01) ? MOST_CHARACTERS : dice.happens(0.1) ? most : 1 + dice.number(Math.min(most, 200));
  switch (dice.number(8)) {
    case 0:
      return dice.one(vocabulary.questions);
    case 1:
      return dice.one([...vocabulary.ids.slice(0, 3), dice.one(vocabulary.ids), '', ' ', '\u200b']);
    case 2:
      return withSlips(dice, dice.one(vocabulary.questions));
    case 3:
      return joined(dice, () => dice.one(vocabulary.words), Math.min(length, 12 * (1 + dice.number(12))));
    case 4:
      return joined(dice, () => withSlips(dice, dice.one(vocabulary.words)), dice.number(length));
    case 5:
      return joined(dice, () => dice.one(HOSTILE), dice.number(length));
    case 6:
      return joined(dice, () => mixed(dice, vocabulary), dice.number(length));
    default:
      return `${dice
        .one(REPEATED)
        .repeat(length)
        .slice(0, length - 1)}${dice.one(['', '!', '?', 'a', '\n'])}`;
  }
}

function mixed(dice: Dice, { words }: Vocabulary): string {
  return dice.happens(0.5) ? dice.one(words) : dice.happens(0.5) ? dice.one(HOSTILE) : anyLetters(dice);
}

function anyLetters(dice: Dice): string {
  const first = dice.one([0x20, 0x61, 0xc0, 0x370, 0x400, 0x5d0, 0x600, 0x4e00, 0xd800, 0xff00, 0x1f600]);
  const codes = Array.from({ length: 1 + dice.number(12) }, () => first + dice.number(80));
  return String.fromCodePoint(...codes);
}

function joined(dice: Dice, piece: () => string, length: number): string {
  const separators = [' ', ' ', ' ', '', '. ', '? ', '\n', ', '];
  let text = '';
  while (text.length < length) text += `${piece()}${dice.one(separators)}`;
  return text.slice(0, Math.max(1, length));
}

/** One to three letters changed, added, left out, or said twice. */
function withSlips(dice: Dice, text: string): string {
  let slipped = text;
  for (let slips = 1 + dice.number(3); slips > 0; slips -= 1) {
    const at = dice.number(slipped.length + 1);
    const letter = String.fromCodePoint(0x61 + dice.number(26));
    const cut = dice.number(2);
    slipped = slipped.slice(0, at) + dice.one([letter, '', slipped.charAt(at).repeat(2)]) + slipped.slice(at + cut);
  }
  return slipped;
}

/** Damaged content files: what an author may save by mistake, and what nobody would. */

import type { SourceFile } from '../../content/yaml-file.ts';
import type { Dice } from './dice.ts';

/** One file changed in one to four places. */
export function damaged(dice: Dice, file: SourceFile): SourceFile {
  let { text } = file;
  for (let changes = 1 + dice.number(4); changes > 0; changes -= 1) text = change(dice, text);
  return { ...file, text };
}

const INSERTED = [
  '\t',
  '\n',
  '\n\n  ',
  ' ',
  ':',
  ': ',
  '- ',
  '"',
  "'",
  '“',
  '#',
  '|',
  '>-\n',
  '{',
  '[',
  '}',
  ']',
  '&a ',
  '*a',
  '!tag ',
  '!!js/function ',
  '---\n',
  '...\n',
  '%YAML 9.9\n',
  '<<: *a\n',
  '? [a]\n: b\n',
  '__proto__: 1\n',
  'null',
  '~',
  'true',
  '1e999',
  '0x1F',
  '2022-12-02',
  '\u0000',
  '\ufffd',
  '\u2028',
  '\ud800',
  '{count, plural, one {',
  '<@500000000000000001>',
  'javascript:alert(1)',
  '['.repeat(2_000),
  '{a: '.repeat(2_000),
  '- '.repeat(2_000),
  'a: &a [x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n',
];

function change(dice: Dice, text: string): string {
  const at = dice.number(text.length + 1);
  const end = Math.min(text.length, at + dice.number(dice.one([2, 20, 400])));
  const lineEnd = text.indexOf('\n', at) + 1;
  switch (dice.number(6)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, end) + text.slice(at);
    case 2:
      return text.slice(0, lineEnd) + dice.one(INSERTED) + text.slice(lineEnd);
    case 3:
      return text.slice(0, at);
    default:
      return text.slice(0, at) + dice.one(INSERTED) + text.slice(at);
  }
}

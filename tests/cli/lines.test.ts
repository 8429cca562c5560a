import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { linesOf } from '../../src/cli/lines.ts';

async function lines(...chunks: (string | Buffer)[]): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const line of linesOf(Readable.from(chunks, { objectMode: false }))) found.push(line);
  return found;
}

it.each<[string, string, readonly string[]]>([
  ['LF', 'one\ntwo\n', ['one', 'two']],
  ['CRLF', 'one\r\ntwo\r\n', ['one', 'two']],
  ['no end', 'one\ntwo', ['one', 'two']],
  ['empty lines', '\n\none\n', ['', '', 'one']],
  ['nothing', '', []],
  ['a lone CR within', 'one\rtwo\n', ['one\rtwo']],
  ['line separators of Unicode within', 'one\u2028two\u2029three\u0085four\n', ['one\u2028two\u2029three\u0085four']],
])('reads lines that end with %s', async (_, text, expected) => {
  expect(await lines(text)).toEqual(expected);
});

it('reads lines that come in pieces, even of one letter', async () => {
  const bytes = Buffer.from('“wh\r\ny”?\n');
  expect(await lines(...Array.from(bytes, (byte) => Buffer.from([byte])))).toEqual(['“wh', 'y”?']);
});

/** Reads a text line by line. */

import type { Readable } from 'node:stream';

/**
 * The lines of a text in UTF-8, without what ends them: LF or CRLF. Unlike Node's `readline`, it
 * leaves other characters that can end a line, such as a lone CR, within it.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = chunk.split('\n');
    lines[0] = rest + lines[0]!;
    rest = lines.pop()!;
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

/**
 * Holds comments to a width that can be read; the formatter leaves them as they are, and the linter
 * has no rule for it.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const MOST_CHARACTERS = 100;

it.each(['src', 'tests'])(`lines of comments in %s have at most ${MOST_CHARACTERS} characters`, (folder) => {
  const root = new URL(`../${folder}/`, import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:ts|mjs)$/.test(name) && !name.includes('node_modules'),
  );
  const tooLong = files.flatMap((name) => {
    const lines = readFileSync(new URL(name, root), 'utf8').split('\n');
    return lines.flatMap((line, index) =>
      line.length > MOST_CHARACTERS && /^\s*(?:\/\/|\/?\*)/.test(line) ? [`${folder}/${name}:${index + 1}`] : [],
    );
  });
  expect(tooLong).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContentFiles } from '../../src/build/content-files.ts';
import { SCHEMA_FOLDER, schemaFiles } from '../../src/build/schema-files.ts';

const root = new URL('../../', import.meta.url);
const folder = new URL(`${SCHEMA_FOLDER}/`, root);

describe('the committed JSON Schemas', () => {
  it('are all that the code generates, and no others', () => {
    expect(readdirSync(folder).sort()).toEqual([...schemaFiles().keys()].sort());
  });

  it.each([...schemaFiles()])('%s is up to date (if not: npm run schemas)', (name, text) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
  });
});

describe('each content file', () => {
  const KINDS: readonly [RegExp, string][] = [
    [/^report\.yaml$/, 'report'],
    [/^faq\//, 'topic'],
    [/^phrasings\//, 'phrasings'],
    [/^lexicon\//, 'lexicon'],
    [/^off-topic\//, 'off-topic'],
    [/^near-misses\//, 'near-misses'],
    [/^locales\//, 'locale'],
  ];

  it('names its schema on its first line, for editors', async () => {
    for (const { name, text } of await readContentFiles(new URL('content', root).pathname)) {
      const kind = KINDS.find(([files]) => files.test(name))?.[1];
      const path = posix.relative(posix.dirname(name), `schemas/${kind}.json`);
      expect(`${name}: ${text.split('\n', 1)[0]}`).toBe(`${name}: # yaml-language-server: $schema=${path}`);
    }
  });
});

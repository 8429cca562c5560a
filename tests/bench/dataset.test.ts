import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readDataset } from '../../src/bench/dataset.ts';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-dataset-'));
afterAll(() => rmSync(folder, { recursive: true }));

const GOOD = { name: 'n', entries: [{ id: 'a', phrasings: ['one'] }], questions: [{ q: 'one?', entry: 'a' }] };

function fileWith(text: string): string {
  const file = join(folder, 'dataset.json');
  writeFileSync(file, text);
  return file;
}

describe('readDataset', () => {
  it('reads a data set', async () => {
    expect(await readDataset(fileWith(JSON.stringify(GOOD)))).toEqual(GOOD);
  });

  it.each([
    ['there is no such file', undefined, /no such file/],
    ['it is no JSON', '{', /dataset\.json: this is no data set/],
    ['a phrasing is missing', JSON.stringify({ ...GOOD, entries: [{ id: 'a' }] }), /at entries\.0\.phrasings/],
    ['a question names no entry', JSON.stringify({ ...GOOD, questions: [{ q: 'x' }] }), /at questions\.0\.entry/],
    [
      'a question names an entry that is none',
      JSON.stringify({ ...GOOD, questions: [{ q: 'x', entry: 'b' }] }),
      /“x” names the entry b/,
    ],
  ])('says so where %s', async (_, text, message) => {
    await expect(readDataset(text === undefined ? join(folder, 'none.json') : fileWith(text))).rejects.toThrow(message);
  });
});

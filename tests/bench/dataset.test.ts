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
    ['the file is not JSON', '{', /dataset\.json: not a data set/],
    ['phrasings are missing', JSON.stringify({ ...GOOD, entries: [{ id: 'a' }] }), /at entries\.0\.phrasings/],
    ['a question names no entry', JSON.stringify({ ...GOOD, questions: [{ q: 'x' }] }), /at questions\.0\.entry/],
    [
      'a question names an entry that does not exist',
      JSON.stringify({ ...GOOD, questions: [{ q: 'x', entry: 'b' }] }),
      /“x” names the entry b, which does not exist/,
    ],
  ])('says what is wrong where %s', async (_, text, message) => {
    await expect(readDataset(fileWith(text))).rejects.toThrow(message);
  });

  it('names a file that cannot be read', async () => {
    await expect(readDataset(join(folder, 'none.json'))).rejects.toThrow(/none\.json: cannot read this file/);
  });
});

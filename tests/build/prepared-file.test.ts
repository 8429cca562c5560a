import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Prepared } from '../../src/bot/prepared.ts';
import { pack } from '../../src/build/packed.ts';
import { loadPrepared } from '../../src/build/prepared-file.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pullquote-'));
  mkdirSync(join(root, 'content'));
  mkdirSync(join(root, 'dist'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** As far as these tests look into it. */
const PREPARED = { faq: { topics: [], entries: [] } } as unknown as Prepared;

/** Loads it, and gives what was told to the operator and how often something was made. */
async function load(
  prepare = async () => PREPARED,
): Promise<{ readonly said: readonly string[]; readonly made: number }> {
  const said: string[] = [];
  let made = 0;
  const counted = (): Promise<Prepared> => {
    made += 1;
    return prepare();
  };
  const loaded = await loadPrepared(root, (line) => said.push(line), counted);
  expect(loaded).toMatchObject(PREPARED);
  return { said, made };
}

describe('loading the prepared file', () => {
  it('makes it once', async () => {
    expect((await load()).made).toBe(1);
    expect(await load()).toEqual({ said: [], made: 0 });
  });

  it.each<[string, () => void, RegExp]>([
    ['content has changed', () => writeFileSync(join(root, 'content', 'report.yaml'), ''), /has changed/],
    [
      'the file is cut off',
      () => {
        const path = join(root, 'dist', 'prepared.bin');
        writeFileSync(path, readFileSync(path).subarray(0, -5));
      },
      /is damaged/,
    ],
    ['the file is empty', () => writeFileSync(join(root, 'dist', 'prepared.bin'), ''), /is damaged/],
    ['another program wrote the file', () => writeFileSync(join(root, 'dist', 'prepared.bin'), '{}'), /is damaged/],
    [
      'the file says nothing of what it was made from',
      () => writeFileSync(join(root, 'dist', 'prepared.bin'), pack({})),
      /has changed/,
    ],
  ])('makes it again, and says so in a line, where %s', async (_, change, line) => {
    await load();
    change();
    expect(await load()).toEqual({ said: [expect.stringMatching(line)], made: 1 });
    expect((await load()).made).toBe(0);
  });

  it('keeps the old file where making a new one fails', async () => {
    await load();
    const old = readFileSync(join(root, 'dist', 'prepared.bin'), 'utf8');
    writeFileSync(join(root, 'content', 'report.yaml'), '');
    await expect(load(() => Promise.reject(new Error('two issues')))).rejects.toThrow('two issues');
    expect(readdirSync(join(root, 'dist'))).toEqual(['prepared-seen', 'prepared.bin']);
    expect(readFileSync(join(root, 'dist', 'prepared.bin'), 'utf8')).toBe(old);
  });

  it('says what to do where nothing can be written, before anything is made', async () => {
    rmSync(join(root, 'dist'), { recursive: true });
    await expect(load(() => Promise.reject(new Error('made')))).rejects.toThrow(/cannot be replaced.*npm run build/);
  });
});

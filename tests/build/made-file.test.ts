import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMade, writeMade } from '../../src/build/made-file.ts';

const DATA = { madeFrom: 'a', words: ['naïve', '“protest”', '抗议', '🙂', 'plain \\ "x"'] };

describe('a made file', () => {
  let folder: string;
  let path: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pullquote-'));
    path = join(folder, 'made.json');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has characters of one byte only, and all others come back', () => {
    writeMade(path, DATA);
    expect(readFileSync(path).every((byte) => byte < 128)).toBe(true);
    expect(readMade(path, 'a')).toEqual({ state: 'fresh', data: DATA });
  });

  it('may have others, such as one that an older version has made', () => {
    writeFileSync(path, JSON.stringify(DATA));
    expect(readMade(path, 'a')).toEqual({ state: 'fresh', data: DATA });
  });
});

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/build/fingerprint.mjs';

const LONG_AGO = new Date(2020, 0, 1);

describe('a fingerprint that is remembered', () => {
  let root: string;
  let memory: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pullquote-'));
    memory = join(root, 'memory');
    mkdirSync(join(root, 'content'));
    write('one', 'A');
    write('two', 'B');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(name: string, text: string, changed: Date = LONG_AGO): void {
    const path = join(root, 'content', name);
    writeFileSync(path, text);
    utimesSync(path, changed, changed);
  }
  const ofContents = (): string => fingerprint(root, ['content']);
  const remembered = (): string => fingerprint(root, ['content'], undefined, memory);

  it('is that of the contents, at first and later', () => {
    expect([remembered(), remembered()]).toEqual([ofContents(), ofContents()]);
  });

  it('is taken without reading what has not changed', () => {
    remembered();
    const [seen] = readFileSync(memory, 'utf8').split('\n');
    writeFileSync(memory, `${seen}\nwhat it was`);
    expect(remembered()).toBe('what it was');
  });

  it.each<[string, () => void]>([
    ['another size', () => write('one', 'AA')],
    ['another time', () => write('one', 'C', new Date(2021, 0, 1))],
    ['another name', () => write('three', 'C')],
    ['one file less', () => rmSync(join(root, 'content', 'one'))],
    ['a memory that is damaged', () => writeFileSync(memory, 'x')],
  ])('is taken anew after %s', (_, change) => {
    const before = remembered();
    writeFileSync(memory, readFileSync(memory, 'utf8').replace(before, 'what it was'));
    change();
    expect(remembered()).toBe(ofContents());
  });

  it('is not remembered so soon after a change that the next may have the same time', () => {
    write('one', 'C', new Date());
    expect(remembered()).toBe(ofContents());
    expect(existsSync(memory)).toBe(false);
  });

  it('does without a memory where there is no folder for it', () => {
    expect(fingerprint(root, ['content'], undefined, join(root, 'nowhere', 'memory'))).toBe(ofContents());
  });
});

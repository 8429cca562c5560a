import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeIssues, loadContent, readContentFiles } from '../../src/build/content-files.ts';
import { OperatorError } from '../../src/config/operator-error.ts';
import { smallContent } from '../support/small-content.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
  for (const { name, text } of smallContent()) await put(name, text);
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, text: string | Uint8Array): Promise<void> {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), text);
}

describe('the content folder', () => {
  it('is read file by file, ordered by name', async () => {
    const byName = [...smallContent()].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(await readContentFiles(folder)).toEqual(byName);
  });

  it.each(['README.md', 'schemas/topic.json', '.DS_Store', 'faq/.bridge.yaml.swp', 'faq/bridge.yaml~'])(
    'may have %s beside the content',
    async (name) => {
      await put(name, 'x');
      expect((await readContentFiles(folder)).map((file) => file.name)).not.toContain(name);
    },
  );

  it.each(['notes.txt', 'faq/bridge.yml', 'faq/old/bridge.yaml'])(
    'hands over %s, for the check to tell',
    async (name) => {
      await put(name, 'x');
      expect((await readContentFiles(folder)).map((file) => file.name)).toContain(name);
      await expect(loadContent(folder)).rejects.toThrow(`content/${name}: Nothing reads this file`);
    },
  );

  it('tells bytes that are not UTF-8 with their line', async () => {
    await put('off-topic/en.yaml', Buffer.from('questions:\n  - where is the caf\xe9\n', 'latin1'));
    await expect(loadContent(folder)).rejects.toThrow('content/off-topic/en.yaml:2: This line has bytes');
  });

  it('is refused if it is not there', async () => {
    await expect(readContentFiles(join(folder, 'gone'))).rejects.toThrow(OperatorError);
  });

  it('is refused if it has a link that leads nowhere', async () => {
    await symlink('nowhere', join(folder, 'faq/gone.yaml'));
    const refused = readContentFiles(folder);
    await expect(refused).rejects.toThrow(OperatorError);
    await expect(refused).rejects.toThrow(/gone\.yaml can’t be read/);
  });
});

describe('issues for an author', () => {
  it.each([
    ['one', 1, /\n1 issue in the content/],
    ['several', 3, /\n3 issues in the content/],
  ])('are counted: %s', (_, count, ending) => {
    const issues = Array.from({ length: count }, () => ({ file: 'report.yaml', line: 2, message: 'Wrong.' }));
    expect(describeIssues(issues)).toMatch(/^content\/report\.yaml:2: Wrong\.\n/);
    expect(describeIssues(issues)).toMatch(ending);
  });
});

/** What a change makes out of date: compiled code, prepared content, the trained model. */

import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compiledFrom } from '../../src/build/compile.mjs';
import { loadContent } from '../../src/build/content-files.ts';
import { calibrationFingerprint } from '../../src/build/model.ts';
import { modelMadeFrom } from '../../src/build/prepare.ts';
import { preparedMadeFrom } from '../../src/build/prepared-file.ts';
import { PHRASINGS_YAML, smallContent, TOPIC_YAML } from '../support/small-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Part = 'compiled' | 'benchmarks' | 'prepared' | 'model' | 'calibration';

function lockFile(fuse: string): string {
  return JSON.stringify({ packages: { 'node_modules/fuse.js': { version: fuse } } });
}

const OTHER_FILES = {
  'tsconfig.json': '{}',
  'package-lock.json': lockFile('7.5.0'),
  'content/locales/en-US.yaml': 'hello: Hello',
  'src/matcher/matcher.ts': '1',
  'src/matcher/features/word-vectors/english.json': '[]',
  'src/discord/respond.ts': '1',
  'src/content/faq.ts': '1',
  'src/build/model.ts': '1',
  'src/transports/gateway/gateway.ts': '1',
  'src/cli/start.ts': '1',
  'src/bench/bench.ts': '1',
  'tests/bench/bench.test.ts': '1',
  'README.md': '1',
};

function writeTree(root: string): void {
  const content = smallContent().map(({ name, text }) => [`content/${name}`, text] as const);
  for (const [name, text] of [...content, ...Object.entries(OTHER_FILES)]) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

async function madeFrom(root: string, compiler: string): Promise<Readonly<Record<Part, string>>> {
  const content = await loadContent(join(root, 'content'));
  const { shipped, bench } = compiledFrom(root, compiler);
  return {
    compiled: shipped,
    benchmarks: bench,
    prepared: preparedMadeFrom(root),
    model: modelMadeFrom(root, content),
    calibration: calibrationFingerprint(content),
  };
}

const before = join(folder, 'before');
writeTree(before);

/** The parts that the change makes out of date. */
async function staleAfter(change: (root: string) => void, compiler = '7.0.2'): Promise<readonly Part[]> {
  const after = mkdtempSync(join(folder, 'after-'));
  cpSync(before, after, { recursive: true });
  change(after);
  const [old, now] = [await madeFrom(before, '7.0.2'), await madeFrom(after, compiler)];
  return (['compiled', 'benchmarks', 'prepared', 'model', 'calibration'] as const).filter(
    (part) => old[part] !== now[part],
  );
}

const touch = (name: string) => (root: string) => appendFileSync(join(root, name), ' ');
const editTopic = (from: string, to: string) => (root: string) =>
  writeFileSync(join(root, 'content/faq/bridge.yaml'), TOPIC_YAML.replace(from, to));

const editPhrasings = (from: string, to: string) => (root: string) =>
  writeFileSync(join(root, 'content/phrasings/en/bridge.yaml'), PHRASINGS_YAML.replace(from, to));

describe('what is out of date', () => {
  it.each<[string, (root: string) => void, readonly Part[]]>([
    ['nothing', () => {}, []],
    ['the README', touch('README.md'), []],
    ['a test', touch('tests/bench/bench.test.ts'), []],
    ['a benchmark', touch('src/bench/bench.ts'), ['benchmarks']],
    ['a program', touch('src/cli/start.ts'), ['compiled', 'benchmarks']],
    ['a transport', touch('src/transports/gateway/gateway.ts'), ['compiled', 'benchmarks']],
    [
      'a new file of a transport',
      (root) => writeFileSync(join(root, 'src/transports/log.ts'), ''),
      ['compiled', 'benchmarks'],
    ],
    ['tsconfig.json', touch('tsconfig.json'), ['compiled', 'benchmarks']],
    ['a library', touch('package-lock.json'), ['prepared']],
    [
      'the library of the spell checker',
      (root) => writeFileSync(join(root, 'package-lock.json'), lockFile('7.6.0')),
      ['prepared', 'model'],
    ],
    ['what the matcher gets of content', touch('src/build/model.ts'), ['compiled', 'benchmarks', 'prepared', 'model']],
    ['a message', touch('content/locales/en-US.yaml'), ['prepared']],
    [
      'the first passage that an entry quotes, to one that another begins with',
      editTopic('quotations: [1]', 'quotations: [2]'),
      ['prepared', 'model', 'calibration'],
    ],
    ['another quotation', editTopic('quotations: [1]', 'quotations: [1, 2]'), ['prepared']],
    ['replies on Discord', touch('src/discord/respond.ts'), ['compiled', 'benchmarks', 'prepared']],
    ['the reader of content', touch('src/content/faq.ts'), ['compiled', 'benchmarks', 'prepared']],
    ['a file that the editor left behind', (root) => writeFileSync(join(root, 'content/.call.yaml.swp'), ''), []],
    ['a phrasing', editPhrasings('date of the opening', 'day of the opening'), ['prepared', 'model']],
    ['a question', editTopic('When was the bridge opened?', 'When did the bridge open?'), ['prepared', 'model']],
    [
      'a heading',
      editTopic('quotations: [1]', 'quotations: [1]\n    heading: When did the bridge open?'),
      ['prepared'],
    ],
    ['the context', editTopic('quotations: [1]', 'quotations: [1]\n    context: [2]'), ['prepared']],
    ['the matcher', touch('src/matcher/matcher.ts'), ['compiled', 'benchmarks', 'prepared', 'model']],
    ['word vectors', touch('src/matcher/features/word-vectors/english.json'), ['prepared', 'model']],
  ])('after a change of %s', async (_, change, stale) => {
    expect(await staleAfter(change)).toEqual(stale);
  });

  it('after another compiler is installed', async () => {
    expect(await staleAfter(() => {}, '7.1.0')).toEqual(['compiled', 'benchmarks']);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankLine } from '../../src/bench/judge-form.ts';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-judge-'));
afterAll(() => rmSync(folder, { recursive: true }));

function judge(...args: readonly string[]): { status: number | null; output: string; errors: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', 'bench/judge', ...args], {
    cwd: new URL('../..', import.meta.url),
    encoding: 'utf8',
  });
  return { status, output: stdout, errors: stderr };
}

describe('npm run judge', () => {
  beforeAll(() => void judge('--help')); // compiles the benchmarks where that is due

  it('prints the same transcripts for the same seed, and a form for them', () => {
    const { status, output } = judge('--sample', '3', '--seed', '5');
    expect(status).toBe(0);
    expect(output.match(/^Asked: /gm)).toHaveLength(3);
    expect(output).toContain(`\n${blankLine(3)}\n`);
    expect(judge('--sample', '3', '--seed', '5').output).toBe(output);
    expect(judge('--sample', '3', '--form').output).toBe(`${[1, 2, 3].map(blankLine).join('\n')}\n`);
  });

  it('counts forms', () => {
    const forms = ['none', 'minor', 'minor'].map((verdict, index) => {
      const file = join(folder, `form-${index}.jsonl`);
      writeFileSync(file, blankLine(1).replaceAll('""', `"${verdict}"`));
      return file;
    });
    const { status, output } = judge('--count', ...forms);
    expect(status).toBe(0);
    expect(output).toMatch(/^any issue of the reply itself +1 \(100\.0%, 21–100\)$/m);
  });

  it.each([
    ['too few forms', ['--count', 'one.jsonl'], /two judges or more/],
    ['no sample', ['--sample', '0'], /--sample must be a whole number/],
    ['a seed that is no number', ['--seed', 'x'], /--seed must be a whole number/],
  ])('says what is wrong with %s', (_, args, message) => {
    const { status, errors } = judge(...args);
    expect(status).toBe(1);
    expect(errors).toMatch(message);
  });
});

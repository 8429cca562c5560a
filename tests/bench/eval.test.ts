import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-eval-'));
afterAll(() => rmSync(folder, { recursive: true }));

function evaluate(text: string): { readonly status: number | null; readonly out: string; readonly errors: string } {
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/measure/eval.js', file], {
    cwd: new URL('../..', import.meta.url),
    encoding: 'utf8',
  });
  return { status, out: stdout, errors: stderr };
}

describe('npm run eval', () => {
  it('counts by language and kind, and names every miss', () => {
    const { status, out } = evaluate(
      [
        '{"id":"x1","lang":"en","q":"tell me please why exactly CNN names none of these protesters","kind":"answerable","gold":[5]}',
        '{"id":"x2","lang":"en","q":"zzz qqq xxx","kind":"answerable","gold":[5]}',
      ].join('\n'),
    );
    expect(status).toBe(0);
    expect(out).toMatch(/en +answerable +2 +1 \(50\.0 %\) +0 \(0\.0 %\) +1 \(50\.0 %\) +0 \(0\.0 %\)/);
    expect(out).toMatch(/^missed +x2 en “zzz qqq xxx”/m);
  });

  it('fails where a labelled question stands in the FAQ, but for case and punctuation', () => {
    const { status, errors } = evaluate(
      '{"id":"x1","lang":"en","q":"WHY does cnn not name the protesters","kind":"answerable","gold":[5]}',
    );
    expect(status).toBe(1);
    expect(errors).toMatch(/stand in content\/.*\n *x1 WHY does cnn/);
  });

  it('says which line is no labelled question', () => {
    const { status, errors } = evaluate('{"id":"x1"}\n');
    expect(status).toBe(1);
    expect(errors).toMatch(/questions\.jsonl:1: this is not a labelled question/);
  });
});

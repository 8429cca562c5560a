import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('npm run bench:load', () => {
  it('measures the bot beside others, in its short form', { timeout: 120_000 }, () => {
    const args = ['src/cli/run.mjs', 'bench/bench-load', '--short', '--only', 'start,ask,autocomplete,messages'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/^ +Pullquote +discord\.js +discord\.js \+ undici +ws \+ undici +compared/);
    for (const row of ['/ask: CPU each', 'autocomplete: CPU each', 'message not for the bot', 'start to registered'])
      expect(stdout).toMatch(new RegExp(`^${row}.*\\d`, 'm'));
  });

  it('measures what others wait beside floods, in its short form', { timeout: 120_000 }, () => {
    const args = ['src/cli/run.mjs', 'bench/bench-load', '--flood', '--short'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(8);
    expect(stdout).toMatch(/^message menu.*(?: ms.*){3} 0 /m);
  });

  it.each([
    ['a part that there is not', ['--only', 'lunch'], '“lunch” is not a part'],
    ['no round', ['--rounds', '0'], 'Give a number of rounds'],
  ])('refuses %s', (_, args, words) => {
    const run = spawnSync(process.execPath, ['src/cli/run.mjs', 'bench/bench-load', ...args], { encoding: 'utf8' });
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain(words);
  });
});

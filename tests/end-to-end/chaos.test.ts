import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const run = (...args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ['src/cli/run.mjs', 'bench/chaos', ...args], { encoding: 'utf8' });

describe.runIf(process.platform === 'linux')('npm run chaos', () => {
  it('prints a line for each fault, and ends with status 0 where none did harm', { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = run('--short', '--only', 'gateway closes');
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/^fault +sent +answered +refused +CPU, down +recovered +lines +exit\n/);
    expect(stdout).toMatch(/^gateway closes with 4000 +9 +9 +0 +– +\d+\.\d s +2 +0$/m);
    expect(stdout).toMatch(/^gateway closes with 4013 +4 +4 +0 +– +– +1 +1$/m);
    expect(stdout).toMatch(/None did harm\.\n$/);
  });

  it.each([
    ['a fault that there is not', ['--only', 'lunch'], 'No fault has “lunch” in its name.'],
    ['a seed that is none', ['--seed', 'x'], '“x” is not a whole number.'],
  ])('refuses %s', (_, args, words) => {
    const { status, stderr } = run(...args);
    expect(status).not.toBe(0);
    expect(stderr).toContain(words);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { ConfigError } from '../../src/config/config.ts';
import { EXIT, OperatorError } from '../../src/config/operator-error.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

/** What a program that fails so writes, and the status it ends with. */
async function failing(error: Error): Promise<{ readonly written: string; readonly status: unknown }> {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await runProgram(async () => {
    throw error;
  });
  return { written: write.mock.calls.join(''), status: process.exitCode };
}

describe('a program that fails', () => {
  it.each<[string, Error, string, number]>([
    ['what the operator can fix', new OperatorError('Do this.'), 'Do this.\n', EXIT.failed],
    ['a wrong setting', new ConfigError('LOG_LEVEL', 'no.'), 'Configuration: LOG_LEVEL: no.\n', EXIT.configuration],
  ])('says in one line %s', async (_, error, written, status) => {
    expect(await failing(error)).toEqual({ written, status });
  });

  it('shows where an error in the program itself happened, without the token', async () => {
    vi.stubEnv('DISCORD_TOKEN', 'secret-token');
    const { written, status } = await failing(new TypeError('no secret-token'));
    expect(written).toMatch(/^TypeError: no \[token\]\n +at .*program\.test\.ts/);
    expect(status).toBe(EXIT.failed);
  });
});

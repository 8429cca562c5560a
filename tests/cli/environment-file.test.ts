import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadEnvironment } from '../../src/cli/environment-file.ts';
import { ConfigError } from '../../src/config/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The environment after reading a file with this content. */
function loaded(content: string | Buffer, environment: Readonly<Record<string, string>> = {}): object {
  const path = join(folder, 'settings');
  writeFileSync(path, content);
  return loadEnvironment({ ...environment, DOTENV_CONFIG_PATH: path });
}

describe('the environment file', () => {
  it('adds to the environment', () => {
    expect(loaded('TRANSPORT=terminal\n# LOG_LEVEL=debug\n')).toMatchObject({ TRANSPORT: 'terminal' });
  });

  it('comes after the environment', () => {
    expect(loaded('TRANSPORT=terminal', { TRANSPORT: '' })).toMatchObject({ TRANSPORT: '' });
  });

  it('may begin with a byte order mark', () => {
    expect(loaded('\uFEFFTRANSPORT=terminal')).toMatchObject({ TRANSPORT: 'terminal' });
  });

  it('need not be there', () => {
    expect(() => loadEnvironment({ DOTENV_CONFIG_PATH: join(folder, 'none') })).not.toThrow();
  });

  it('is refused as UTF-16, which no variable could be read from', () => {
    const utf16 = (): unknown => loaded(Buffer.from('\uFEFFTRANSPORT=terminal', 'utf16le'));
    expect(utf16).toThrow(ConfigError);
    expect(utf16).toThrow(/UTF-8, not UTF-16/);
  });

  it('is refused as a folder', () => {
    mkdirSync(join(folder, '.env'));
    expect(() => loadEnvironment({ DOTENV_CONFIG_PATH: join(folder, '.env') })).toThrow(/\.env: .*folder/);
  });
});

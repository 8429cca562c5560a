/** Reads `.env` into the environment. */

import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { ConfigError, type Environment } from '../config/config.ts';

/**
 * Adds the variables of `.env` in the working directory to those of the process, which come first
 * where both have one. `DOTENV_CONFIG_PATH` names another file. A file that does not exist adds
 * nothing.
 * @throws ConfigError where the file is there and cannot be read.
 */
export function loadEnvironment(environment: NodeJS.ProcessEnv = process.env): Environment {
  const variables = readEnvironmentFile(environment['DOTENV_CONFIG_PATH'] ?? '.env');
  for (const [name, value] of Object.entries(variables)) environment[name] ??= value;
  return environment;
}

function readEnvironmentFile(path: string): Readonly<Record<string, string>> {
  const bytes = readIfThere(path);
  if (bytes === undefined) return {};
  // What `echo … > .env` writes in Windows PowerShell. Read as UTF-8 it would have no variables,
  // and no error.
  if (bytes.includes(0)) {
    throw new ConfigError(
      path,
      'the file is not plain text in UTF-8. Save it again with the encoding UTF-8, not UTF-16.',
    );
  }
  return parse(bytes);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    switch (code) {
      case 'ENOENT':
        return undefined;
      case 'EISDIR':
        throw new ConfigError(
          path,
          'this is a folder. Put the settings into a file with this name, as in .env.example.',
        );
      default:
        throw new ConfigError(
          path,
          `the file cannot be read (${String(code)}). Let the user who runs the bot read it.`,
        );
    }
  }
}

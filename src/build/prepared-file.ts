/**
 * The prepared file: everything the bot needs at run time, made ahead of it and read at every
 * start.
 */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Prepared } from '../bot/prepared.ts';
import { fingerprint } from './fingerprint.mjs';
import { readMade, requireWritable, writeMade, type Made } from './made-file.ts';

/** The project's folder, both for this file and for what it compiles to. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const PREPARED_FILE = preparedFileIn(ROOT);

interface PreparedFile extends Made, Prepared {}

/** Makes the prepared file's value from content. `say` tells the operator what takes long. */
type Prepare = (root: string, say: (line: string) => void) => Promise<Prepared>;

/**
 * Reads the prepared file, and makes it again first where content or the code that reads it has
 * changed.
 * @throws OperatorError with every issue in the content; the old file stays.
 * @throws OperatorError where the file would have to be made again in a folder that cannot be
 * written to.
 */
export async function loadPrepared(
  root: string = ROOT,
  say: (line: string) => void = sayToOperator,
  prepare: Prepare = prepareFromContent,
): Promise<Prepared> {
  const path = preparedFileIn(root);
  const madeFrom = preparedMadeFrom(root);
  const found = readMade<PreparedFile>(path, madeFrom);
  switch (found.state) {
    case 'fresh':
      return found.data;
    case 'missing':
      say('Checking the content and preparing it …');
      break;
    case 'stale':
      say('The content or the code that reads it has changed. Preparing it again …');
      break;
    case 'damaged':
      say(`${path} is damaged. Preparing the content again …`);
      break;
  }
  requireWritable(path);
  const prepared = await prepare(root, say);
  writeMade<PreparedFile>(path, { madeFrom, ...prepared });
  return prepared;
}

/**
 * What the prepared file depends on, as a fingerprint: content, libraries, and all code but that of
 * the programs.
 */
export function preparedMadeFrom(root: string): string {
  const counts = /\.yaml$|^package-lock|^src\/(?!(?:bench|cli|config|transports)\/).*\.(?:ts|mjs|json)$/;
  return fingerprint(root, ['content', 'package-lock.json', 'src'], counts, join(root, 'dist', 'prepared-seen'));
}

function preparedFileIn(root: string): string {
  return join(root, 'dist', 'prepared.bin');
}

const prepareFromContent: Prepare = async (root, say) => {
  const { prepareInThread } = await import('./prepare-in-thread.ts'); // no usual start needs it
  return prepareInThread(root, say);
};

function sayToOperator(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** JSON files below `dist/` that say what they were made from. */

import { isAscii } from 'node:buffer';
import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../config/operator-error.ts';

/** What every such file holds beside its own data. */
export interface Made {
  /** Fingerprint of what the file was made from. */
  readonly madeFrom: string;
}

/** `stale`: made from something else than what is there now. `damaged`: not whole. */
export type MadeFile<Data extends Made> =
  { readonly state: 'fresh'; readonly data: Data } | { readonly state: 'missing' | 'stale' | 'damaged' };

/** @param madeFrom what the file would be made from now. */
export function readMade<Data extends Made>(path: string, madeFrom: string): MadeFile<Data> {
  let text: string;
  try {
    const bytes = readFileSync(path);
    text = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8'); // ASCII takes a third of the time of UTF-8
  } catch {
    return { state: 'missing' };
  }
  try {
    // Our own data is taken on trust once it is whole: it says what it was made from, and is
    // replaced in one step.
    const data = JSON.parse(text) as Data | null;
    return data?.madeFrom === madeFrom ? { state: 'fresh', data } : { state: 'stale' };
  } catch {
    return { state: 'damaged' };
  }
}

/**
 * Replaces the file in one step: whoever reads it meanwhile, or stops this process, finds the old
 * one whole.
 * @throws OperatorError where the folder cannot be written to.
 */
export function writeMade<Data extends Made>(path: string, data: Data): void {
  const next = `${path}.${process.pid}`;
  try {
    writeFileSync(next, asciiJson(data));
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw cannotWrite(path, error);
  }
}

/** JSON in which no character needs more than a byte, so that reading millions of them is quick. */
function asciiJson(data: Made): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(data).replace(/[\u0080-\uffff]/g, escaped);
}

/**
 * Asked before work that would be lost.
 * @throws OperatorError where the file could not be written.
 */
export function requireWritable(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function cannotWrite(path: string, error: unknown): OperatorError {
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new OperatorError(
    `${path} is out of date and cannot be replaced${code}. ` +
      'Make its folder writable, or run `npm run build` where it is.',
  );
}

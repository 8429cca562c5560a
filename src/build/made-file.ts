/** Packed files below `dist/` that say what they were made from. */

import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OperatorError } from '../config/operator-error.ts';
import { pack, unpack } from './packed.ts';

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
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = readFileSync(path);
  } catch {
    return { state: 'missing' };
  }
  try {
    // Our own data is taken on trust once it is whole: it says what it was made from, and is
    // replaced in one step.
    const data = unpack(bytes) as Data;
    return data.madeFrom === madeFrom ? { state: 'fresh', data } : { state: 'stale' };
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
    writeFileSync(next, pack(data), { flush: true }); // before it takes the other’s place
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw cannotWrite(path, error);
  }
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

// Says whether something is still up to date with the files it was made from.
// Plain JavaScript, because it also runs before anything is compiled.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A file that was changed so short a time ago may be changed again without its time telling so, as
 * the clocks of file systems are coarse.
 */
const SETTLED_AFTER_MS = 2_000;

/**
 * SHA-256 in hex over the names and contents of files, in an order that no file system changes.
 * @param {string} root the folder that the names are relative to
 * @param {readonly string[]} names files, and folders with everything below them; what is missing
 * counts as empty
 * @param {RegExp} [only] the files that count, by name (with forward slashes)
 * @param {string} [memory] a file that remembers the fingerprint. While no file's size or time
 * changes, none is read: that would take a start longer than all else that it reads.
 * @returns {string}
 */
export function fingerprint(root, names, only = /(?:)/, memory) {
  const files = names.flatMap((entry) => filesIn(root, entry)).filter((name) => only.test(name));
  if (memory === undefined) return hashOfContents(root, files);
  const { seen, isSettled } = look(root, files);
  const [lastSeen, remembered] = readIfThere(memory).split('\n');
  if (lastSeen === seen && remembered) return remembered;
  const made = hashOfContents(root, files);
  if (isSettled) remember(memory, `${seen}\n${made}\n`);
  return made;
}

/**
 * @param {string} root
 * @param {readonly string[]} files
 */
function hashOfContents(root, files) {
  const hash = createHash('sha256');
  for (const name of files) {
    const content = readFileSync(join(root, name));
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {readonly string[]} files
 * @returns {{ seen: string, isSettled: boolean }} the names, sizes, and times of files, as a hash
 */
function look(root, files) {
  const hash = createHash('sha256');
  let latest = 0;
  for (const name of files) {
    const { size, mtimeMs } = statSync(join(root, name));
    latest = Math.max(latest, mtimeMs);
    hash.update(`${name}\n${size} ${mtimeMs}\n`);
  }
  return { seen: hash.digest('hex'), isSettled: latest + SETTLED_AFTER_MS < Date.now() };
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
function remember(path, text) {
  try {
    writeFileSync(path, text);
  } catch {
    // A folder that can't be written to, or is not there yet: the next start reads the files again.
  }
}

/**
 * @param {string} root
 * @param {string} name a file or a folder
 * @returns {string[]} the files, sorted
 */
function filesIn(root, name) {
  try {
    return readdirSync(join(root, name), { withFileTypes: true })
      .flatMap((entry) => (entry.isDirectory() ? filesIn(root, `${name}/${entry.name}`) : [`${name}/${entry.name}`]))
      .sort();
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ENOTDIR') return [name];
    if (code === 'ENOENT') return [];
    throw error;
  }
}

// Says whether something is still up to date with the files it was made from.
// Plain JavaScript, because it also runs before anything is compiled.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SHA-256 in hex over the names and contents of files, in an order that no file system changes.
 * @param {string} root the folder that the names are relative to
 * @param {readonly string[]} names files, and folders with everything below them; what is missing
 * counts as empty
 * @param {RegExp} [only] the files that count, by name (with forward slashes)
 * @returns {string}
 */
export function fingerprint(root, names, only = /(?:)/) {
  const hash = createHash('sha256');
  for (const name of names.flatMap((entry) => filesIn(root, entry))) {
    if (!only.test(name)) continue;
    const content = readFileSync(join(root, name));
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
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

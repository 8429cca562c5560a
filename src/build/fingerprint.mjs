// What the prepared files are made from, as one hash: plain JavaScript, as it runs before anything is compiled.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Read relative to the project's folder. Programs of src and texts of content count, and what decides how they are compiled. */
const MADE_FROM = ['src', 'content', 'tsconfig.json', 'package-lock.json'];

/**
 * @param {string} root the project's folder
 * @returns {string} SHA-256 in hex over the names and contents of all files that `dist/` is made from
 */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const name of MADE_FROM.flatMap((entry) => filesBelow(root, entry))) {
    const content = readFileSync(join(root, name));
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** @returns {string[]} names relative to the root with forward slashes, in an order that no file system changes */
function filesBelow(root, name) {
  if (/\.[a-z]+$/.test(name)) return [name];
  return readdirSync(join(root, name), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, `${name}/${entry.name}`) : [`${name}/${entry.name}`]))
    .sort();
}

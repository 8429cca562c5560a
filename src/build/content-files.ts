/** Reads the files of the content folder. */

import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { SourceFile } from '../content/yaml-file.ts';

/** Every YAML file below the folder, in the order of the names. */
export async function readContentFiles(folder: string): Promise<readonly SourceFile[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => ({ name: name.split(sep).join('/'), text: await readFile(join(folder, name), 'utf8') })),
  );
}

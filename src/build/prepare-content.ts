/** Program: checks the content and writes the prepared file. Arguments: the content folder, the folder to write to. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PREPARED_FILE } from '../bot/prepared.ts';
import { runProgram } from '../cli/program.ts';
import { readContentFiles } from './content-files.ts';
import { makePrepared } from './make-prepared.ts';

await runProgram(async () => {
  const [contentFolder = 'content', outFolder = 'dist'] = process.argv.slice(2);
  const prepared = makePrepared(await readContentFiles(contentFolder));
  await writeFile(join(outFolder, PREPARED_FILE), JSON.stringify(prepared));
});

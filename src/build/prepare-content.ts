/** Program: checks the content and writes the prepared file. Arguments: the content folder, the folder to write to. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PREPARED_FILE } from '../bot/prepared.ts';
import { runProgram } from '../cli/program.ts';
import { OperatorError } from '../config/operator-error.ts';
import { describeIssues, readContentFiles } from './content-files.ts';
import { makePrepared } from './make-prepared.ts';

await runProgram(async () => {
  const [contentFolder = 'content', outFolder = 'dist'] = process.argv.slice(2);
  const { prepared, issues } = makePrepared(await readContentFiles(contentFolder));
  if (!prepared) throw new OperatorError(describeIssues(issues));
  await writeFile(join(outFolder, PREPARED_FILE), JSON.stringify(prepared));
});

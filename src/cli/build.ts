/** Program: does everything ahead that the first start would otherwise do. */

import { loadPrepared } from '../build/prepared-file.ts';
import { readArguments } from './arguments.ts';
import { runProgram } from './program.ts';

await runProgram(async () => {
  readArguments({
    usage: ['npm run build'],
    summary:
      'Compiles the source, checks the content and trains the model, as far as any of that is out of date,\n' +
      'so that the next start has nothing left to do. For container images and CI.',
  });
  await loadPrepared();
});

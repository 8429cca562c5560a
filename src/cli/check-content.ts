/** Program: checks the content and prints every issue, without training anything. */

import { checkContent } from '../build/check-content.ts';
import { describeIssues, readContentFiles } from '../build/content-files.ts';
import { OperatorError } from '../config/operator-error.ts';
import { readArguments } from './arguments.ts';
import { runProgram } from './program.ts';

await runProgram(async () => {
  readArguments({
    usage: ['npm run check-content'],
    summary: 'Checks everything in content/ and prints each issue with its file, its line and what to do.',
  });
  const { checked, issues } = checkContent(await readContentFiles('content'));
  if (!checked) throw new OperatorError(describeIssues(issues));
  const { content, messages } = checked;
  const locales = messages.map(({ locale }) => locale).join(', ');
  process.stdout.write(
    `No issues: ${content.report.passages.length} passages, ${content.faq.entries.length} entries in ` +
      `${content.faq.topics.length} topics, messages in ${locales}.\n`,
  );
});

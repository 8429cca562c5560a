/** Reads the files of the content folder. */

import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { OperatorError } from '../config/operator-error.ts';
import { describeIssue, type ContentIssue } from '../content/content-issue.ts';
import { readContent, type Content } from '../content/content.ts';
import type { SourceFile } from '../content/yaml-file.ts';

/** Not content: the folder's guide, the generated schemas, hidden files and backups. */
const NOT_CONTENT = /^README\.md$|^schemas\/|(^|\/)\.|~$/;

/**
 * Every file below the folder that is content or could be meant as such, ordered by name.
 * @throws OperatorError if the folder or a file can't be read.
 */
export async function readContentFiles(folder: string): Promise<readonly SourceFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new OperatorError(`${folder} is not a folder that can be read: run this in the project’s folder.`);
  });
  const names = found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !NOT_CONTENT.test(name))
    .sort();
  return Promise.all(names.map(async (name) => ({ name, text: await textOf(join(folder, name)) })));
}

/** The content in a folder. @throws OperatorError that lists all issues, if there are any */
export async function loadContent(folder: string): Promise<Content> {
  const { content, issues } = readContent(await readContentFiles(folder));
  if (!content) throw new OperatorError(describeIssues(issues));
  return content;
}

/** All issues for an author to read, one a line. */
export function describeIssues(issues: readonly ContentIssue[]): string {
  const count = issues.length === 1 ? '1 issue' : `${issues.length} issues`;
  return [...issues.map(describeIssue), `${count} in the content.`].join('\n');
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new OperatorError(`${path} can’t be read${reason}: check its permissions, or remove it.`);
  });
}

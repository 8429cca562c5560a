/** Content and messages, checked side by side: all that is wrong in them is told at once. */

import type { ContentIssue } from '../content/content-issue.ts';
import { readContent, type Content } from '../content/content.ts';
import type { SourceFile } from '../content/yaml-file.ts';
import { readLocales } from '../i18n/locale-file.ts';
import type { Messages } from '../i18n/messages.ts';
import { checkReplies } from './check-replies.ts';

export interface CheckedContent {
  readonly content: Content;
  readonly messages: readonly Messages[];
}

/** Holds each reply that the content leads to against Discord's limits, too. */
export function checkContent(files: readonly SourceFile[]): {
  /** `undefined` if there are issues. */
  readonly checked?: CheckedContent;
  readonly issues: readonly ContentIssue[];
} {
  const { content, report, issues: contentIssues } = readContent(files);
  const { messages, issues: localeIssues } = readLocales(files, report);
  const issues = [...contentIssues, ...localeIssues];
  if (!content || issues.length > 0) return { issues };
  const unsendable = checkReplies(content, messages);
  return unsendable.length > 0 ? { issues: unsendable } : { checked: { content, messages }, issues: [] };
}

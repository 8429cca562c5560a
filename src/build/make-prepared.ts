/** Content files → the prepared file's value: checked, trained, and held to Discord's limits. */

import { createHash } from 'node:crypto';
import { answerGroup } from '../answers/answer-group.ts';
import { createMatcher, type Matcher, type Step } from '../matcher/index.ts';
import { readEnglishVectors } from './word-vectors/english.ts';
import { readLocales } from '../i18n/locale-file.ts';
import { createTranslators } from '../i18n/translators.ts';
import type { Prepared } from '../bot/prepared.ts';
import { readContent, type Content } from '../content/content.ts';
import type { ContentIssue } from '../content/content-issue.ts';
import type { SourceFile } from '../content/yaml-file.ts';
import { checkReplies } from './check-replies.ts';

/** The prepared value, or every issue found. The same files give the same value, bit for bit. */
export function makePrepared(files: readonly SourceFile[]): {
  readonly prepared?: Prepared;
  readonly issues: readonly ContentIssue[];
} {
  const { content, report, issues: contentIssues } = readContent(files);
  const { messages, issues: localeIssues } = readLocales(files, report);
  const issues = [...contentIssues, ...localeIssues];
  if (!content || issues.length > 0) return { issues };

  const unsendable = checkReplies(content, createTranslators(messages, content.report));
  if (unsendable.length > 0) return { issues: unsendable };
  const matcher = trainMatcher(content).toData();
  const prepared = { contentHash: hashOf(files), report: content.report, faq: content.faq, messages, matcher };
  return { prepared, issues: [] };
}

/** Trains the matcher on the content; steps can be left out, to measure what they bring. */
export function trainMatcher({ faq, phrasings, lexicon, offTopic }: Content, without: readonly Step[] = []): Matcher {
  const entries = faq.entries.map((entry) => ({
    id: entry.id,
    phrasings: phrasings.get(entry.id) ?? [],
    answer: answerGroup(entry),
    withCare: entry.answer.kind !== 'quoted', // to deny what the report does state is the worst of all mistakes
  }));
  return createMatcher(entries, {
    lexicon: lexicon.same,
    abbreviations: lexicon.abbreviations,
    outside: offTopic,
    wordVectors: readEnglishVectors(),
    without,
  });
}

/** SHA-256 in hex over names and texts, in the order of the names. */
function hashOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(`${name}\n${text.length}\n${text}`);
  return hash.digest('hex');
}

/** Reads and checks all content: the report, its FAQ, and what helps to understand questions. */

import { consistencyIssues } from './consistency.ts';
import type { Checked, ContentIssue } from './content-issue.ts';
import type { Entry, Faq } from './faq.ts';
import { readLexicon, type Lexicon } from './lexicon-file.ts';
import { readNearMisses } from './near-misses-file.ts';
import { readOffTopic } from './off-topic-file.ts';
import { readPhrasings, type PhrasingsFile } from './phrasings-file.ts';
import { readReport } from './report-file.ts';
import type { Report } from './report.ts';
import { readTopic, topicIdOf, type TopicFile } from './topic-file.ts';
import type { SourceFile } from './yaml-file.ts';

/** The language of the questions that the bot understands. */
const LANGUAGE = 'en';
const REPORT = 'report.yaml';
const LEXICON = `lexicon/${LANGUAGE}.yaml`;
const OFF_TOPIC = `off-topic/${LANGUAGE}.yaml`;
/** Optional. */
const NEAR_MISSES = `near-misses/${LANGUAGE}.yaml`;
/** Folders that may hold any number of files. */
const FAQ = 'faq/';
const PHRASINGS = `phrasings/${LANGUAGE}/`;
const LOCALES = 'locales/';

export interface Content {
  readonly report: Report;
  readonly faq: Faq;
  /** Entry id → the ways to ask it, its own question first. Ordered like the FAQ. */
  readonly phrasings: ReadonlyMap<string, readonly string[]>;
  readonly lexicon: Lexicon;
  /** Examples of questions about something else. */
  readonly offTopic: readonly string[];
  /** Passage number → questions that sound as if it answered them, but the report does not. */
  readonly nearMisses: ReadonlyMap<number, readonly string[]>;
}

export interface ContentReading {
  /** `undefined` if there are issues. */
  readonly content?: Content | undefined;
  /** The report, if nothing is wrong with it in itself. */
  readonly report?: Report | undefined;
  readonly issues: readonly ContentIssue[];
}

/**
 * Reads all files but those in `locales/`. Whatever they hold, it returns every issue and never
 * throws.
 */
export function readContent(files: readonly SourceFile[]): ContentReading {
  const issues: ContentIssue[] = [...strayFiles(files), ...missingFiles(files)];
  const keep = <Value>(checked: Checked<Value>): Value | undefined => {
    issues.push(...checked.issues);
    return checked.value;
  };
  const one = <Value>(name: string, read: (file: SourceFile) => Checked<Value>): Value | undefined => {
    const file = files.find((candidate) => candidate.name === name);
    return file && keep(read(file));
  };
  const each = <Value>(folder: string, read: (file: SourceFile) => Checked<Value>): Map<string, Value | undefined> =>
    new Map(filesIn(folder, files).map((file) => [topicIdOf(file.name), keep(read(file))]));

  const report = one(REPORT, readReport);
  const lexicon = one(LEXICON, readLexicon);
  const offTopic = one(OFF_TOPIC, readOffTopic);
  const nearMisses = one(NEAR_MISSES, (file) => readNearMisses(file, report)) ?? [];
  const topics = each(FAQ, (file) => readTopic(file, report));
  const phrasings = each(PHRASINGS, readPhrasings);
  issues.push(...consistencyIssues({ topics, phrasings, phrasingsFolder: PHRASINGS, offTopic, nearMisses }));
  if (issues.length > 0 || !report || !lexicon || !offTopic) return { report, issues };

  const faq = faqOf(topics.values());
  return {
    content: {
      report,
      faq,
      phrasings: phrasingsOf(faq, phrasings.values()),
      lexicon,
      offTopic: offTopic.questions,
      nearMisses: new Map(nearMisses.map(({ passage, questions }) => [passage, questions])),
    },
    report,
    issues,
  };
}

function filesIn(folder: string, files: readonly SourceFile[]): readonly SourceFile[] {
  return files.filter(({ name }) => isYamlIn(folder, name));
}

function isYamlIn(folder: string, name: string): boolean {
  return name.startsWith(folder) && /^[^/]+\.yaml$/.test(name.slice(folder.length));
}

function missingFiles(files: readonly SourceFile[]): readonly ContentIssue[] {
  const missing = [REPORT, LEXICON, OFF_TOPIC].filter((required) => !files.some(({ name }) => name === required));
  const issues = missing.map((file) => ({ file, message: 'This file is missing: restore it.' }));
  if (filesIn(FAQ, files).length > 0) return issues;
  return [...issues, { file: FAQ, message: 'There are no topics: add a file such as content/faq/call.yaml.' }];
}

/** Files that nothing reads would be ignored without a word, though an author may count on them. */
function strayFiles(files: readonly SourceFile[]): readonly ContentIssue[] {
  const expected = [REPORT, LEXICON, OFF_TOPIC, NEAR_MISSES];
  return files
    .filter(({ name }) => !expected.includes(name))
    .filter(({ name }) => ![FAQ, PHRASINGS, LOCALES].some((folder) => isYamlIn(folder, name)))
    .map(({ name }) => ({
      file: name,
      message: name.endsWith('.yml')
        ? 'Nothing reads this file: rename it so that it ends in .yaml.'
        : 'Nothing reads this file: move it to where it belongs (see content/README.md), or remove it.',
    }));
}

function faqOf(files: Iterable<TopicFile | undefined>): Faq {
  const topics = [...files].flatMap((file) => file ?? []).sort((a, b) => a.order - b.order);
  return {
    topics: topics.flatMap(({ topic }) => topic ?? []),
    entries: topics.flatMap(({ entries }) =>
      entries.flatMap(({ entry, answer }): Entry | readonly [] => (answer ? { ...entry, answer } : [])),
    ),
  };
}

function phrasingsOf(faq: Faq, files: Iterable<PhrasingsFile | undefined>): Content['phrasings'] {
  const lists = [...files].flatMap((file) => file?.lists ?? []);
  const byEntry = new Map(lists.map(({ entryId, phrasings }) => [entryId, phrasings]));
  return new Map(faq.entries.map(({ id, question }) => [id, [question, ...(byEntry.get(id) ?? [])]]));
}

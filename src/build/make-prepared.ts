/** Content files → the prepared file's value: checked, trained, and held to Discord's limits. */

import { createHash } from 'node:crypto';
import { answerKey } from '../answers/answerer.ts';
import {
  calibrateMatcher,
  trainMatcher,
  type CalibrationOptions,
  type MatcherEntry,
  type TrainingOptions,
} from '../matcher/index.ts';
import { readEnglishVectors } from './word-vectors/english.ts';
import { readLocaleFile } from '../i18n/locale-file.ts';
import type { Messages } from '../i18n/messages.ts';
import { createTranslators, DEFAULT_LOCALE } from '../i18n/translators.ts';
import type { Prepared } from '../bot/prepared.ts';
import { readContent, type Content } from '../content/content.ts';
import { ContentError, type Fault } from '../content/content-issue.ts';
import type { Report } from '../content/report.ts';
import { readReport } from '../content/report-file.ts';
import type { SourceFile } from '../content/yaml-file.ts';
import { replyFaults } from './check-replies.ts';

/** @throws ContentError with every fault found. The same files give the same value, bit for bit. */
export function makePrepared(files: readonly SourceFile[]): Prepared {
  const { content, messages } = readEverything(files);
  const faults = replyFaults(content, createTranslators(messages, content.report));
  if (faults.length > 0) throw new ContentError(faults);
  const entries = matcherEntries(content);
  const options = matcherOptions(content);
  return {
    contentHash: hashOf(files),
    report: content.report,
    faq: content.faq,
    messages,
    matcher: calibrateMatcher(trainMatcher(entries, options), entries, options),
  };
}

/** Content and messages side by side, so that what is wrong in either is told at once. @throws ContentError */
function readEverything(files: readonly SourceFile[]): {
  readonly content: Content;
  readonly messages: readonly Messages[];
} {
  const { content, faults } = contentOrFaults(files);
  const reportFile = files.find(({ name }) => name === 'report.yaml');
  const report = content?.report ?? (reportFile && readReport(reportFile).report);
  const said = report ? readAllMessages(files, report) : { messages: [], faults: [] };
  const all = [...faults, ...said.faults];
  if (!content || all.length > 0) throw new ContentError(all);
  return { content, messages: said.messages };
}

function contentOrFaults(files: readonly SourceFile[]): {
  readonly content?: Content;
  readonly faults: readonly Fault[];
} {
  try {
    return { content: readContent(files), faults: [] };
  } catch (error) {
    if (error instanceof ContentError) return { faults: error.faults };
    throw error;
  }
}

/** The entries as the matcher sees them. */
export function matcherEntries({ faq, phrasings }: Content): readonly MatcherEntry[] {
  return faq.entries.map((entry) => ({
    id: entry.id,
    phrasings: phrasings.get(entry.id) ?? [],
    answerGroup: answerKey(entry),
    needsHighConfidence: entry.answer.kind !== 'quoted', // to deny what the report does state is the worst of all mistakes
  }));
}

/** What the matcher is trained with beside the entries. */
export function matcherOptions({ lexicon, offTopic }: Content): TrainingOptions & CalibrationOptions {
  return {
    lexicon: lexicon.same,
    abbreviations: lexicon.abbreviations,
    offTopic,
    wordVectors: readEnglishVectors(),
  };
}

function readAllMessages(
  files: readonly SourceFile[],
  report: Report,
): { readonly messages: readonly Messages[]; readonly faults: readonly Fault[] } {
  const listed = files.filter(({ name }) => name.startsWith('locales/'));
  const read = listed.map((file) => readLocaleFile(file, report));
  const standard = `locales/${DEFAULT_LOCALE}.yaml`;
  const missing = listed.some(({ name }) => name === standard)
    ? []
    : [{ file: standard, message: 'This file is missing: the bot speaks it where no other language is known.' }];
  return { messages: read.flatMap((one) => one.messages), faults: [...read.flatMap((one) => one.faults), ...missing] };
}

/** SHA-256 in hex over names and texts, in the order of the names. */
function hashOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of [...files].sort((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(`${name}\n${text.length}\n${text}`);
  return hash.digest('hex');
}

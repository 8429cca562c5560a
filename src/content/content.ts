/** All content, read and checked: the report, its FAQ, and what helps to read a question. */

import type { Faq, Topic } from './faq.ts';
import { ContentError, type Fault } from './content-issue.ts';
import { readLexicon, type Lexicon } from './lexicon-file.ts';
import { readOffTopic } from './off-topic-file.ts';
import type { Report } from './report.ts';
import { readReport } from './report-file.ts';
import { readTopic, type ReadEntry, type ReadTopic } from './topic-file.ts';
import { lineField, type SourceFile } from './yaml-file.ts';

export interface Content {
  readonly report: Report;
  readonly faq: Faq;
  /** Entry id → the ways to ask it, its own question first. */
  readonly phrasings: ReadonlyMap<string, readonly string[]>;
  readonly lexicon: Lexicon;
  /** Questions about something else. */
  readonly offTopic: readonly string[];
}

const REQUIRED = ['report.yaml', 'lexicon.yaml', 'off-topic.yaml'] as const;

/**
 * Reads `report.yaml`, `lexicon.yaml`, `off-topic.yaml` and every `faq/TOPIC.yaml` among the files.
 * @throws ContentError with every fault found, not just the first.
 */
export function readContent(files: readonly SourceFile[]): Content {
  const [reportFile, lexiconFile, offTopicFile] = REQUIRED.map((required) =>
    files.find(({ name }) => name === required),
  );
  const topicFiles = files.filter(({ name }) => /^faq\/[^/]+\.yaml$/.test(name));
  if (!reportFile || !lexiconFile || !offTopicFile || topicFiles.length === 0)
    throw new ContentError(missingFiles(files));

  const faults: Fault[] = [];
  const { report } = gather(faults, readReport(reportFile));
  const { lexicon } = gather(faults, readLexicon(lexiconFile));
  const { questions: offTopic } = gather(faults, readOffTopic(offTopicFile));
  if (!report) throw new ContentError(faults); // quotations can't be checked without it

  const topics = topicFiles
    .map((file) => gather(faults, readTopic(file, report)))
    .sort((a, b) => (a.topic?.order ?? 0) - (b.topic?.order ?? 0));
  const entries = topics.flatMap((topic) => topic.entries);
  faults.push(...faultsBetween(topics, offTopic ?? []));
  if (faults.length > 0 || !lexicon || !offTopic) throw new ContentError(faults);

  return {
    report,
    faq: {
      topics: topics.flatMap(({ topic }) => (topic ? [withoutOrder(topic)] : [])),
      entries: entries.map(({ entry }) => entry),
    },
    phrasings: new Map(entries.map(({ entry, phrasings }) => [entry.id, [entry.question, ...phrasings]])),
    lexicon,
    offTopic,
  };
}

function missingFiles(files: readonly SourceFile[]): readonly Fault[] {
  const missing = REQUIRED.filter((required) => !files.some(({ name }) => name === required));
  return [
    ...missing.map((file) => ({ file, message: 'This file is missing: restore it.' })),
    ...(files.some(({ name }) => name.startsWith('faq/'))
      ? []
      : [{ file: 'faq', message: 'There is no FAQ: add a file such as faq/call.yaml.' }]),
  ];
}

function withoutOrder({ id, title, colour, telling }: Topic): Topic {
  return { id, title, colour, telling };
}

/** A phrasing without case, punctuation and spacing: two that read the same so are one. */
export function foldPhrasing(phrasing: string): string {
  return phrasing
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function gather<Read extends { readonly faults: readonly Fault[] }>(faults: Fault[], read: Read): Read {
  faults.push(...read.faults);
  return read;
}

/**
 * What only shows when all topics are side by side: ids twice, related or telling entries that don't exist, phrasings in two entries. While a whole file
 * can't be read, nobody knows which entries there are, so those that seem to be missing are not told.
 */
function faultsBetween(topics: readonly ReadTopic[], offTopic: readonly string[]): readonly Fault[] {
  const entries = topics.flatMap((topic) => topic.entries);
  const ids = new Set(topics.flatMap((topic) => topic.ids));
  return [
    ...duplicateIds(entries),
    ...(topics.some(({ topic }) => !topic) ? [] : unknownEntries(topics, ids)),
    ...sharedPhrasings(entries),
    ...offTopicPhrasings(entries, offTopic),
  ];
}

function duplicateIds(entries: readonly ReadEntry[]): readonly Fault[] {
  const first = new Map<string, ReadEntry>();
  return entries.flatMap((read) => {
    const other = first.get(read.entry.id);
    if (!other) {
      first.set(read.entry.id, read);
      return [];
    }
    return [faultIn(read, ['id'], `The id stands in content/${other.file} already: give this entry another one.`)];
  });
}

function unknownEntries(topics: readonly ReadTopic[], ids: ReadonlySet<string>): readonly Fault[] {
  return topics.flatMap(({ topic, entries }) => [
    ...(topic?.telling ?? [])
      .filter((id) => !ids.has(id))
      .map((id): Fault => ({
        file: `faq/${topic?.id}.yaml`,
        message: `telling names ${id}, and there is no such entry.`,
      })),
    ...entries.flatMap((read) =>
      read.entry.related.flatMap((id, index) =>
        ids.has(id)
          ? []
          : [
              faultIn(
                read,
                ['related', index],
                `Its related entry ${id} does not exist: correct the id or take it out.`,
              ),
            ],
      ),
    ),
  ]);
}

function sharedPhrasings(entries: readonly ReadEntry[]): readonly Fault[] {
  const first = new Map<string, { readonly read: ReadEntry; readonly line: number | undefined }>();
  return entries.flatMap((read) => {
    const listed = read.phrasings.map((phrasing, index) => ({ phrasing, path: ['phrasings', index] }));
    const all = [{ phrasing: read.entry.question, path: ['question'] }, ...listed];
    return all.flatMap(({ phrasing, path }) => {
      const folded = foldPhrasing(phrasing);
      const other = first.get(folded);
      if (!other) {
        first.set(folded, { read, line: read.lineOf(path) });
        return [];
      }
      const place = `entry ${other.read.entry.id} (content/${other.read.file}:${other.line})`;
      return [faultIn(read, path, `“${phrasing}” stands in ${place} too: keep it once, where it fits better.`)];
    });
  });
}

function offTopicPhrasings(entries: readonly ReadEntry[], offTopic: readonly string[]): readonly Fault[] {
  const elsewhere = new Set(offTopic.map(foldPhrasing));
  return entries.flatMap((read) =>
    read.phrasings.flatMap((phrasing, index) =>
      elsewhere.has(foldPhrasing(phrasing))
        ? [faultIn(read, ['phrasings', index], `“${phrasing}” stands in content/off-topic.yaml too: take one out.`)]
        : [],
    ),
  );
}

function faultIn(read: ReadEntry, path: readonly (string | number)[], message: string): Fault {
  return { file: read.file, entry: read.entry.id, ...lineField(read.lineOf(path)), message };
}
